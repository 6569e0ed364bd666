"""What a typed column must become to hold the rows that come: nothing is lost by it.

Rows keep the type of their column where that suffices, or make it wider: whole
numbers to fractions, days to microseconds, short texts to long ones, and to objects
where no type of numpy's has all of them. What is of another kind is refused, before
anything changes. Numbers in a column of fractions are the nearest that it has.
"""

from __future__ import annotations

import array
from numbers import Number, Real
from typing import Any

from syncd.model.times import TIMES, as_times


__all__ = ["continuing", "fitted", "is_typed", "longest_text", "roomy"]

_LONG_TEXT = 16
"""Characters that take as much room in numpy's texts as in a text of its own."""

_TEXTS = frozenset("US")
_WHOLE = frozenset("iu")
_NUMBERS = frozenset("biuf")
_TYPED = _NUMBERS | _TEXTS | TIMES.keys()

_EXACT = 2**53
"""Up to which a float tells every whole number from its neighbours."""

_REFUSED = "there is something of another kind"


def is_typed(column: Any) -> bool:
    """Tell whether a column or row can hold values of one type only."""
    dtype = getattr(column, "dtype", None)
    return isinstance(column, array.array) if dtype is None else dtype.kind in _TYPED


def fitted(column: Any, values: Any, shape: tuple[int, ...]) -> Any:
    """Return the rows that a typed column will hold when values are set in it.

    Args:
        column: The column, or a row whose cells are set.
        values: What to set; the rows are a copy.
        shape: The lengths of what they are set to.

    Returns:
        An array; of the column's type if that has all of them.

    Raises:
        ValueError: They are of another kind or shape.
        TypeError: The same, as numpy tells it.
        OverflowError: A number is beyond all types.
    """
    if len(shape) == 1:
        _check_flat(values)
    if isinstance(column, array.array):
        rows = _rows_of_array(column, values)
        if isinstance(rows, list) and not all(isinstance(row, Real) for row in rows):
            raise TypeError(_REFUSED)
        return rows
    import numpy as np  # noqa: PLC0415  # it has made the column

    if not shape[0]:
        return np.empty(shape, column.dtype)
    if column.dtype.kind in TIMES:
        return np.broadcast_to(as_times(column, values, len(shape)), shape).copy()
    rows = np.broadcast_to(_told_rows(column, values), shape)
    if rows.dtype.kind == "O":
        rows = _of_objects(column.dtype.kind, _pure(rows))
    return _narrowed(column.dtype, rows).copy()


def roomy(column: Any, rows: Any) -> Any:
    """Return a column as it is if it can hold rows exactly, and a wider one if not."""
    if isinstance(column, array.array):
        if getattr(rows, "typecode", None) == column.typecode:
            return column
        return _floats(column) if isinstance(rows, array.array) else list(column)
    dtype, other = column.dtype, rows.dtype
    if dtype == other:
        return column
    kinds = {dtype.kind, other.kind}
    if "O" in kinds or kinds == _TEXTS or ("b" in kinds and len(kinds) > 1):
        return column.astype(object, copy=False)
    import numpy as np  # noqa: PLC0415  # it has made the column

    both = np.promote_types(dtype, other)
    if both.kind == "f" and not (_is_exact(column) and _is_exact(rows)):
        both = np.dtype(object)
    return column.astype(both, copy=False)


def continuing(column: Any, values: Any) -> Any:
    """Return rows to put behind those of a typed column, once that is `roomy`.

    Raises:
        OverflowError: A number is beyond the type of a standard array.
    """
    if isinstance(column, array.array):
        return _rows_of_array(column, values)
    rows = _told_rows(column, values)
    kind, other = column.dtype.kind, rows.dtype.kind
    if other in _NUMBERS and (kind == "f" or (other == "b" and kind in _NUMBERS)):
        import numpy as np  # noqa: PLC0415  # it has made the rows

        return rows.astype(np.promote_types(column.dtype, rows.dtype), copy=False)
    return rows


def _told_rows(column: Any, values: Any) -> Any:
    """Return an array of just these values: none is cut, or turned into a text."""
    import numpy as np  # noqa: PLC0415  # it has made the column

    if hasattr(values, "dtype") or isinstance(values, array.array):
        return np.asarray(values)
    if longest_text(values) > _LONG_TEXT:
        # Among numpy's texts each takes the room of the longest: a long one from
        # a client could take all the memory there is.
        return np.array(values, dtype=object)
    rows = np.asarray(values)
    if rows.dtype.kind in "biuO" or rows.dtype.kind == column.dtype.kind == "f":
        return rows
    objects = np.array(values, dtype=object)
    if rows.shape != objects.shape:
        return rows
    objects = _pure(objects)
    same = rows == objects
    if rows.dtype.kind == "f":
        same |= np.isnan(rows)
    return rows if np.all(same) else objects


def longest_text(values: Any) -> int:
    """Return the length of the longest text in rows, -1 if there is none."""
    if isinstance(values, list | tuple):
        return max(map(longest_text, values), default=-1)
    return len(values) if isinstance(values, str | bytes) else -1


def _rows_of_array(column: array.array[Any], values: Any) -> Any:
    """Return rows for a standard array: of its type, of floats, or a list of them."""
    if _kind_of(values) == "O":
        values = values.tolist()
    kinds = {_kind_of(values), *(map(_kind_of, values) if type(values) is list else ())}
    if not kinds.isdisjoint(TIMES):
        raise TypeError(_REFUSED)
    try:
        return array.array(column.typecode, values)
    except TypeError:
        rows = list(getattr(values, "tolist", values.__iter__)())
        rows = [row.item() if hasattr(row, "item") else row for row in rows]
    if column.typecode in "fdu" or not all(isinstance(row, Real) for row in rows):
        return rows
    if all(row % 1 == 0 for row in rows):
        return array.array(column.typecode, map(int, rows))
    return _floats(rows)


def _floats(rows: Any) -> Any:
    """Return numbers as an array of floats, or as a list if one would be another."""
    floats = array.array("d", rows)
    same = all(a == b or b != b for a, b in zip(floats, rows, strict=True))  # noqa: PLR0124  # not-a-number
    return floats if same else list(rows)


def _check_flat(values: Any) -> None:
    """Refuse rows that are several values each, before they are all read."""
    if getattr(values, "ndim", 1) != 1:
        raise ValueError(_REFUSED)
    if isinstance(values, list | tuple) and any(map(_is_several, values)):
        raise ValueError(_REFUSED)


def _is_several(value: Any) -> bool:
    dimensions: Any = getattr(value, "ndim", None)
    return bool(dimensions) or isinstance(value, list | tuple | array.array)


def _pure(rows: Any) -> Any:
    """Return objects of which none is numpy's, for those compare as they are rounded."""
    import numpy as np  # noqa: PLC0415  # it has made the rows

    pure = np.empty(rows.size, object)
    for place, value in enumerate(rows.flat):
        known = _kind_of(value) in _NUMBERS | _TEXTS
        pure[place] = value.item() if known else value
    return pure.reshape(rows.shape)


def _kind_of(value: Any) -> Any:
    return getattr(getattr(value, "dtype", None), "kind", None)


def _of_objects(kind: str, rows: Any) -> Any:
    """Return objects as the numbers that they are, or as they are."""
    if kind == "f":
        allowed: Any = (Number, type(None))
    else:
        allowed = Real if kind in _WHOLE else (Real, str, bytes, type(None))
    if not all(isinstance(value, allowed) for value in rows.flat):
        raise ValueError(_REFUSED)
    if kind in _WHOLE or kind == "f":
        floats = rows.astype("f8")
        if kind == "f" or (floats == rows).all():
            return floats
        if (rows != rows).any():  # noqa: PLR0124  # not-a-number differs from itself
            raise ValueError(_REFUSED)
    return rows


def _narrowed(dtype: Any, rows: Any) -> Any:
    """Return rows in a column's type if that has all of them, or as they are."""
    import numpy as np  # noqa: PLC0415  # it has made the rows

    kind, other = dtype.kind, rows.dtype.kind
    if dtype == rows.dtype or other == "O":
        return rows
    if (kind in _TEXTS) != (other in _TEXTS) or other not in _NUMBERS | _TEXTS:
        raise ValueError(_REFUSED)
    if kind in _TEXTS:
        if kind == other and rows.dtype.itemsize <= dtype.itemsize:
            return rows.astype(dtype)
        long = longest_text(rows.ravel().tolist()) > _LONG_TEXT
        return rows.astype(object) if long or kind != other else rows
    if kind == "f":
        with np.errstate(over="ignore"):
            nearest = rows.astype(dtype)
        return rows if (np.isinf(nearest) & np.isfinite(rows)).any() else nearest
    if kind != "b" and not np.isfinite(rows).all():
        raise ValueError(_REFUSED)
    limits = np.iinfo(dtype) if kind != "b" else None
    low, high = (limits.min, limits.max) if limits else (0, 1)
    inside = low <= rows.min().item() and rows.max().item() <= high
    whole = other != "f" or (rows == np.floor(rows)).all()
    return rows.astype(dtype) if inside and whole else rows


def _is_exact(rows: Any) -> bool:
    """Tell whether whole numbers are the same as floats."""
    if rows.dtype.kind not in _WHOLE or not rows.size:
        return True
    return bool(max(-rows.min().item(), rows.max().item()) <= _EXACT)
