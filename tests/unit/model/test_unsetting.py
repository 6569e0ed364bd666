"""A field that is deleted has its default again, and a colour that is set is told."""

import pytest

from syncd.document import Document
from syncd.events import Tap, ValueSubmit
from syncd.models import Div, Slider, TextInput
from syncd.plotting import figure


def test_a_field_that_is_deleted_has_its_default_again_and_tells_so():
    slider = Slider(value=3, title="level", tags=["a"])
    document = Document()
    document.add_root(slider)
    told = []
    slider.on_change("value", lambda attr, old, new: told.append((attr, old, new)))
    del slider.value
    del slider.value
    assert slider.value == 0
    assert told == [("value", 3, 0)]
    assert "value" not in slider.wire_fields()
    del slider.tags
    assert slider.tags == []
    slider.tags.append("b")
    assert Slider().tags == []


def test_a_model_that_is_deleted_from_its_field_is_made_anew():
    plot = figure(title="mine")
    before = plot.title
    del plot.title
    assert plot.title is not before
    assert plot.title.text == ""


def test_a_colour_that_is_set_is_told_even_where_it_is_the_default():
    plot = figure()
    assert "background_fill_color" not in plot.wire_fields()
    plot.background_fill_color = "#ffffff"
    assert plot.wire_fields()["background_fill_color"] == "#ffffff"
    del plot.background_fill_color
    assert "background_fill_color" not in plot.wire_fields()
    assert "text" not in Div(text="").wire_fields()


def test_the_parts_of_an_event_may_be_given_in_their_order():
    line = TextInput()
    event = ValueSubmit(line, "words")
    assert (event.model, event.value) == (line, "words")
    assert Tap(None, 1, 2, x=3.0).detail == {"sx": 1, "sy": 2, "x": 3.0}
    with pytest.raises(TypeError, match="ValueSubmit takes model, value; 2 came after"):
        ValueSubmit(line, "words", "more")
