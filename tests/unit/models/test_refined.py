"""Classes that applications derive from ours, in Python alone."""

from typing import Any

import pytest

from syncd.core.properties import Int, Override
from syncd.document import Document
from syncd.model import DataModel
from syncd.models import Column, Div, Slider
from syncd.plotting import figure
from syncd.protocol import decode_server_message, encode_snapshot


class Card(Column):
    """A column with a heading."""

    __view_model__ = "Column"
    __subtype__ = "Card"

    def __init__(self, heading: str, *children: Any, **values: Any) -> None:
        super().__init__(Div(text=heading), *children, **values)


class Wide(Slider):
    """A slider with other defaults."""

    width = Override(default=777)
    title = "wide"


class Square(figure):
    """A figure of an application."""


def told(*roots: Any) -> dict[str, dict[str, Any]]:
    """Return the fields that browsers are told, by the model's class."""
    document = Document()
    for root in roots:
        document.add_root(root)
    snapshot = encode_snapshot(document)
    message: Any = decode_server_message(snapshot.data, max_size=1 << 20)
    return {model.type: model.fields for model in message.models}


def test_browsers_know_a_derived_class_by_the_one_that_they_draw() -> None:
    found = told(Card("Words", Wide(start=0, end=1)), Square())
    assert {"Column", "Slider", "Figure"} <= found.keys()
    assert len(found["Column"]["children"]) == 2


def test_browsers_are_told_what_a_derived_class_begins_with() -> None:
    assert told(Wide())["Slider"]["width"] == 777
    assert told(Wide(title="t"))["Slider"]["title"] == "t"
    # Not even then: they begin with none.
    assert told(Wide(width=None, title=""))["Slider"]["title"] == ""


class Narrow(Slider):
    """Another slider with other defaults."""

    orientation = "vertical"


class Both(Wide, Narrow):
    """What has the defaults of both."""


def test_browsers_are_told_what_a_class_begins_with_by_each_of_its_bases() -> None:
    fields = told(Both())["Slider"]
    assert (fields["width"], fields["orientation"]) == (777, "vertical")


def test_a_document_finds_a_derived_class() -> None:
    document = Document()
    card = Card("Words", Wide())
    document.add_root(card)
    assert document.select_one({"type": Card}) is card
    assert isinstance(document.select_one({"type": Slider}), Wide)


def test_fields_that_no_browser_knows_are_refused_with_a_way_out() -> None:
    with pytest.raises(
        TypeError, match=r"Dial\.turns .* Slider; keep it in a DataModel"
    ):

        class Dial(Slider):
            turns = Int()


def test_data_models_are_what_they_are_called() -> None:
    class Store(DataModel):
        count = Int()

    assert Store().type == "Store"
