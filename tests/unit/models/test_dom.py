"""Small documents, tooltips, and styles."""

import pytest

from syncd.errors import FieldError
from syncd.models import (
    Button,
    Div,
    HelpButton,
    HoverTool,
    Styles,
    TextInput,
    Tooltip,
    dom,
)


def test_styles_are_a_dict_of_properties():
    styles = Styles(display="grid", column_gap="10px")
    styles.color = "red"
    wanted = {"display": "grid", "column_gap": "10px", "color": "red"}
    assert styles == wanted
    assert styles.display == "grid"
    assert styles.opacity is None
    assert dom.Div(style=styles).style == wanted
    assert Div(styles=styles).styles == wanted


def test_markup_is_given_by_position_or_by_name():
    index = dom.Index()
    assert dom.HTML("<b>a</b>").html == "<b>a</b>"
    assert dom.HTML("<b>", index, "</b>").html == ["<b>", index, "</b>"]
    assert dom.HTML(index).html == [index]
    with pytest.raises(ValueError, match="twice"):
        dom.HTML("a", html="b")


def test_descriptions_are_words_or_tooltips():
    assert TextInput().description is None
    tooltip = Tooltip(content=dom.HTML("<b>a</b>"))
    assert TextInput(description=tooltip).description is tooltip
    assert HelpButton(tooltip=tooltip).held() == [tooltip]
    with pytest.raises(FieldError, match=r"TextInput.description"):
        TextInput(description=4)


def test_who_listens_to_a_label_hears_of_documents_once():
    button = Button(label="words")
    heard = []
    button.on_change("label", lambda attr, old, new: heard.append((old, new)))
    first, second = dom.HTML("<b>a</b>"), dom.HTML("<b>b</b>")
    for label in (first, first, second, "other words"):
        button.label = label
    expected = [("words", first), (first, second), (second, "other words")]
    assert [tuple(map(id, pair)) for pair in heard] == [
        tuple(map(id, pair)) for pair in expected
    ]
    button.label = "more"
    assert heard[3:] == [("other words", "more")]


def test_a_label_is_a_document_until_it_is_words_again():
    button = Button(label=dom.HTML("<b>a</b>"))
    shown = button.label
    assert shown is button.content
    assert button.clone().label.html == "<b>a</b>"
    with pytest.raises(FieldError, match=r"Button.label got 5"):
        button.label = 5
    assert button.label is shown
    button.label = "words"
    assert (button.label, button.content) == ("words", None)


def test_hover_tools_take_small_documents():
    template = dom.Template(children=[dom.ValueRef(field="x"), " at ", dom.Index()])
    assert HoverTool(tooltips=template).tooltips is template
    with pytest.raises(FieldError, match=r"HoverTool.tooltips"):
        HoverTool(tooltips=Div())
