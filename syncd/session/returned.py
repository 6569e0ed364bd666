"""Columns that come back from a browser, as their author knows them."""

from __future__ import annotations

import array
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["as_authored"]


def as_authored(
    columns: Mapping[str, Any], before: Mapping[str, Any]
) -> dict[str, Any]:
    """Return columns as what stands in their place: lists, or arrays of numpy.

    The wire has one form for all columns of numbers, which nobody can calculate
    with, or compare with a list.

    Args:
        columns: What came over the wire.
        before: The columns that they replace.
    """
    return {
        name: _alike(column, before.get(name))
        if type(column) is array.array
        else column
        for name, column in columns.items()
    }


def _alike(column: array.array[Any], before: Any) -> Any:
    if isinstance(before, array.array):
        return column
    if not hasattr(before, "dtype"):
        return column.tolist()
    import numpy as np  # noqa: PLC0415  # it has made the column

    return np.asarray(column)
