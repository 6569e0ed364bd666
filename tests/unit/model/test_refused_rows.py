"""Rows that a typed column cannot take: refused before anything changes."""

import array
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from syncd.errors import RowsError
from syncd.model import Model
from syncd.model.specs import Columns


class Table(Model):
    """A source of these tests."""

    data: Columns = {}


IMPOSSIBLE: dict[str, tuple[Any, Any]] = {
    "a number beyond all types": (array.array("d", [1, 2, 3]), [10**400]),
    "a text among numbers": (array.array("i", [1, 2, 3]), [1, "x"]),
    "a text among fractions": (array.array("f", [1, 2, 3]), [1, "x"]),
    "a text among objects": (np.ones(3), np.array([1, "x"], object)),
    "a number among texts": (np.array(["a"]), np.array(["x", 1], object)),
    "rows of lists for an array of numbers": (np.arange(3), [[1, 2, 3]]),
    "rows of unequal length": (np.arange(3), [[1, 2], [3]]),
    "numbers for rows of numbers": (np.ones((3, 3)), [1.0]),
    "shorter rows": (np.ones((3, 3)), [[1.0, 2.0]]),
    "numbers for an empty one with rows": (np.ones((0, 3)), [1.0]),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
@pytest.mark.parametrize("rollover", [None, 1, 2])
def test_a_stream_that_a_column_cannot_take_changes_nothing(
    name: str, rollover: int | None
) -> None:
    column, added = IMPOSSIBLE[name]
    table = Table(data={"plain": [0] * len(column), "typed": column})
    before = len(column)
    rows = {"plain": [1] * len(added), "typed": added}
    with pytest.raises(RowsError, match="typed"):
        table.data.stream(rows, rollover)
    assert table.data["plain"] == [0] * before
    assert table.data["typed"] is column


def test_a_reason_does_not_repeat_all_rows() -> None:
    table = Table(data={"a": np.arange(3)})
    with pytest.raises(RowsError) as caught:
        table.data.stream({"a": ["text"] * 100_000})
    assert len(str(caught.value)) < 500


HUGE = array.array("d", [1 / 3]) * 2_000_000
LONG = "x" * 2_000_000
IMAGES = [np.zeros((2, 2))]
TIMES = np.array(["2020-01-01", "2020-01-02"], "datetime64[D]")


def _cost(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.fixture(scope="module")
def words() -> float:
    """What it costs to find words for each of the numbers."""
    return _cost(lambda: repr(HUGE))


@pytest.mark.parametrize("value", [HUGE, LONG, [HUGE, HUGE], [LONG, LONG], {LONG: 1}])
@pytest.mark.parametrize(
    ("column", "index"),
    [
        (np.zeros(2), 0),
        (np.zeros(2), slice(0, 2)),
        (TIMES, 0),
        (TIMES, slice(0, 2)),
        (array.array("d", [0, 1]), 0),
        (array.array("d", [0, 1]), slice(0, 2)),
        (IMAGES, (0, 1, 1)),
        (IMAGES, (0, slice(0, 2), 1)),
        (IMAGES, (LONG, 1)),
        ([[1, 2]], (0, slice(0, 2), 1)),
    ],
)
def test_a_patch_is_refused_without_looking_at_all_of_a_huge_value(
    column: Any, index: Any, value: Any, words: float
) -> None:
    table = Table(data={"a": column})

    def patch() -> None:
        with pytest.raises(RowsError) as caught:
            table.data.patch({"a": [(index, value)]})
        assert len(str(caught.value)) < 1_000

    assert _cost(patch) < words / 2
    assert table.data["a"] is column


def test_texts_for_cells_take_no_more_room_than_they_have() -> None:
    # Made an array of texts, each would take the room of the longest: 16 GB.
    table = Table(data={"a": [np.zeros((2, 1_000))]})
    texts = [LONG] + ["0"] * 1_999
    with pytest.raises(RowsError, match="cannot hold"):
        table.data.patch({"a": [((0, slice(0, 2), slice(0, 1_000)), texts)]})
