"""A source does what dicts of lists would do, and a refusal changes nothing."""

from copy import deepcopy
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syncd.errors import FieldError, RowsError
from syncd.models import ColumnDataSource


NAMES = ("a", "b", "image")
ROWS, COLUMNS = 2, 3
"""The size of every image."""

SHAPES = {"list": list, "tuple": tuple, "array": np.array}

numbers = st.integers(-100, 100)
bounds = st.none() | st.integers(-2, 7)
steps = st.none() | st.integers(-2, 3)
slices = st.builds(slice, bounds, bounds, steps)
images = st.lists(
    st.lists(numbers, min_size=COLUMNS, max_size=COLUMNS), min_size=ROWS, max_size=ROWS
)
indices = st.integers(-2, 7)
cells = st.tuples(indices, indices | slices, indices | slices)
lists = st.lists(numbers, max_size=6)


@st.composite
def streams(draw: Any) -> tuple[str, Any, Any]:
    count = draw(st.integers(0, 3))
    rows = {
        "a": draw(st.lists(numbers, min_size=count, max_size=count)),
        "b": draw(st.lists(numbers, min_size=count, max_size=count)),
        "image": draw(st.lists(images, min_size=count, max_size=count)),
    }
    spoiled = draw(st.sampled_from(["", "", "", "missing", "extra", "longer"]))
    if spoiled == "missing":
        del rows["b"]
    elif spoiled == "extra":
        rows["unknown"] = rows["a"]
    elif spoiled == "longer":
        rows["a"] = [*rows["a"], 0]
    return "stream", rows, draw(st.sampled_from([None, None, 1, 3, 5, 0, -1]))


plain_pairs = st.tuples(indices, numbers) | st.tuples(slices, lists)
image_pairs = (
    st.tuples(indices, images)
    | st.tuples(slices, st.lists(images, max_size=4))
    | st.tuples(cells, numbers | lists)
    | st.tuples(cells, st.lists(lists, max_size=3))
)


def several(pairs: Any) -> Any:
    return st.lists(pairs, min_size=1, max_size=2)


patches = st.fixed_dictionaries(
    {},
    optional={
        "a": several(plain_pairs),
        "b": several(plain_pairs),
        "image": several(image_pairs),
        "unknown": several(plain_pairs),
    },
)
columns = st.dictionaries(st.sampled_from(["a", "b", "c"]), lists, max_size=3)
edits = st.lists(
    streams()
    | st.tuples(st.just("patch"), patches, st.none())
    | st.tuples(st.just("set"), st.sampled_from(["a", "c"]), lists)
    | st.tuples(st.just("remove"), st.sampled_from(["b", "unknown"]), st.none())
    | st.tuples(st.just("assign"), columns, st.none()),
    min_size=1,
    max_size=8,
)


class Refused(Exception):  # noqa: N818  # of the model of these tests
    """The model refuses, and so should the source."""


def fits(index: Any, length: int) -> list[int]:
    """Return the places that an index means, in a plain way."""
    if not isinstance(index, slice):
        if not 0 <= index < length:
            raise Refused
        return [index]
    parts = (index.start, index.stop, index.step)
    if any(part is not None and part < 0 for part in parts):
        raise Refused
    if index.step == 0 or (index.stop or 0) > length:
        raise Refused
    return list(range(*index.indices(length)))


def flat(value: Any) -> list[Any]:
    return (
        [n for item in value for n in flat(item)]
        if isinstance(value, list)
        else [value]
    )


def model_stream(state: dict[str, list[Any]], rows: Any, rollover: Any) -> None:
    known = state or rows  # without columns a source takes those that come
    if rows.keys() != known.keys() or len(set(map(len, rows.values()))) > 1:
        raise Refused
    for name, added in rows.items():
        state[name] = state.get(name, []) + deepcopy(added)
        if rollover is not None:
            state[name] = state[name][-rollover:] if rollover > 0 else []


def model_patch(state: dict[str, list[Any]], changes: Any) -> None:
    if changes.keys() - state.keys():
        raise Refused
    for name, pairs in changes.items():
        wholly: set[int] = set()
        partly: set[int] = set()
        for index, value in pairs:
            if isinstance(index, tuple):
                partly.add(index[0])
                model_cells(state[name], index, value)
                continue
            places = fits(index, len(state[name]))
            wholly.update(places)
            if isinstance(index, slice):
                if not isinstance(value, list) or len(value) != len(places):
                    raise Refused
                for place, item in zip(places, value, strict=True):
                    state[name][place] = deepcopy(item)
            else:
                state[name][index] = deepcopy(value)
        if wholly & partly:
            raise Refused


def model_cells(column: list[Any], index: Any, value: Any) -> None:
    row, *parts = index
    (row,) = fits(row, len(column))
    down, right = (
        fits(part, size) for part, size in zip(parts, (ROWS, COLUMNS), strict=True)
    )
    values = flat(value)
    several = any(isinstance(part, slice) for part in parts)
    if several != isinstance(value, list) or len(values) != len(down) * len(right):
        raise Refused
    places = [(y, x) for y in down for x in right]
    for (y, x), number in zip(places, values, strict=True):
        column[row][y][x] = number


def model_edit(state: dict[str, list[Any]], kind: str, what: Any, how: Any) -> None:
    if kind == "stream":
        model_stream(state, what, how)
    elif kind == "patch":
        model_patch(state, what)
    elif kind == "set":
        state[what] = list(how)
    elif kind == "remove":
        state.pop(what, None)
    elif len(set(map(len, what.values()))) > 1:
        raise Refused
    else:
        state.clear()
        state.update(what)


def source_edit(source: ColumnDataSource, kind: str, what: Any, how: Any) -> None:
    if kind == "stream":
        source.stream(what, how)
    elif kind == "patch":
        source.patch(what)
    elif kind == "set":
        source.data[what] = how
    elif kind == "remove":
        source.remove(what)
    else:
        source.data = what


def plain(column: Any) -> list[Any]:
    rows = column.tolist() if hasattr(column, "tolist") else list(column)
    return [plain(row) if hasattr(row, "__len__") else row for row in rows]


def column_of(shape: str, rows: list[Any], *, image: bool) -> Any:
    if shape == "array" and image:
        return np.array(rows, dtype="int64").reshape(-1, ROWS, COLUMNS)
    return np.array(rows, dtype="int64") if shape == "array" else SHAPES[shape](rows)


@pytest.mark.parametrize("shape", SHAPES)
@settings(derandomize=True, max_examples=150)
@given(edits=edits, rows=st.lists(st.tuples(numbers, numbers, images), max_size=5))
def test_edits_do_what_they_would_do_to_lists(
    shape: str, edits: list[Any], rows: list[Any]
) -> None:
    state = {name: [row[at] for row in rows] for at, name in enumerate(NAMES)}
    state = deepcopy(state)
    source = ColumnDataSource(
        {
            name: column_of(shape, deepcopy(column), image=name == "image")
            for name, column in state.items()
        }
    )
    for edit in edits:
        wanted = deepcopy(state)
        try:
            model_edit(wanted, *edit)
        except Refused:
            with pytest.raises((RowsError, FieldError)):
                source_edit(source, *edit)
        else:
            state = wanted
            source_edit(source, *deepcopy(edit))
        assert {name: plain(column) for name, column in source.data.items()} == state
        assert sorted(source.column_names) == sorted(state)
        assert source.length == min(map(len, state.values()), default=0)
