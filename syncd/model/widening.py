"""What a typed column must become to hold the rows that come: nothing is lost by it.

Rows keep the type of their column where that suffices, or make it wider: whole
numbers to fractions, days to microseconds, short texts to long ones, and to objects
where no type of numpy's has all of them. What is of another kind is refused, before
anything changes. Numbers in a column of fractions are the nearest that it has.
"""

from __future__ import annotations

import array
import math
from numbers import Number, Real
from typing import Any

from syncd.model.moments import TIMES
from syncd.model.times import as_times, is_kept


__all__ = [
    "NUMBERS",
    "as_object",
    "as_rows",
    "continuing",
    "fitted",
    "is_typed",
    "kind_of",
    "longest_text",
    "roomy",
]

_LONG_TEXT = 16
"""Characters that take as much room in numpy's texts as in a text of its own."""

_TEXTS = frozenset("US")
_WHOLE = frozenset("iu")
NUMBERS = frozenset("biuf")
"""The kinds of numpy's types that are numbers a column may have."""

_TYPED = NUMBERS | _TEXTS | TIMES.keys()

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
        return _fitted_array(column, values)
    import numpy as np  # noqa: PLC0415  # it has made the column

    if not shape[0]:
        return np.empty(shape, column.dtype)
    if column.dtype.kind in TIMES:
        return np.broadcast_to(as_times(column, values, len(shape)), shape).copy()
    rows = np.broadcast_to(_told_rows(column, values), shape)
    if rows.dtype.kind == "O":
        rows = _of_objects(column.dtype.kind, _pure(rows))
    if column.dtype.kind in _WHOLE and not _are_finite(rows):
        raise ValueError(_REFUSED)
    return _narrowed(column.dtype, rows).copy()


def roomy(column: Any, rows: Any) -> Any:
    """Return a column as it is if it can hold rows exactly, and a wider one if not.

    Raises:
        ValueError: No unit reaches all of the times, those there are and these.
    """
    if isinstance(column, array.array):
        return _roomy_array(column, rows)
    dtype, other = column.dtype, rows.dtype
    if dtype == other:
        return column
    kinds = {dtype.kind, other.kind}
    if "O" in kinds or kinds == _TEXTS or ("b" in kinds and len(kinds) > 1):
        return column.astype(object, copy=False)
    import numpy as np  # noqa: PLC0415  # it has made the column

    both = np.promote_types(dtype, other)
    if both.kind in TIMES and not (is_kept(column, both) and is_kept(rows, both)):
        raise ValueError(_REFUSED)
    if both.kind == "f" and not (_is_exact(column) and _is_exact(rows)):
        both = np.dtype(object)
    return column.astype(both, copy=False)


def as_rows(column: Any, value: Any) -> Any:
    """Return what `fitted` has made, or one of its rows, as rows that have a type."""
    if isinstance(column, array.array):
        if isinstance(value, array.array):
            return value
        if type(value) is float and column.typecode == "d":
            return array.array("d", (value,))
        rows = value if isinstance(value, list) else [value]
        return _exact_array(column.typecode + "qQd", rows)
    import numpy as np  # noqa: PLC0415  # it has made the column

    if hasattr(value, "dtype"):
        return np.atleast_1d(value)
    values = value if isinstance(value, list) else [value]
    dtypes = {getattr(each, "dtype", None) for each in values}
    if len(dtypes) == 1 and None not in dtypes:
        return np.array(values, dtypes.pop())
    objects = np.empty(len(values), object)
    objects[:] = values
    return objects


def as_object(value: Any) -> Any:
    """Return a number or text of numpy's as Python's own, which objects are."""
    known = kind_of(value) in NUMBERS | _TEXTS and not value.ndim
    return value.item() if known else value


def continuing(column: Any, values: Any) -> Any:
    """Return rows to put behind those of a typed column, once that is `roomy`.

    They are what `fitted` makes of them, but what is missing among whole numbers is
    taken too. A column without rows may become one of another kind.

    Raises:
        ValueError: They are of another kind.
        TypeError: The same, as numpy tells it.
        OverflowError: A number is beyond all types.
    """
    if isinstance(column, array.array):
        return _rows_of_array(column, values)
    if column.dtype.kind == "O" and column.ndim == 1 and _are_several(values):
        return _objects(values)
    rows = _told_rows(column, values)
    kind, other = column.dtype.kind, rows.dtype.kind
    if len(column) and kind in NUMBERS | _TEXTS:
        if other == "O":
            rows = _of_objects(kind, _pure(rows))
        return _narrowed(column.dtype, rows)
    if other in NUMBERS and (kind == "f" or (other == "b" and kind in NUMBERS)):
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
    """Return rows for a standard array: of its type, of a wider one, or a list."""
    if kind_of(values) == "O":
        values = values.tolist()
    kinds = {kind_of(values), *(map(kind_of, values) if type(values) is list else ())}
    if not kinds.isdisjoint(TIMES):
        raise TypeError(_REFUSED)
    try:
        if column.typecode != "f":  # that one would make far numbers infinite
            return array.array(column.typecode, values)
    except (TypeError, OverflowError):
        pass
    rows = list(getattr(values, "tolist", values.__iter__)())
    return _wider_array(
        column.typecode, [row.item() if hasattr(row, "item") else row for row in rows]
    )


def _wider_array(code: str, rows: list[Any]) -> Any:
    """Return rows that an array of a type cannot take as they are."""
    if code == "u":
        return rows
    if not all(isinstance(row, Number) or row is None for row in rows):
        raise TypeError(_REFUSED)
    if code in "fd":
        nearest = array.array("d", [math.nan if row is None else row for row in rows])
        single = array.array(code, nearest)
        pairs = zip(single, nearest, strict=True)
        beyond = any(math.isinf(one) and not math.isinf(other) for one, other in pairs)
        return nearest if beyond else single
    if not all(isinstance(row, Real) for row in rows):
        return rows
    if all(row % 1 == 0 for row in rows):
        return _exact_array(code + "qQd", list(map(int, rows)))
    return _exact_array("d", rows)


def _fitted_array(column: array.array[Any], values: Any) -> Any:
    """Return the rows that a standard array will hold when values are set in it."""
    rows = _rows_of_array(column, values)
    if isinstance(rows, list) and not all(isinstance(row, Real) for row in rows):
        raise TypeError(_REFUSED)
    if column.typecode not in "fdu" and any(row - row != 0 for row in rows):
        raise ValueError(_REFUSED)  # not-a-number, or infinite
    return rows[:]


def _roomy_array(column: array.array[Any], rows: Any) -> Any:
    """Return a standard array as it is if it can hold rows exactly, or a wider one."""
    if not isinstance(rows, array.array):
        return list(column)
    own = column.typecode
    if own == rows.typecode:
        return column
    for code in (own, *"qQd"):
        wide = column if code == own else _exact_array(code, column)
        if not isinstance(wide, list) and not isinstance(
            _exact_array(code, rows), list
        ):
            return wide
    return list(column)


def _exact_array(codes: str, rows: Any) -> Any:
    """Return rows in the first type of array that has all of them, or as a list."""
    for code in codes:
        try:
            made = array.array(code, rows)
        except (TypeError, OverflowError):
            continue
        if all(a == b or (a != a and b != b) for a, b in zip(made, rows, strict=True)):  # noqa: PLR0124  # not-a-number
            return made
    return list(rows)


def _check_flat(values: Any) -> None:
    """Refuse rows that are several values each, before they are all read."""
    if getattr(values, "ndim", 1) != 1:
        raise ValueError(_REFUSED)
    if isinstance(values, list | tuple) and any(map(_is_several, values)):
        raise ValueError(_REFUSED)


def _are_several(values: Any) -> bool:
    """Tell whether there are rows that are several values each."""
    dimensions = getattr(values, "ndim", None)
    return dimensions > 1 if dimensions else any(map(_is_several, values))


def _objects(values: Any) -> Any:
    """Return an array of rows, each as it is, though numpy would take them apart."""
    import numpy as np  # noqa: PLC0415  # it has made the column

    rows = np.empty(len(values), object)
    for place, value in enumerate(values):
        rows[place] = value
    return rows


def _is_several(value: Any) -> bool:
    dimensions: Any = getattr(value, "ndim", None)
    return bool(dimensions) or isinstance(value, list | tuple | array.array)


def _pure(rows: Any) -> Any:
    """Return objects of which none is numpy's, for those compare as they are rounded."""
    import numpy as np  # noqa: PLC0415  # it has made the rows

    pure = np.empty(rows.size, object)
    for place, value in enumerate(rows.flat):
        pure[place] = as_object(value)
    return pure.reshape(rows.shape)


def kind_of(value: Any) -> Any:
    """Return the letter of an array's kind of values; of others none."""
    return getattr(getattr(value, "dtype", None), "kind", None)


def _of_objects(kind: str, rows: Any) -> Any:
    """Return objects as the numbers that they are, or as they are."""
    allowed = (str, bytes) if kind in _TEXTS else Number
    if not all(value is None or isinstance(value, allowed) for value in rows.flat):
        raise ValueError(_REFUSED)
    if kind == "f":
        return rows.astype("f8")
    if kind in _WHOLE and all(isinstance(value, Real) for value in rows.flat):
        floats = rows.astype("f8")
        if (floats == rows).all():
            return floats
    return rows


def _narrowed(dtype: Any, rows: Any) -> Any:
    """Return rows in a column's type if that has all of them, or as they are."""
    import numpy as np  # noqa: PLC0415  # it has made the rows

    kind, other = dtype.kind, rows.dtype.kind
    if dtype == rows.dtype or other == "O":
        return rows
    if (kind in _TEXTS) != (other in _TEXTS) or other not in NUMBERS | _TEXTS:
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
    if not rows.size or not np.isfinite(rows).all():
        return rows
    limits = np.iinfo(dtype) if kind != "b" else None
    low, high = (limits.min, limits.max) if limits else (0, 1)
    inside = low <= rows.min().item() and rows.max().item() <= high
    whole = other != "f" or (rows == np.floor(rows)).all()
    return rows.astype(dtype) if inside and whole else rows


def _are_finite(rows: Any) -> bool:
    """Tell whether rows are real numbers, none of them infinite or not a number."""
    if rows.dtype.kind == "O":
        return all(isinstance(row, Real) and row - row == 0 for row in rows.flat)
    if rows.dtype.kind != "f":
        return True
    import numpy as np  # noqa: PLC0415  # it has made the rows

    return bool(np.isfinite(rows).all())


def _is_exact(rows: Any) -> bool:
    """Tell whether whole numbers are the same as floats."""
    if rows.dtype.kind not in _WHOLE or not rows.size:
        return True
    return bool(max(-rows.min().item(), rows.max().item()) <= _EXACT)
