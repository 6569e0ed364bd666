"""Cells of rows that are arrays themselves, such as images."""

from __future__ import annotations

import array
from itertools import islice
from math import prod
from operator import index as whole
from typing import TYPE_CHECKING, Any, TypeAlias

from syncd.errors import RowsError, shown
from syncd.model.holding import is_held_elsewhere, own_copy
from syncd.model.widening import as_object, as_rows, fitted, is_typed, roomy


if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "CellIndex",
    "are_cells_roomy",
    "check_cells",
    "checked_slice",
    "put_cells",
    "put_flat",
]

CellIndex: TypeAlias = tuple[int | slice, ...]
"""A row, and an index or a slice for each dimension of what is in it."""


class _MisfitError(Exception):
    """Raised when an index does not fit what it is to be an index of."""


def checked_slice(index: slice, length: int) -> slice | None:
    """Return a slice with all its bounds, or nothing if it does not fit."""
    try:
        parts = [
            None if part is None else whole(part)
            for part in (index.start, index.stop, index.step)
        ]
    except TypeError:
        return None
    good = all(part is None or part >= 0 for part in parts)
    if not good or parts[2] == 0 or (parts[1] or 0) > length:
        return None
    rows = range(*slice(*parts).indices(length))
    return slice(rows.start, rows.stop, rows.step)


def check_cells(
    label: str, name: str, column: Any, index: Any, value: Any
) -> tuple[CellIndex, Any]:
    """Return an index of cells of one row, and what they will hold.

    Args:
        label: Names the source in errors.
        name: The column.
        column: Its rows, of which the one that is meant is an array or a list,
            perhaps of lists.
        index: The row, and an index or a slice for each dimension of it.
        value: As many values, in any shape; one, alone or in a list, if there is no
            slice.

    Returns:
        The index with all bounds, and the values one after another.

    Raises:
        RowsError: It does not fit.
    """
    try:
        row, *parts = _check_parts(column, index)
        flat = _check_values(parts, value)
        return (row, *parts), _fitted(column[row], tuple(parts), flat)
    except _MisfitError as misfit:
        reason = f"index {shown(index)} of column {name!r} does not fit: {misfit}"
        raise RowsError(label, reason) from None
    except (TypeError, ValueError, OverflowError):
        reason = f"index {shown(index)} of column {name!r} cannot hold {shown(value)}"
        raise RowsError(label, reason) from None


def put_cells(column: Any, index: CellIndex, value: Any) -> None:
    """Set cells of one row to what `check_cells` has returned."""
    _put(column, index[0], index[1:], value)


def are_cells_roomy(column: Any, index: CellIndex, value: Any) -> bool:
    """Tell whether cells can be set to what `check_cells` has returned as they are."""
    return _are_roomy(column[index[0]], index[1:], value)


def _are_roomy(inner: Any, parts: CellIndex, value: Any) -> bool:
    if is_typed(inner):
        return roomy(inner, as_rows(inner, value)) is inner
    if len(parts) == 1 or hasattr(inner, "dtype"):
        return True
    shares = _shares(inner, parts, value)
    return all(_are_roomy(inner[at], parts[1:], own) for at, own in shares)


def _put(container: Any, place: Any, parts: CellIndex, value: Any) -> None:
    """Set cells of what is at one place of a container of lists or arrays."""
    if _needs_copy(container, place):
        container[place] = own_copy(container[place])
    inner = container[place]
    if is_typed(inner):
        rows = as_rows(inner, value)
        wide = roomy(inner, rows)
        if wide is not inner:
            container[place] = wide
        if isinstance(wide, list | array.array):
            put_flat(wide, parts[0], rows if _are_several(parts) else rows[0])
        elif _are_several(parts):
            wide[parts] = rows.reshape(wide[parts].shape)
        else:
            wide[parts] = as_object(rows[0]) if wide.dtype.kind == "O" else rows[0]
    elif hasattr(inner, "dtype"):
        cells = as_rows(inner, value) if _are_several(parts) else as_object(value)
        inner[parts] = _shaped(cells, inner[parts]) if _are_several(parts) else cells
    elif len(parts) > 1:
        for at, own in _shares(inner, parts, value):
            _put(inner, at, parts[1:], own)
    elif isinstance(parts[0], slice):
        inner[parts[0]] = value
    else:
        inner[parts[0]] = value


def put_flat(column: Any, index: Any, value: Any) -> None:
    """Set rows of a list or a standard array, which takes only those of its type."""
    if isinstance(column, array.array) and isinstance(index, slice):
        value = array.array(column.typecode, value)
    column[index] = value


def _typed_cells(row: Any, parts: CellIndex, value: Any) -> Any:
    """Return the values of typed cells, one after another."""
    values = value if _are_several(parts) else [value]
    return fitted(row, values, (len(values),))


def _shaped(value: Any, cells: Any) -> Any:
    """Return values in the shape and of the type of the cells that they are for."""
    import numpy as np  # noqa: PLC0415  # it has made the cells

    return np.reshape(np.asarray(value, dtype=cells.dtype), cells.shape)


def _shares(row: Any, parts: CellIndex, value: Any) -> Iterator[tuple[int, Any]]:
    """Yield the places of a row that are meant, and which values each of them gets."""
    part, inner = parts[0], parts[1:]
    if not isinstance(part, slice):
        yield part, value
        return
    places = range(len(row))[part]
    each = len(value) // max(len(places), 1)
    for number, place in enumerate(places):
        own = value[number * each : (number + 1) * each]
        yield place, own if _are_several(inner) else own[0]


def _needs_copy(container: Any, place: Any) -> bool:
    """Tell whether an item may not be edited in place.

    What an array of numbers gives for a row is a view of its own buffer.
    """
    if getattr(container, "dtype", None) is not None and container.dtype.kind != "O":
        return False
    item = type(container[place])
    if item is tuple or is_held_elsewhere(container, place):
        return True
    flags = getattr(container[place], "flags", None)
    return flags is not None and not flags.writeable


def _fitted(row: Any, parts: CellIndex, flat: Any) -> Any:
    """Return what the cells make of the values."""
    several = _are_several(parts)
    if is_typed(row) and (hasattr(row, "dtype") or len(parts) == 1):
        cells = _typed_cells(row, parts, flat)
        return cells if several else cells[0]
    if hasattr(row, "dtype"):
        cells = own_copy(row[parts]) if several else own_copy(row[_around(parts)])
        cells[...] = _shaped(flat, cells)
        return cells.ravel() if several else cells.ravel()[0]
    if len(parts) > 1:
        told: list[Any] = []
        for place, own in _shares(row, parts, flat):
            fitted = _fitted(row[place], parts[1:], own)
            told.extend(fitted if _are_several(parts[1:]) else (fitted,))
        return told if several else told[0]
    return list(getattr(flat, "tolist", flat.__iter__)()) if several else flat


def _around(parts: CellIndex) -> CellIndex:
    """Return slices around single cells, which can be set where the cell cannot."""
    return tuple(slice(part, part + 1) for part in parts)  # type: ignore[operator]


def _check_parts(column: Any, index: Any) -> list[Any]:
    """Return the parts of an index with all bounds, each checked by its length.

    Only the lists that are meant are looked at, so a small edit costs little.
    """
    if len(index) < 2:  # noqa: PLR2004  # a row and a part of it
        message = "a row is to be followed by an index or slice for each dimension"
        raise _MisfitError(message)
    if isinstance(index[0], slice):
        message = "its first part is a slice, expected one row"
        raise _MisfitError(message)
    parts = [_check_part(index[0], len(column))]
    items = [column[parts[0]]]
    for depth, part in enumerate(index[1:], 1):
        shapes = set(map(_shape, items))
        if len(shapes) > 1:
            message = "its lists differ in length"
            raise _MisfitError(message)
        shape = shapes.pop() if shapes else (0,)
        rest = index[depth:]
        typed = bool(items) and hasattr(items[0], "dtype")
        if not shape or (typed and len(shape) != len(rest)):
            message = f"row {parts[0]} has {depth - 1 + len(shape)} dimensions"
            raise _MisfitError(message)
        if typed:
            return [*parts, *map(_check_part, rest, shape)]
        checked = _check_part(part, shape[0])
        parts.append(checked)
        places = range(shape[0])[checked] if isinstance(checked, slice) else [checked]
        # Where no cell is meant, the first tells how long the others are.
        items = [
            item[place] for item in items for place in places or range(shape[0])[:1]
        ]
    if any(map(_shape, items)):
        message = f"row {parts[0]} has more than {len(parts) - 1} dimensions"
        raise _MisfitError(message)
    return parts


def _check_part(part: Any, length: int) -> Any:
    if isinstance(part, slice):
        checked = checked_slice(part, length)
        if checked is None:
            message = f"{shown(part)} is outside a length of {length}"
            raise _MisfitError(message)
        return checked
    if isinstance(part, bool) or not hasattr(part, "__index__"):
        message = f"{shown(part)} is no integer and no slice"
        raise _MisfitError(message)
    number = part.__index__()
    if not 0 <= number < length:
        message = f"{number} is outside a length of {length}"
        raise _MisfitError(message)
    return number


def _check_values(parts: list[Any], value: Any) -> Any:
    """Return the values one after another, or the only one."""
    if not _are_several(parts):
        # A list of one value is that value, as it is for arrays of numpy.
        is_list = isinstance(value, list | tuple) or hasattr(value, "ravel")
        flat = list(islice(_each(value), 2)) if is_list else []
        return flat[0] if len(flat) == 1 else value
    count = prod(
        len(range(part.start, part.stop, part.step))
        for part in parts
        if isinstance(part, slice)
    )
    # One more than needed tells that there are too many.
    ravel = getattr(value, "ravel", None)
    flat = ravel() if ravel else list(islice(_each(value), count + 1))
    if len(flat) != count:
        got = "more" if count < len(flat) else len(flat)
        message = f"it needs {count} values, got {got}"
        raise _MisfitError(message)
    return flat


def _each(values: Any) -> Iterator[Any]:
    """Yield the values of lists of lists and arrays, one after another."""
    if hasattr(values, "ravel"):
        yield from values.ravel()
    elif _is_array(values):
        yield from values
    elif isinstance(values, list | tuple):
        for value in values:
            if (
                isinstance(value, list | tuple)
                or _is_array(value)
                or hasattr(value, "ravel")
            ):
                yield from _each(value)
            else:
                yield value
    else:
        message = f"it needs several values, got {shown(values)}"
        raise _MisfitError(message)


def _shape(item: Any) -> tuple[int, ...]:
    """Return the lengths that are known at once; nothing if it is no array."""
    if hasattr(item, "dtype"):
        return tuple(item.shape)
    return (len(item),) if isinstance(item, list | tuple) or _is_array(item) else ()


def _are_several(parts: CellIndex | list[Any]) -> bool:
    return any(isinstance(part, slice) for part in parts)


def _is_array(values: Any) -> bool:
    return isinstance(values, array.array)
