"""What authors give to the elements of models."""

import pytest

from syncd.document import Document
from syncd.errors import FieldError
from syncd.models import Button, Column, InlineStyleSheet, Row, SVGIcon


def test_style_sheets_are_texts_dicts_and_models_of_the_document():
    sheet = InlineStyleSheet(":host { color: red }")
    rules = {":host": {"color": "red", "margin": None}, "b": "color: blue"}
    button = Button(stylesheets=[sheet, "b { color: red }", rules])
    document = Document()
    document.add_root(button)
    assert sheet.document is document
    assert button.stylesheets[2] == rules


def test_an_icon_is_a_model_of_the_document():
    icon = SVGIcon("<svg></svg>", size=20)
    document = Document()
    document.add_root(Column(Row(Button(icon=icon))))
    assert icon.document is document
    with pytest.raises(FieldError, match=r"Button\.icon got 'x', expected an Icon"):
        Button(icon="x")
