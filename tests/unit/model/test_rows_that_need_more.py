"""Rows that need finer times or longer texts than their column has: nothing is lost."""

import array
import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest

from syncd.document import Document
from syncd.errors import RowsError
from syncd.model import Model
from syncd.model.specs import Columns


NOON = np.datetime64("2026-03-29T12:00:00.5")
IN_MILLISECONDS = 1774785600500.0


class Table(Model):
    """A source of these tests."""

    data: Columns = {}


def days() -> Table:
    return Table(data={"t": np.array(["2026-01-01", "2026-01-02"], "M8[D]")})


def told(table: Table, edit: Any) -> Any:
    """Return the rows that are told of an edit."""
    document = Document(epoch="e")
    document.add_root(table)
    changes: list[Any] = []
    document.on_commit = lambda transaction: changes.extend(transaction.changes)
    edit()
    return changes[-1]


SAME_NOON = {
    "datetime": dt.datetime(2026, 3, 29, 12, 0, 0, 500_000),  # noqa: DTZ001
    "datetime with a zone": dt.datetime(
        2026, 3, 29, 12, 0, 0, 500_000, dt.timezone(dt.timedelta(hours=2))
    ),
    "numpy": NOON,
    "numpy, to the nanosecond": np.datetime64(NOON, "ns"),
    "pandas": pd.Timestamp(NOON),
    "pandas with a zone": pd.Timestamp(NOON)
    .tz_localize("UTC")
    .tz_convert("Asia/Tokyo"),
    "text": "2026-03-29T12:00:00.5",
    "milliseconds": IN_MILLISECONDS,
    "numpy's milliseconds": np.float64(IN_MILLISECONDS),
}


@pytest.mark.parametrize("name", SAME_NOON)
def test_a_column_of_days_takes_times(name: str) -> None:
    table = days()
    change = told(table, lambda: table.data.stream({"t": [SAME_NOON[name]]}))
    assert table.data["t"].tolist()[:2] == [dt.datetime(2026, 1, n) for n in (1, 2)]  # noqa: DTZ001
    assert table.data["t"][2] == NOON
    assert change.columns["t"][0] == NOON


@pytest.mark.parametrize("name", SAME_NOON)
@pytest.mark.parametrize("index", [1, slice(1, 2)], ids=["row", "slice"])
def test_times_are_set_in_a_column_of_days(name: str, index: Any) -> None:
    table = days()
    value = SAME_NOON[name]
    pair = (index, value if index == 1 else [value])
    change = told(table, lambda: table.data.patch({"t": [pair]}))
    assert list(table.data["t"]) == [np.datetime64("2026-01-01"), NOON]
    stored = change.patches["t"][0][1]
    assert (stored if index == 1 else stored[0]) == NOON


def test_columns_whose_unit_suffices_keep_it() -> None:
    table = days()
    table.data.stream({"t": pd.date_range("2026-01-03", periods=1, unit="ns")})
    table.data.patch({"t": [(0, dt.date(2025, 12, 31)), (1, 86_400_000)]})
    assert table.data["t"].dtype == np.dtype("M8[D]")
    shown = [str(day) for day in table.data["t"]]
    assert shown == ["2025-12-31", "1970-01-02", "2026-01-03"]


@pytest.mark.parametrize("nothing", [None, pd.NaT, np.datetime64("NaT"), float("nan")])
def test_a_missing_time_is_not_a_time(nothing: Any) -> None:
    table = days()
    change = told(table, lambda: table.data.stream({"t": [nothing]}))
    assert np.isnat(change.columns["t"]).all()
    table.data.patch({"t": [(0, nothing), (slice(1, 2), [nothing])]})
    assert np.isnat(table.data["t"]).all()


DURATIONS = {
    "timedelta": dt.timedelta(minutes=90),
    "numpy": np.timedelta64(90, "m"),
    "pandas": pd.Timedelta("90min"),
    "milliseconds": 5_400_000,
}


@pytest.mark.parametrize("name", DURATIONS)
def test_a_column_of_hours_takes_minutes(name: str) -> None:
    table = Table(data={"t": np.array([1, 2], "m8[h]")})
    table.data.stream({"t": [DURATIONS[name]]})
    table.data.patch({"t": [(0, DURATIONS[name])]})
    minutes = table.data["t"] / np.timedelta64(1, "m")
    assert minutes.tolist() == [90, 120, 90]


WRONG: dict[str, tuple[str, Any]] = {
    "a duration for a time": ("M8[D]", dt.timedelta(1)),
    "numpy's duration for a time": ("M8[D]", np.timedelta64(90, "m")),
    "pandas' duration for a time": ("M8[ns]", pd.Timedelta("90s")),
    "a time for a duration": ("m8[h]", NOON),
    "a text for a duration": ("m8[h]", "3"),
    "pandas' time for a duration": ("m8[h]", pd.Timestamp(NOON)),
    "yes for a time": ("M8[D]", True),
    "infinity": ("M8[D]", float("inf")),
    "a time beyond all": ("M8[D]", 1e300),
    "a year that nanoseconds do not reach": ("M8[ns]", dt.date(9999, 1, 1)),
    "a list": ("M8[D]", ["2026-01-01"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_such_time_changes_nothing(name: str) -> None:
    dtype, value = WRONG[name]
    column = np.array([1, 2], dtype)
    table = Table(data={"t": column})
    for patch in ((0, value), (slice(0, 2), [value, value])):
        with pytest.raises(RowsError, match="'t'"):
            table.data.patch({"t": [patch]})
    with pytest.raises(RowsError, match="'t'"):
        table.data.stream({"t": [value]})
    assert table.data["t"] is column
    assert column.tolist() == np.array([1, 2], dtype).tolist()


@pytest.mark.parametrize("kind", ["U", "S"])
@pytest.mark.parametrize("length", [5, 500])
def test_a_longer_text_is_kept_whole(kind: str, length: int) -> None:
    short, long = ("a", "b" * length) if kind == "U" else (b"a", b"b" * length)
    table = Table(data={"name": np.array([short, short])})
    change = told(table, lambda: table.data.patch({"name": [(0, long)]}))
    assert change.patches["name"] == [(0, long)]
    table.data.patch({"name": [(slice(1, 2), [long])]})
    assert table.data["name"].tolist() == [long, long]
    table.data.patch({"name": [(slice(0, 2), np.array([short, long + long]))]})
    assert table.data["name"].tolist() == [short, long + long]


BAD_PATCHES: dict[str, Any] = {
    "nothing": None,
    "a list": [("x", [(0, 1)])],
    "a number": {"x": 5},
    "a text": {"x": "01"},
    "an index of an array": {"x": [(np.array([0, 1]), 9)]},
    "a slice of floats": {"x": [(slice(0.0, 1.0), [9])]},
}


@pytest.mark.parametrize("name", BAD_PATCHES)
def test_what_is_no_patch_is_an_error_that_says_so(name: str) -> None:
    table = Table(data={"x": [1, 2]})
    with pytest.raises(RowsError, match=r"Table\.patch: "):
        table.data.patch(BAD_PATCHES[name])
    assert table.data["x"] == [1, 2]


def test_pairs_may_come_one_by_one_and_slices_have_numpys_bounds() -> None:
    table = Table(data={"x": [1, 2, 3]})
    table.data.patch({"x": ((row, 9) for row in range(2))})
    table.data.patch({"x": [(slice(np.int64(2), np.int64(3)), [8])]})
    assert table.data["x"] == [9, 9, 8]


def test_a_rollover_beyond_all_rows_is_told_as_a_number_that_browsers_have() -> None:
    table = Table(data={"x": [1]})
    change = told(table, lambda: table.data.stream({"x": [2]}, 10**30))
    assert change.rollover == 2**53 - 1


def test_arrays_of_numbers_tell_what_they_hold() -> None:
    table = Table(data={"x": array.array("f", [1, 2])})
    table.data.patch({"x": [(0, 0.1)]})
    assert table.data["x"][0] == np.float32(0.1)


@pytest.mark.parametrize("kind", ["i1", "i8", "u2"])
def test_a_point_is_dragged_to_where_there_is_no_whole_number(kind: str) -> None:
    table = Table(data={"x": np.array([1, 2, 3], kind)})
    change = told(table, lambda: table.data.patch({"x": [(0, 1.5)]}))
    assert change.patches["x"] == [(0, 1.5)]
    assert table.data["x"].tolist() == [1.5, 2, 3]
    table = Table(data={"x": np.array([1, 2, 3], kind)})
    table.data.patch({"x": [(slice(0, 3, 2), [7.0, 8.25])]})
    assert table.data["x"].tolist() == [7, 2, 8.25]


def test_whole_numbers_stay_whole() -> None:
    table = Table(data={"x": np.array([1, 2, 3])})
    table.data.patch({"x": [(0, 4.0), (slice(1, 3), [5.0, 6])]})
    assert table.data["x"].dtype == np.dtype("i8")
    with pytest.raises(RowsError):
        table.data.patch({"x": [(0, float("nan"))]})


ROWS_OF_ROWS = {
    "a list": [[4]],
    "lists": [[4], [5, 6]],
    "lists of one length": [[4, 5], [5, 6]],
    "an array of arrays": np.array([[4, 5], [5, 6]]),
    "arrays": [np.array([4, 5])],
    "tuples": [(4, 5), (6,)],
    "texts": [["a", "b"]],
    "one that is missing": [None, [4]],
}


@pytest.mark.parametrize("name", ROWS_OF_ROWS)
@pytest.mark.parametrize("rollover", [None, 2], ids=["all", "the last"])
def test_lines_are_streamed_into_a_column_of_lines(name: str, rollover: Any) -> None:
    """Columns of lists of polars, Arrow and pandas are objects of numpy's."""
    lines = np.empty(2, object)
    lines[:] = [1], [2, 3]
    table = Table(data={"xs": lines})
    table.data.stream({"xs": ROWS_OF_ROWS[name]}, rollover)
    expected = [[1], [2, 3], *map(as_list, ROWS_OF_ROWS[name])]
    held = table.data["xs"]
    assert held.shape == (len(expected[-2:] if rollover else expected),)
    assert [as_list(row) for row in held] == expected[-len(held) :]


def as_list(row: Any) -> Any:
    return row if row is None else list(row)
