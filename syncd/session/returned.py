"""Columns that come back from a browser, as their author knows them."""

from __future__ import annotations

import array
from typing import TYPE_CHECKING, Any

from syncd.model.times import as_times


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
    return {name: _alike(column, before.get(name)) for name, column in columns.items()}


def _alike(column: Any, before: Any) -> Any:
    if hasattr(before, "dtype"):
        return _as_array(column, before)
    if isinstance(column, list) and isinstance(before, list):
        cell = next((cell for cell in before if cell is not None), None)
        if hasattr(cell, "dtype"):
            return [_cell_alike(each, cell) for each in column]
    if isinstance(column, array.array) and not isinstance(before, array.array):
        return column.tolist()
    return column


def _cell_alike(cell: Any, before: Any) -> Any:
    """Return what is in one row of a column of arrays, such as an image."""
    is_array = isinstance(cell, list | array.array)
    return _as_array(cell, before) if is_array else cell


def _as_array(column: Any, before: Any) -> Any:
    """Return an array like the one before if it holds all values as they are."""
    import numpy as np  # noqa: PLC0415  # it has made the column

    kind, numbers = before.dtype.kind, isinstance(column, array.array)
    try:
        if kind in "mM":
            return as_times(
                before, _as_microseconds(column, kind) if numbers else column
            )
        made = np.asarray(column)
    except (ValueError, TypeError):
        return np.asarray(column) if numbers else column
    if kind not in "biuf" or made.dtype.kind not in "biuf":
        return made if numbers else column
    if made.dtype == before.dtype:
        return made  # as it came: there may be megabytes
    if (kind == "b") != (made.dtype.kind == "b"):
        return made
    with np.errstate(invalid="ignore", over="ignore"):
        cast = made.astype(before.dtype)
    return cast if np.array_equal(cast, made, equal_nan=True) else made


def _as_microseconds(milliseconds: array.array[Any], kind: str) -> Any:
    """Return times of numpy, all at once: there may be millions."""
    import numpy as np  # noqa: PLC0415  # likewise

    given = np.asarray(milliseconds) * 1000.0
    known = np.isfinite(given)
    if (np.abs(given[known]) >= 2**63).any():
        message = "a time is too far away"
        raise ValueError(message)
    times = np.rint(np.where(known, given, 0.0)).astype("i8").astype(f"{kind}8[us]")
    times[~known] = "NaT"
    return times
