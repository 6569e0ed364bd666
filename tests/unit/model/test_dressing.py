"""Looks that stand in for defaults, given to single models."""

import gc
import weakref

import pytest

from syncd.document import Document
from syncd.errors import FieldError, UnknownFieldError
from syncd.models import Div, Slider
from syncd.themes import Theme


def test_a_theme_stands_in_for_defaults_and_not_for_what_was_set() -> None:
    slider = Slider(step=3)
    assert slider.themed_values() is None
    slider.apply_theme({"step": 5, "bar_color": "red"})
    assert (slider.step, slider.bar_color) == (3, "red")
    assert slider.themed_values() == {"bar_color": "red"}
    slider.apply_theme({"title": "so"})
    assert (slider.title, slider.bar_color) == ("so", Slider().bar_color)
    slider.title = "mine"
    assert slider.themed_values() is None
    slider.unapply_theme()
    assert (slider.step, slider.title) == (3, "mine")


def test_a_theme_that_does_not_fit_changes_nothing() -> None:
    slider = Slider()
    slider.apply_theme({"title": "so"})
    with pytest.raises(FieldError, match=r"Slider\.step"):
        slider.apply_theme({"title": "other", "step": "x"})
    with pytest.raises(UnknownFieldError, match="no field 'nope'"):
        slider.apply_theme({"title": "other", "nope": 1})
    assert slider.themed_values() == {"title": "so"}


def test_a_theme_of_one_model_calls_back_and_is_told() -> None:
    slider, doc, heard = Slider(), Document(), []
    doc.add_root(slider)
    slider.on_change("title", lambda *change: heard.append(change))
    revision = doc.revision
    slider.apply_theme({"title": "so"})
    slider.apply_theme({"title": "so"})
    slider.unapply_theme()
    assert heard == [("title", "", "so"), ("title", "so", "")]
    assert doc.revision == revision + 2


def test_themes_of_documents_tell_what_they_have_given() -> None:
    div, doc = Div(), Document()
    doc.theme = Theme(json={"attrs": {"Div": {"width": 77}}})
    doc.add_root(div)
    assert div.themed_values() == {"width": 77}
    Theme(json={"attrs": {"Div": {"height": 5}}}).apply_to_model(div)
    assert (div.width, div.height) == (None, 5)
    doc.theme = Theme(json={"attrs": {"Div": {"width": 78}}})
    assert (div.width, div.height) == (78, None)
    div.width = 78
    doc.theme = None
    assert div.width == 78


def test_a_theme_keeps_no_model_alive() -> None:
    doc = Document()
    doc.theme = Theme(json={"attrs": {"Div": {"tags": ["a"]}}})
    div = Div()
    doc.add_root(div)
    assert div.tags == ["a"]
    seen = weakref.ref(div)
    doc.remove_root(div)
    gc.disable()
    try:
        div.release()
        del div
        assert seen() is None
    finally:
        gc.enable()
