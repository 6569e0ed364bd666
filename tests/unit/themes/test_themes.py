"""Themes: values in place of defaults, which an author's own values outlive."""

import gc
import weakref

import pytest

from syncd import models
from syncd.document import Document
from syncd.models import Slider, Title
from syncd.plotting import figure
from syncd.themes import Theme, built_in_themes


SLIDERS = Theme(json={"attrs": {"Slider": {"step": 5, "title": "themed"}}})


@pytest.mark.parametrize("name", built_in_themes)
def test_the_built_in_themes_fit_the_models(name):
    built_in_themes[name].check()
    document = Document()
    document.theme = name
    plot = figure(title="a")
    plot.line([1, 2], [3, 4], legend_label="line")
    document.add_root(plot)
    assert plot.title.text_color != Title().text_color
    assert plot.wire_fields()["border_fill_color" if name == "carbon" else "title"]


@pytest.mark.parametrize("name", built_in_themes)
def test_words_of_a_theme_have_the_ground_that_they_were_chosen_for(name):
    """What is as usual follows the page, which may be dark."""
    document = Document()
    document.theme = name
    plot = figure(title="a")
    document.add_root(plot)
    told = plot.wire_fields()
    assert {"background_fill_color", "border_fill_color"} <= told.keys()


def test_titles_are_bold_unless_the_theme_has_another_style_for_them():
    styles = {}
    for name in built_in_themes:
        document = Document()
        document.theme = name
        document.add_root(figure(title="a"))
        styles[name] = document.roots[0].title.text_font_style
    assert styles.pop("carbon") == "normal"
    assert set(styles.values()) == {"bold"}


def test_an_unknown_name_is_an_error_that_lists_those_that_there_are():
    with pytest.raises(ValueError, match="caliber, carbon, contrast, dark_minimal"):
        Document().theme = "nope"
    with pytest.raises(ValueError, match="got 5"):
        Document().theme = 5


def test_what_the_author_has_set_stays():
    document = Document()
    document.theme = SLIDERS
    slider = Slider(step=0.1, title="mine")
    document.add_root(slider)
    assert (slider.step, slider.title) == (0.1, "mine")


def test_that_it_is_the_default_makes_no_difference():
    made, changed = Slider(step=Slider().step), Slider()
    changed.step = changed.step
    document = Document()
    document.theme = SLIDERS
    document.add_root(made)
    document.add_root(changed)
    assert [slider.step for slider in document.roots] == [Slider().step] * 2


def test_another_theme_changes_what_the_first_one_gave_and_is_recorded():
    document = Document()
    document.theme = SLIDERS
    plain, own = Slider(), Slider(step=2)
    document.add_root(plain)
    document.add_root(own)
    heard = []
    plain.on_change("step", lambda attr, old, new: heard.append((attr, old, new)))
    revision = document.revision
    document.theme = Theme(json={"attrs": {"Slider": {"step": 7}}})
    assert (plain.step, plain.title, own.step) == (7, Slider().title, 2)
    assert heard == [("step", 5, 7)]
    assert document.revision == revision + 1
    document.theme = None
    assert plain.step == Slider().step


def test_models_that_come_later_are_dressed_too():
    document = Document()
    document.theme = "carbon"
    plot = figure()
    document.add_root(plot)
    plot.title = Title(text="late")
    assert plot.title.text_color == "#d3d3d3"


def test_base_classes_and_glyph_defaults_count():
    document = Document()
    document.theme = Theme(
        json={
            "attrs": {"Axis": {"axis_line_color": "red"}, "Plot": {"height": 10}},
            "line_defaults": {"line_width": 9},
        }
    )
    plot = figure()
    plot.line([1], [2])
    document.add_root(plot)
    assert plot.xaxis[0].axis_line_color == "red"
    assert plot.height == 10
    assert plot.renderers[0].glyph.line_width == 9


def test_a_theme_comes_from_a_file_or_a_mapping(tmp_path):
    path = tmp_path / "theme.yaml"
    path.write_text("attrs:\n  Slider:\n    step: 3\n")
    assert Theme(filename=path).values_for(Slider) == {"step": 3}
    path.write_text("")
    assert Theme(str(path)).values_for(Slider) == {}
    for wrong in ({}, {"filename": path, "json": {}}):
        with pytest.raises(ValueError, match="either"):
            Theme(**wrong)


def test_models_are_not_for_themes():
    with pytest.raises(ValueError, match="cannot make"):
        Theme(json={"attrs": {"Figure": {"title": "x"}}}).check()


def test_a_callback_may_change_the_document_while_its_theme_changes():
    document = Document()
    first, second = Slider(), Slider()
    document.add_root(first)
    document.add_root(second)

    def on_step(attr, old, new):
        document.remove_root(first)
        document.add_root(Slider())

    first.on_change("step", on_step)
    document.theme = SLIDERS
    assert [slider.step for slider in document.roots] == [5, 5]


def test_a_theme_keeps_no_class_alive():
    def visit():
        class Slider(models.Slider): ...

        document = Document()
        document.theme = SLIDERS
        document.add_root(Slider())
        assert document.roots[0].step == 5
        document.destroy()
        return weakref.ref(Slider)

    first = visit()
    visit()
    gc.collect()
    assert first() is None


def test_callbacks_of_another_theme_may_change_the_document():
    document = Document()
    sliders = [Slider(), Slider()]
    for slider in sliders:
        document.add_root(slider)
    sliders[0].on_change("step", lambda *_: document.add_root(Slider()))
    document.theme = SLIDERS
    assert [slider.step for slider in document.roots] == [5, 5, 5]


def test_a_callback_that_fails_leaves_no_model_out():
    document = Document()
    sliders = [Slider(), Slider()]
    for slider in sliders:
        document.add_root(slider)
    sliders[0].on_change("step", lambda *_: 1 / 0)
    told = []
    document.on_commit = lambda transaction: told.extend(transaction.changes)
    with pytest.raises(ZeroDivisionError):
        document.theme = SLIDERS
    assert [slider.step for slider in sliders] == [5, 5]
    assert {(change.model, change.field) for change in told} == {
        (slider, name) for slider in sliders for name in ("step", "title")
    }


def test_an_empty_list_of_the_author_stays():
    theme = Theme(json={"attrs": {"Slider": {"tags": ["themed"]}}})
    document = Document()
    document.theme = theme
    plain, own = Slider(), Slider(tags=[])
    document.add_root(plain)
    document.add_root(own)
    assert (plain.tags, own.tags) == (["themed"], [])


def set_again(slider: Slider) -> None:
    slider.step = 5


def set_back(slider: Slider) -> None:
    slider.step = 6
    slider.step = 5


def set_as_another_number(slider: Slider) -> None:
    slider.step = 5.0


@pytest.mark.parametrize("edit", [set_again, set_back, set_as_another_number])
def test_a_value_that_is_set_to_what_the_theme_has_is_the_authors(edit):
    document = Document()
    document.theme = SLIDERS
    slider, other = Slider(), Slider()
    document.add_root(slider)
    document.add_root(other)
    edit(slider)
    document.theme = None
    assert (slider.step, other.step) == (5, Slider().step)
    assert slider.title == other.title == Slider().title


def test_what_an_author_has_set_twice_outlives_several_themes():
    document = Document()
    slider = Slider()
    document.add_root(slider)
    document.theme = SLIDERS
    document.theme = Theme(json={"attrs": {"Slider": {"step": 7}}})
    slider.step = 7
    document.theme = SLIDERS
    assert slider.step == 7
