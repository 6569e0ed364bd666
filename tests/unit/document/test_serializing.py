"""Documents as JSON, and back."""

import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncd.document import Document
from syncd.model import Model
from syncd.model.specs import Columns
from syncd.models import ColumnDataSource, Slider
from syncd.plotting import figure


class Crate(Model):
    """Holds anything."""

    content: Any = None
    data: Columns = {}
    inner: Model | None = None


def held(document: Document) -> Any:
    """Return title, roots and fields, with arrays as lists and models as ids."""

    def plain(value: Any) -> Any:
        if isinstance(value, Model):
            return ("model", value.id)
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if hasattr(value, "tolist"):
            return plain(value.tolist())
        if isinstance(value, list | tuple):
            return [plain(item) for item in value]
        if isinstance(value, float) and math.isnan(value):
            return "nan"
        return value

    return (
        document.title,
        [root.id for root in document.roots],
        {
            number: (model.type, plain(model.wire_fields()))
            for number, model in document.models.items()
        },
    )


def test_a_plot_round_trips_through_text() -> None:
    document = Document()
    document.title = "Plöt"
    plot = figure(title="a")
    plot.line([1.5, 2, math.nan], [3, 4, 5], legend_label="line")
    plot.scatter(
        "x", "y", source=ColumnDataSource({"x": np.arange(9), "y": [*"abcdefghi"]})
    )
    document.add_root(plot)
    document.add_root(Slider(value=3, tags=["a", {"b": None}]))
    copy = Document.from_json_string(document.to_json_string(indent=2))
    assert held(copy) == held(document)
    assert type(copy.roots[1]) is Slider
    copy.roots[1].value = 4
    copy.add_root(Slider())
    assert copy.roots[2].id not in document.models


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text() | st.integers(), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    content=VALUES,
    rows=st.lists(st.floats(width=32), max_size=12),
    title=st.text(),
)
def test_whatever_fields_hold_round_trips(content: Any, rows: Any, title: str) -> None:
    document = Document()
    document.title = title
    inner = Crate(content=content)
    data = {"typed": np.array(rows, "float32"), "plain": rows}
    document.add_root(Crate(inner=inner, data=data))
    document.add_root(inner)
    text = document.to_json_string()
    assert held(Document.from_json_string(text)) == held(document)
    assert json.loads(text) == document.to_json()


def test_models_of_unknown_classes_keep_what_they_hold() -> None:
    told = {
        "format": 1,
        "title": "t",
        "roots": [1],
        "models": [{"id": 1, "type": "Gadget", "fields": {"size": 3}}],
    }
    document = Document.from_json(told)
    assert document.roots[0].size == 3
    assert document.to_json() == told


@pytest.mark.parametrize(
    "told",
    [
        [],
        {},
        {"format": 2, "title": "", "roots": [], "models": []},
        {"format": 1, "title": "", "roots": []},
        {"format": 1, "title": 5, "roots": [], "models": []},
        {"format": 1, "title": "", "roots": [7], "models": []},
        {"format": 1, "title": "", "roots": [], "models": [], "buffers": "!"},
        {"format": 1, "title": "", "roots": [], "models": [], "buffers": "AAAA"},
        {
            "format": 1,
            "title": "",
            "roots": [1],
            "models": [{"id": 1, "type": "Crate", "fields": {"inner": {"$ref": 9}}}],
        },
    ],
    ids=str,
)
def test_what_is_no_document_is_refused_and_replaces_nothing(told: Any) -> None:
    document = Document()
    document.add_root(Slider())
    before = held(document)
    with pytest.raises(ValueError, match="JSON of a document"):
        document.replace_with_json(told)
    assert held(document) == before


def test_a_document_takes_the_place_of_another_in_one_transaction() -> None:
    shared = Slider(value=7)
    source = Document()
    source.title = "new"
    source.add_root(Crate(inner=shared))
    source.add_root(shared)
    document = Document()
    document.add_root(Slider(value=1))
    document.replace_with_json(source.to_json())
    crate, slider = document.roots
    assert (document.title, crate.inner, slider.value) == ("new", slider, 7)
    assert document.revision == 2
    assert len(document.models) == 2


def test_json_that_is_nested_too_deeply_is_no_document() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="not the JSON of a document"):
        Document.from_json({**Document().to_json(), "models": deep})
    with pytest.raises(ValueError, match="not the JSON of a document"):
        Document.from_json_string("[" * 100_000)
