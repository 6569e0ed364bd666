"""Rows that a typed column cannot take: refused before anything changes."""

import array
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
    "a number beyond the type": (array.array("b", [1, 2, 3]), [1000]),
    "a number beyond the type of an empty one": (array.array("i"), [2**40]),
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
