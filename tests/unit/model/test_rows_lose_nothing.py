"""Whatever comes to whatever column: it is held as it came, or nothing changes."""

import array
import datetime as dt
import math
import warnings
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syncd.document import Document
from syncd.errors import RowsError
from syncd.model import Model
from syncd.model.specs import Columns
from syncd.protocol.column import pack_column, unpack


class Table(Model):
    """A source of these tests."""

    data: Columns = {}


FAR = 2**60 + 1


def from_the_wire() -> Any:
    packed = pack_column(list(range(20)))
    return unpack(packed.dtype, memoryview(packed.buffer).cast("B"), packed.shape)


COLUMNS: dict[str, Any] = {
    "int8": np.array([-128, 127, 5], "i1"),
    "uint8": np.array([0, 255, 5], "u1"),
    "int32": np.array([-(2**31), 7, 5], "i4"),
    "int64": np.array([FAR, -FAR, 5]),
    "uint64": np.array([2**64 - 1, 0, 5], "u8"),
    "float32": np.array([0.1, 2, 3], "f4"),
    "float64": np.array([0.1, -1e300, math.nan]),
    "bool": np.array([True, False, True]),
    "texts": np.array(["abc", "", "x"]),
    "bytes": np.array([b"abc", b"", b"x"]),
    "days": np.array(["2026-01-01", "NaT", "-200000-01-01"], "M8[D]"),
    "seconds": np.array([2**62, 0, 5], "M8[s]"),
    "nanoseconds": np.array([1, 2, 3], "M8[ns]"),
    "hours": np.array([1, 2, 3], "m8[h]"),
    "objects": np.array([FAR, "x", None], object),
    "array of bytes": array.array("b", [-128, 127, 5]),
    "array of 8 bytes": array.array("q", [FAR, 2, 5]),
    "array of the wire": from_the_wire(),
    "array of floats": array.array("d", [0.5, 2, 3]),
    **{f"array of {code}": array.array(code, [0, 7, 5]) for code in "bBhHiIlLqQfd"},
    "list": [FAR, "x", 0.5],
}

VALUES = [
    0,
    1,
    7,
    300,
    -1,
    2**31,
    2**53 + 1,
    FAR,
    2**63,
    2**64,
    10**400,
    0.5,
    4.0,
    -2.25,
    1e40,
    1e300,
    math.nan,
    math.inf,
    True,
    None,
    "",
    "7",
    "abcdef",
    "b" * 40,
    "ends\0",
    b"abcdef",
    b"x",
    Decimal("1.5"),
    Decimal("0.1"),
    np.array(1.5),
    np.float32(0.1),
    np.int64(FAR),
    dt.datetime(2026, 3, 29, 12, 0, 0, 5),  # noqa: DTZ001
    dt.timedelta(minutes=90),
    np.datetime64("2026-01-01T00:00:00.000000001"),
    "2026-03-29T05",
    "now",
]


def plain(value: Any) -> Any:
    return (
        value.item() if getattr(value, "dtype", np.dtype("M8")).kind != "M" else value
    )


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same for whoever reads them."""
    if isinstance(one, np.datetime64 | np.timedelta64):
        other = plain(other)
        if isinstance(other, str | dt.datetime):
            other = np.datetime64(other)
        elif isinstance(other, int | float) and math.isfinite(other):
            other = np.array(round(other * 1000)).astype(f"{one.dtype.kind}8[us]")[()]
        elif other is None or other != other:  # noqa: PLR0124
            return bool(np.isnat(one))
        return bool(one == other) or bool(np.isnat(one) and np.isnat(other))
    one, other = plain(one), plain(other)
    if isinstance(one, str | bytes) or isinstance(other, str | bytes):
        return type(one) is type(other) and bool(one == other)
    return bool(one == other) or (one != one and other != other)  # noqa: PLR0124


def holds(kind: str, stored: Any, given: Any) -> bool:
    """Tell whether a value was stored as it came, in floats as the nearest of them."""
    if same(stored, given):
        return True
    if kind not in {"f", "d"} or isinstance(given, str | bytes):
        return False
    if given is None:
        return math.isnan(stored)
    if isinstance(given, np.datetime64 | dt.datetime | dt.timedelta):
        return False
    nearest = {float(given), float(np.float32(given))} if abs(given) < 1e38 else {given}
    return float(stored) in {float(each) for each in nearest}


def kind_of(column: Any) -> str:
    dtype = getattr(column, "dtype", None)
    return getattr(column, "typecode", "O") if dtype is None else str(dtype.kind)


def check(column: Any, edit: Any, index: Any, values: Any) -> None:
    """Check what an edit does to the rows that it sets, the others, and those told."""
    before = [*column]
    table = Table(data={"x": column})
    document = Document(epoch="e")
    document.add_root(table)
    changes: list[Any] = []
    document.on_commit = lambda transaction: changes.extend(transaction.changes)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            edit(table)
    except RowsError:
        assert table.data["x"] is column
        assert all(map(same, column, before))
        return
    after = [*table.data["x"]]
    places = [*range(len(after))][index]
    told = (
        changes[-1].columns["x"]
        if hasattr(changes[-1], "columns")
        else changes[-1].patches["x"][0][1]
    )
    if isinstance(places, int):
        places, told = [places], [told]
    kind = kind_of(column)
    for place, value, one in zip(places, values, told, strict=True):
        assert holds(kind, after[place], value), (after[place], value)
        assert same(after[place], one), (after[place], one)
    for place, value in enumerate(before):
        assert place in places or same(after[place], value)


@pytest.mark.parametrize("name", COLUMNS)
@settings(derandomize=True, max_examples=50)
@given(
    values=st.lists(st.sampled_from(VALUES), min_size=1, max_size=2),
    how=st.sampled_from(["row", "slice", "array", "stream"]),
)
def test_what_comes_is_held_or_nothing_changes(
    name: str, values: list[Any], how: str
) -> None:
    column = COLUMNS[name]
    column = column.copy() if hasattr(column, "dtype") else column[:]
    given: Any = values
    if how == "row":
        pair: tuple[Any, Any] = (0, values[0])
        check(column, lambda table: table.data.patch({"x": [pair]}), 0, values[:1])
        return
    if how == "array":
        try:
            given = np.array(values)
        except (ValueError, OverflowError):
            return
        values = [*given]
    if how == "stream":
        index = slice(len(column), None)
        check(column, lambda table: table.data.stream({"x": given}), index, values)
        return
    index = slice(0, len(values))
    check(
        column, lambda table: table.data.patch({"x": [(index, given)]}), index, values
    )


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_every_value_alone_is_held_or_changes_nothing(name: str, value: Any) -> None:
    column = COLUMNS[name]
    column = column.copy() if hasattr(column, "dtype") else column[:]
    check(column, lambda table: table.data.patch({"x": [(1, value)]}), 1, [value])


@pytest.mark.parametrize("kind", ["i1", "i8", "f4"])
def test_fractions_come_to_cells_of_rows(kind: str) -> None:
    rows = {
        "arrays": [np.array([1, 2, 3], kind), np.array([4], kind)],
        "one array": np.array([[1, 2, 3], [4, 5, 6]], kind),
        "standard arrays": [array.array("i", [1, 2, 3]), array.array("i", [4])],
        "nested": [[[1, 2, 3]], [[array.array("b", [4])]]],
    }
    for name, column in rows.items():
        cell = (0, 0, 1) if name == "nested" else (0, 1)
        table = Table(data={"xs": column})
        table.data.patch({"xs": [(cell, 2.5)]})
        row = table.data["xs"][0]
        assert [*(row[0] if name == "nested" else row)] == [1, 2.5, 3], name
        assert [*(column[0][0] if name == "nested" else column[0])] == [1, 2, 3]
        table.data.patch({"xs": [((*cell[:-1], slice(0, 2)), [0.5, 300])]})
        row = table.data["xs"][0]
        assert [*(row[0] if name == "nested" else row)] == [0.5, 300, 3], name


def test_rows_of_two_dimensions_lose_nothing() -> None:
    table = Table(data={"x": np.array([[1, FAR], [3, 4]])})
    table.data.patch({"x": [(1, [1.5, 2])]})
    assert table.data["x"].tolist() == [[1, FAR], [1.5, 2]]
    days = Table(data={"t": np.array([["2026-01-01", "2026-01-02"]], "M8[D]")})
    days.data.patch({"t": [((0, 0), "2020-01-01T05")]})
    assert days.data["t"][0, 0] == np.datetime64("2020-01-01T05")
    assert days.data["t"][0, 1] == np.datetime64("2026-01-02")


def test_several_patches_of_one_column_lose_nothing_together() -> None:
    table = Table(data={"x": np.array([1, 2, 3])})
    table.data.patch({"x": [(0, 1.5), (1, FAR)]})
    assert table.data["x"].tolist() == [1.5, FAR, 3]


def test_texts_tell_times_in_their_zone() -> None:
    table = Table(data={"t": np.array(["2026-01-01"], "M8[D]")})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table.data.stream(
            {"t": ["2026-03-29T12:00+02:00", "2026-03-29T10:00:00.5Z", "2026-03"]}
        )
    assert table.data["t"][1:].tolist() == [
        dt.datetime(2026, 3, 29, 10),  # noqa: DTZ001
        dt.datetime(2026, 3, 29, 10, 0, 0, 500_000),  # noqa: DTZ001
        dt.datetime(2026, 3, 1),  # noqa: DTZ001
    ]


def told(table: Table, edit: Any) -> list[Any]:
    """Return the changes that are told of an edit."""
    document = Document(epoch="e")
    document.add_root(table)
    changes: list[Any] = []
    document.on_commit = lambda transaction: changes.extend(transaction.changes)
    edit()
    return changes


NANOSECOND = np.datetime64("2020-01-01T00:00:00.000000001")
YEAR_3000 = np.datetime64("3000-01-01")
FARTHEST = np.datetime64("400000-01-01")

APART: dict[str, Any] = {
    "a far day, a nanosecond": [(0, YEAR_3000), (1, NANOSECOND)],
    "a nanosecond, a far day": [(0, NANOSECOND), (1, YEAR_3000)],
    "a farther day, milliseconds": [(0, FARTHEST), (1, 5)],
    "milliseconds, a farther day": [(1, 5), (0, FARTHEST)],
    "slices": [(slice(0, 1), [YEAR_3000]), (slice(1, 2), [NANOSECOND])],
}


@pytest.mark.parametrize("name", APART)
@pytest.mark.parametrize("cells", [False, True], ids=["rows", "cells"])
def test_times_that_no_unit_holds_together_change_nothing(
    name: str, cells: bool
) -> None:
    days = np.array(["2026-01-01", "2026-01-02"], "M8[D]")
    column: Any = [days, days] if cells else days
    pairs = [((0, at), value) if cells else (at, value) for at, value in APART[name]]
    numbers = [7, 8]
    table = Table(data={"z": numbers, "a": column})
    with pytest.raises(RowsError, match="together"):
        table.data.patch({"z": [(0, 99)], "a": pairs})
    assert table.data["z"] == [7, 8]
    assert table.data["a"] is column
    assert days.tolist() == [dt.date(2026, 1, 1), dt.date(2026, 1, 2)]


def test_a_cell_is_not_made_finer_than_other_rows_allow() -> None:
    column = np.array([["2026-01-01"], ["3000-01-01"]], "M8[D]")
    table = Table(data={"z": [1, 2], "t": column})
    with pytest.raises(RowsError, match="together"):
        table.data.patch({"z": [(0, 9)], "t": [((0, 0), NANOSECOND)]})
    assert table.data["t"] is column
    assert table.data["z"] == [1, 2]


def test_cells_hold_all_that_is_set_in_one_patch() -> None:
    for row in (np.array([1, 2]), array.array("q", [1, 2]), [np.array([1, 2])]):
        nested = isinstance(row, list)
        at = (0, 0) if nested else (0,)
        table = Table(data={"a": [row]})
        table.data.patch({"a": [((*at, 1), 0.5), ((*at, 0), FAR)]})
        stored = table.data["a"][0]
        assert [*(stored[0] if nested else stored)] == [FAR, 0.5]


@pytest.mark.parametrize("code", "bBhHiIlLqQfd")
def test_standard_arrays_become_wider(code: str) -> None:
    for value in (2**63, -(2**40), 1e40, 2.5, 2**64 - 1):
        for edit in ("patch", "stream"):
            column = array.array(code, [1, 2])
            table = Table(data={"a": column})
            if edit == "patch":
                table.data.patch({"a": [(0, value)]})
                stored = table.data["a"][0]
            else:
                table.data.stream({"a": [value]})
                stored = table.data["a"][-1]
            assert holds(code, stored, value), (edit, value)
            assert list(column) == [1, 2]


@pytest.mark.parametrize("value", [math.nan, math.inf, None, "x"])
def test_what_is_no_number_is_not_set_among_whole_ones(value: Any) -> None:
    for code in "bBhHiIlLqQ":
        for pair in ((0, value), (slice(0, 1), [value]), (slice(0, 2), [FAR, value])):
            table = Table(data={"a": array.array(code, [1, 2])})
            with pytest.raises(RowsError):
                table.data.patch({"a": [pair]})


def type_of(column: Any) -> Any:
    return getattr(column, "typecode", None) or getattr(column, "dtype", list)


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("form", ["list", "objects"])
def test_a_column_becomes_the_same_by_a_stream_and_a_patch(
    name: str, value: Any, form: str
) -> None:
    def given() -> Any:
        if form == "list":
            return [value]
        rows = np.empty(1, object)
        rows[0] = value
        return rows

    after: dict[str, Any] = {}
    for how in ("patch", "stream"):
        column = COLUMNS[name]
        column = column.copy() if hasattr(column, "dtype") else column[:]
        table = Table(data={"x": column})
        try:
            if how == "patch":
                table.data.stream({"x": column[:1]})
                table.data.patch(
                    {"x": [(slice(len(column), len(column) + 1), given())]}
                )
            else:
                table.data.stream({"x": given()})
        except RowsError:
            continue
        after[how] = table.data["x"]
    if "stream" not in after:
        assert "patch" not in after
    elif "patch" not in after:  # missing among whole numbers: only streamed
        kind = kind_of(COLUMNS[name])
        assert kind in "biuBhHIlLqQ"
        assert value is None or not float(value).is_integer()
    else:
        assert type_of(after["stream"]) == type_of(after["patch"])
        assert all(map(same, after["stream"], after["patch"]))


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("rows", ["column", "cells"])
@settings(derandomize=True, max_examples=60)
@given(
    values=st.lists(st.sampled_from(VALUES), min_size=3, max_size=3),
    order=st.permutations(range(3)),
    sliced=st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_all_of_one_patch_is_held_or_nothing_changes(
    name: str, rows: str, values: list[Any], order: list[int], sliced: list[bool]
) -> None:
    column = COLUMNS[name]
    column = column.copy() if hasattr(column, "dtype") else column[:]
    before = [*column]
    pairs: list[tuple[Any, Any]] = []
    for place, value, several in zip(order, values, sliced, strict=True):
        at = slice(place, place + 1) if several else place
        pairs.append(
            ((0, at) if rows == "cells" else at, [value] if several else value)
        )
    data = [column] if rows == "cells" else column
    table = Table(data={"n": [1] * len(data), "x": data})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            changes = told(
                table, lambda: table.data.patch({"n": [(0, 2)], "x": pairs[:2]})
            )
    except RowsError:
        assert table.data["x"] is data
        assert table.data["n"][0] == 1
        assert all(map(same, column, before))
        return
    stored = table.data["x"][0] if rows == "cells" else table.data["x"]
    patched = changes[-1].patches["x"]
    for place, value, several, (_, one) in zip(
        order, values, sliced, patched, strict=False
    ):
        assert holds(kind_of(column), stored[place], value), (stored[place], value)
        assert same(stored[place], one[0] if several else one)
    assert same(stored[order[2]], before[order[2]])
