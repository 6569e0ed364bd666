from typing import Any

import numpy as np
import pytest

from syncd.document import Document
from syncd.model import Model, field
from syncd.model.query import (
    EQ,
    GEQ,
    GT,
    IN,
    LEQ,
    LT,
    NEQ,
    OR,
    is_single_string_selector,
    match,
)


class Caption(Model):
    """A caption."""

    text: str = ""


class Meter(Model):
    """Something to find."""

    value: float | None = None
    values: Any = None
    caption: Caption = field(default_factory=Caption)
    others: list[Model] = []


class Dial(Meter):
    """A kind of it."""


@pytest.fixture
def document() -> Document:
    document = Document()
    document.add_root(Meter(name="one", value=1, tags=["a", "b"]))
    document.add_root(Dial(name="two", value=2, tags=["b"]))
    document.add_root(Dial(name="three", value=3))
    return document


def names(found: list[Model]) -> list[str | None]:
    return [model.name for model in found]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        (Dial, ["two", "three"]),
        ("two", ["two"]),
        ({"type": Meter}, ["one", "two", "three"]),
        ({"type": "Dial"}, ["two", "three"]),
        ({"type": Meter, "name": "two"}, ["two"]),
        ({"type": {IN: [Dial]}}, ["two", "three"]),
        ({"type": (Dial, Meter)}, ["one", "two", "three"]),
        ({"type": Meter, "tags": "b"}, ["one", "two"]),
        ({"type": Meter, "tags": ["a", "c"]}, ["one"]),
        ({"value": {GT: 1}}, ["two", "three"]),
        ({"value": {GEQ: 1, LT: 3}}, ["one", "two"]),
        ({"value": {LEQ: 1}}, ["one"]),
        ({"value": {EQ: 2}}, ["two"]),
        ({"value": {NEQ: 2}}, ["one", "three"]),
        ({"name": {IN: ["one", "three", "nine"]}}, ["one", "three"]),
        ({OR: [{"name": "one"}, {"value": 3}]}, ["one", "three"]),
        ({"value": 2.0}, ["two"]),
        ({"no_such_field": None}, []),
        ({"name": {GT: 3}}, []),
        ({"type": Meter, "caption": {"text": ""}}, ["one", "two", "three"]),
    ],
    ids=str,
)
def test_models_are_selected(document: Document, selector, expected) -> None:
    assert names(document.select(selector)) == expected


def test_a_field_that_holds_an_array_equals_no_number(document: Document) -> None:
    document.add_root(Meter(values=np.array([1, 2])))
    assert document.select({"values": 1}) == []


@pytest.mark.parametrize("selector", [5, None, {3: 4}, {"type": 7}])
def test_what_is_no_selector_is_refused(document: Document, selector) -> None:
    with pytest.raises(ValueError, match="selector"):
        document.select(selector)


def test_one_is_the_only_one_or_none(document: Document) -> None:
    two = document.select_one({"name": "two"})
    assert two is not None
    assert two.name == "two"
    assert document.select_one({"name": "nine"}) is None
    with pytest.raises(ValueError, match="more than one model matching"):
        document.select_one(Dial)


def test_fields_of_all_that_are_found_are_set_in_one_go(document: Document) -> None:
    with document.transact():
        document.set_select({"type": Dial}, {"value": 9})
        assert document.revision == 3
    assert document.revision == 4
    values = [(model.name, model.value) for model in document.select(Meter)]
    assert values == [("one", 1), ("two", 9), ("three", 9)]


def test_a_model_finds_what_is_below_it() -> None:
    inner = Dial(name="inner")
    outer = Meter(name="outer", others=[inner, Meter(others=[inner])])
    assert outer.select(Dial) == [inner]
    assert outer.select_one("outer") is outer
    assert inner.select("outer") == []
    outer.set_select(Dial, {"value": 4})
    assert inner.value == 4


def test_references_are_all_models_below_and_the_model_itself() -> None:
    first, second = Dial(), Dial()
    first.others, second.others = [second], [first]
    assert first.references() == {first, second, first.caption, second.caption}


def test_a_model_is_found_by_its_id_as_a_number_or_text(document: Document) -> None:
    assert document.get_model_by_id(1) is document.roots[0]
    assert document.get_model_by_id("1") is document.roots[0]
    assert document.get_model_by_id("p1001") is None


def test_a_selector_is_tried_on_one_model() -> None:
    dial = Dial(name="speed")
    assert match(dial, {"name": "speed"})
    assert match(dial, {"type": Dial})
    assert not match(dial, {"name": {IN: ["other"]}})
    assert is_single_string_selector({"name": "speed"}, "name")
    assert not is_single_string_selector({"name": {IN: ["speed"]}}, "name")
    assert not is_single_string_selector({"name": "a", "type": Dial}, "name")
