"""What of a document outlives a change of the code that made it."""

import pytest

from syncd.apps import Application
from syncd.dev.keeping import Life, kept_values
from syncd.document import Document
from syncd.layouts import column
from syncd.model import Model
from syncd.models import (
    Button,
    ColumnDataSource,
    Div,
    Select,
    Slider,
    TextInput,
)
from syncd.plotting import figure


def life(*models):
    """Return a document and what its code has set."""
    run = Life(Application("/app", lambda doc: [doc.add_root(m) for m in models]))
    document = Document()
    document.build(lambda: run(document))
    return document, run.initial


def kept(old, change, *new):
    """Return what is kept of changes, as pairs of models' names and values."""
    before, after = life(*old), life(*new)
    change()
    found = kept_values(*before, *after)
    return {(item.model, item.field): item.value for item in found}


def test_a_value_that_was_changed_is_kept_and_others_are_not():
    old, new = Slider(end=9, value=1, title="a"), Slider(end=9, value=1, title="a")
    found = kept([old], lambda: old.update(value=5), new)
    assert found == {(new, "value"): 5}


def test_a_value_that_was_changed_back_to_the_default_is_kept():
    old, new = Slider(value=0.5), Slider(value=0.5)
    assert kept([old], lambda: old.update(value=0), new) == {(new, "value"): 0}


def test_a_value_that_the_code_says_anew_is_the_codes():
    old, new = Slider(end=9, value=1), Slider(end=9, value=2)
    assert not kept([old], lambda: old.update(value=5), new)


def test_names_come_before_titles_and_places():
    a, b = Slider(name="a", title="x", end=9), Slider(name="b", title="y", end=9)
    a_new, b_new = Slider(name="a", title="y", end=9), Slider(name="b", end=9)
    found = kept([a, b], lambda: a.update(value=3), b_new, a_new)
    assert found == {(a_new, "value"): 3}


def test_titles_come_before_places():
    a, b = Slider(title="a"), Slider(title="b")
    other, a_new, b_new = Slider(title="c"), Slider(title="a"), Slider(title="b")
    found = kept([column(a, b)], lambda: b.update(value=1), column(other, a_new, b_new))
    assert found == {(b_new, "value"): 1}


def test_a_title_that_is_another_leaves_the_place():
    a, b = Slider(title="a"), Slider(title="b")
    a_new, b_new = Slider(title="A"), Slider(title="b")
    found = kept([column(a, b)], lambda: a.update(value=1), column(a_new, b_new))
    assert found == {(a_new, "value"): 1}


def test_a_label_that_a_callback_has_changed_is_not_what_the_code_calls_it():
    play, stop = Button(label="Play"), Button(label="Stop")
    play_new, stop_new = Button(label="Play"), Button(label="Stop")

    def change():
        play.label = "Stop"

    found = kept([stop, play], change, play_new, stop_new)
    assert found == {(play_new, "label"): "Stop"}


def test_models_of_other_types_are_others():
    old, new = Slider(name="a"), TextInput(name="a")
    assert not kept([old], lambda: old.update(value=1), new)


def test_names_of_several_say_nothing():
    first, second = TextInput(name="a"), TextInput(name="a")
    new = [TextInput(name="a"), TextInput(name="a")]
    found = kept([first, second], lambda: second.update(value="x"), *new)
    assert found == {(new[1], "value"): "x"}


def test_data_are_the_codes():
    def plot():
        source = ColumnDataSource(data={"x": [1, 2], "y": [3, 4]})
        shown = figure(title="t")
        shown.line("x", "y", source=source)
        return shown, source

    (old, source), (new, _) = plot(), plot()

    def change():
        source.data = {"x": [1], "y": [9]}
        source.selected.indices = [0]
        old.x_range.start = 0.5

    assert kept([old], change, new) == {(new.x_range, "start"): 0.5}


def test_structure_is_the_codes():
    old, new = column(Div(text="a")), column(Div(text="a"))
    assert not kept([old], lambda: old.update(children=[Div(text="b")]), new)


@pytest.mark.parametrize(
    ("old", "value", "new", "stays"),
    [
        (Slider(end=10), 8, Slider(end=10), True),
        (Slider(end=10), 8, Slider(end=5), False),
        (Select(options=["a", "b"]), "b", Select(options=["a", "b"]), True),
        (Select(options=["a", "b"]), "b", Select(options=["a", "c"]), False),
    ],
    ids=["in range", "beyond", "an option", "no option"],
)
def test_a_value_that_nobody_can_choose_any_more_is_not_kept(old, value, new, stays):
    found = kept([old], lambda: old.update(value=value), new)
    assert found == ({(new, "value"): value} if stays else {})


def test_a_field_of_another_type_is_another_field():
    def make(kind, default):
        body = {"__annotations__": {"size": kind}, "size": default}
        return type("Thing", (Model,), {**body, "__module__": __name__})()

    old, same, other = make(float, 1.0), make(float, 1.0), make(str, "1")
    assert kept([old], lambda: old.update(size=3.0), same) == {(same, "size"): 3.0}
    old = make(float, 1.0)
    assert not kept([old], lambda: old.update(size=3.0), other)


def test_lists_that_were_edited_in_place_are_kept():
    old, new = Div(tags=["a"]), Div(tags=["a"])
    assert kept([old], lambda: old.tags.append("b"), new) == {(new, "tags"): ["a", "b"]}


def test_models_that_callbacks_have_added_are_nobodys():
    old, new = Slider(title="a"), Slider(title="a")
    added = TextInput()
    before, after = life(old), life(new, TextInput())
    before[0].add_root(added)
    added.value = "typed"
    assert not kept_values(*before, *after)
