"""Rows streamed into arrays are written where there is room for them."""

import tracemalloc
from contextlib import suppress
from typing import Any

import numpy as np
import pytest

from syncd.errors import RowsError
from syncd.model import Model
from syncd.model.specs import Columns


ROWS = 20_000


class Table(Model):
    """A source of rows."""

    data: Columns = {}


def stream(table: Table, rows: Any, rollover: int | None = None) -> Any:
    table.data.stream({"y": rows}, rollover)
    return table.data["y"]


@pytest.mark.parametrize("rollover", [ROWS, None], ids=["rolled over", "all kept"])
def test_few_streams_make_a_new_buffer(rollover: int | None) -> None:
    table = Table(data={"y": np.zeros(ROWS)})
    made = 0
    last = None
    for n in range(2_000):
        buffer = id(stream(table, np.full(10, n), rollover).base)
        made += buffer != last
        last = buffer
    assert made <= 9
    column = table.data["y"]
    assert np.array_equal(column[-ROWS:], np.repeat(np.arange(2_000), 10))
    assert len(column) == (rollover or 2 * ROWS)


@pytest.mark.parametrize("rows", [np.array([7.0]), [7.0]], ids=["array", "list"])
@pytest.mark.parametrize("length", [5, ROWS])
@pytest.mark.parametrize("rollover", [None, 5], ids=["all kept", "rolled over"])
@pytest.mark.parametrize("part", [slice(None), slice(1, 3)], ids=["whole", "part"])
def test_an_edit_of_what_was_read_before_a_stream_is_no_edit_of_the_source(
    rows: Any, length: int, rollover: int | None, part: slice
) -> None:
    table = Table(data={"y": np.arange(float(length))})
    for _ in range(3):
        stream(table, rows, rollover)
    read = table.data["y"][part]
    after = [*table.data["y"], 7.0][-rollover if rollover else 0 :]
    stream(table, rows, rollover)
    read -= 1_000
    assert [*table.data["y"]] == after


def test_arrays_that_were_handed_out_stay_as_they_are() -> None:
    table = Table(data={"y": np.arange(float(ROWS))})
    given = [stream(table, [float(ROWS + n)], ROWS) for n in range(100)]
    for n, column in enumerate(given, 1):
        assert np.array_equal(column, np.arange(n, n + ROWS))


def test_sources_of_the_same_array_do_not_share_what_is_streamed() -> None:
    first = Table(data={"y": np.zeros(ROWS)})
    stream(first, [1.0])
    second = Table(data=dict(first.data))
    stream(first, [2.0])
    stream(second, [3.0])
    assert [*first.data["y"][-3:]] == [0, 1, 2]
    assert [*second.data["y"][-3:]] == [0, 1, 3]


def test_a_column_may_be_continued_with_its_own_rows() -> None:
    own = np.arange(float(ROWS))
    table = Table(data={"y": own})
    for _ in range(3):
        column = stream(table, table.data["y"][-ROWS:])
    assert np.array_equal(column, np.tile(own, 4))


def test_a_long_buffer_is_not_kept_for_a_short_column() -> None:
    table = Table(data={"y": np.zeros(ROWS)})
    for _ in range(3):
        column = stream(table, [1.0], 10)
    assert column.base is None or len(column.base) < 100


@pytest.mark.parametrize(
    ("column", "rows", "dtype"),
    [
        (np.array([1, 2]), [1.5], "float64"),
        (np.array([1.0, 2.0], "float32"), np.array([3.0]), "float32"),
        (np.array([1.0, 2.0], "float32"), [3], "float32"),
        (np.array([1.0, 2.0], "float32"), [1e300], "float64"),
        (np.array([1.0, 2.0]), [3], "float64"),
        (np.array(["a", "b"]), ["long"], "<U4"),
        (np.array(["a", "b"]), ["long" * 5], "O"),
        (np.array(["2024-01-01"], "datetime64[D]"), ["2024-01-02"], "datetime64[D]"),
    ],
)
def test_the_type_is_that_of_both_together(column: Any, rows: Any, dtype: str) -> None:
    table = Table(data={"y": np.resize(column, ROWS)})
    for _ in range(5):
        longer = stream(table, rows)
    assert longer.dtype == dtype
    assert [*longer[-5:]] == [*np.asarray(rows, dtype)] * 5


@pytest.mark.parametrize("kind", ["f8", "U1", "O"])
def test_a_long_text_takes_its_own_room_only(kind: str) -> None:
    table = Table(data={"y": np.zeros(100).astype(kind)})
    rows = ["a"] * 1_000 + ["b" * 100_000]
    tracemalloc.start()
    try:
        with suppress(RowsError):
            stream(table, rows)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert len(table.data["y"]) == (100 if kind == "f8" else 1_101)
