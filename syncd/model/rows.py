"""Rows of columns: appended, rolled over, set; whatever the column is made of."""

from __future__ import annotations

import array
from operator import index as whole
from typing import Any, TypeAlias

from syncd.errors import RowsError, shown
from syncd.model.arrays import ARRAYS
from syncd.model.cells import (
    CellIndex,
    are_cells_roomy,
    check_cells,
    checked_slice,
    put_cells,
    put_flat,
)
from syncd.model.holding import own_copy
from syncd.model.moments import TIMES
from syncd.model.times import as_milliseconds, as_times
from syncd.model.widening import (
    NUMBERS,
    as_object,
    as_rows,
    continuing,
    fitted,
    is_typed,
    kind_of,
    longest_text,
    roomy,
)


__all__ = [
    "appended",
    "are_same_numbers",
    "check_patch",
    "check_together",
    "extended_in_place",
    "fitting_rows",
    "put_rows",
]

_SHORT = 10_000
"""Rows that are copied in less time than room for more is found."""

_SPARE = 8
"""What part of its length a column has in spare at least, one in so many; and
room for how many times as many rows as have come."""


def appended(column: Any, added: Any, rollover: int | None) -> Any:
    """Return the column with rows added and old ones rolled over."""
    if isinstance(column, list):
        column.extend(_plain(added))
    elif isinstance(column, array.array):
        rows = continuing(column, added)
        column = roomy(column, rows)
        if isinstance(column, array.array) and column.typecode != rows.typecode:
            rows = array.array(column.typecode, rows)
        column.extend(rows)
    elif hasattr(column, "dtype"):
        column = _concatenated(column, added)
    else:
        column = [*column, *_plain(added)]
    if rollover is not None and len(column) > rollover:
        if isinstance(column, list | array.array):
            del column[: len(column) - rollover]
        else:
            column = column[len(column) - rollover :]
    return column


def are_same_numbers(column: Any, added: Any) -> bool:
    """Tell whether both are simple arrays of the same numbers; no other fits better."""
    if type(column) not in ARRAYS or type(added) is not type(column):
        return False
    dtype = column.dtype
    return (
        dtype is added.dtype
        and dtype.kind in NUMBERS
        and column.ndim == 1
        and added.ndim == 1
    )


Room: TypeAlias = tuple[Any, int]
"""An array that nobody else sees all of, and how many of its rows are in use."""


def extended_in_place(
    column: Any, added: Any, rollover: int | None, room: Room | None
) -> tuple[Any, Room]:
    """Join arrays of the same numbers, of which only the last rows are wanted.

    A row is moved a few times at most, however many come after it, and arrays
    that were handed out before stay as they are.

    Args:
        column: The rows that there are.
        added: Those to put behind them.
        rollover: How many to keep, ``None`` for all.
        room: Where the column stands at the end of what is in use, if anywhere.

    Returns:
        The column, and its room for further rows.
    """
    count = len(added)
    length = len(column) + count
    if rollover is not None and length > rollover:
        length = rollover
        if count > length:
            added, count = added[count - length :], length
    # A buffer that is much longer than what is left of its rows is given up.
    if room is None or not room[1] + count <= len(room[0]) <= 2 * length:
        room = _roomier(column, count, length - count)
    buffer, used = room
    end = used + count
    buffer[used:end] = added
    return buffer[end - length : end], (buffer, end)


def _roomier(column: Any, count: int, kept: int) -> Room:
    """Return a copy of the last rows of an array, with room for more of as many."""
    import numpy as np  # noqa: PLC0415  # it has made the column

    length = kept + count
    spare = min(length, max(_SPARE * count, length // _SPARE))
    buffer = np.empty(length + spare, column.dtype)
    buffer[:kept] = column[len(column) - kept :]
    return buffer, kept


def _plain(values: Any) -> Any:
    """Return array values as Python's own, so that lists hold no foreigners."""
    unit = TIMES.get(kind_of(values) or "")
    if unit is not None:
        values = values.astype(unit)
    tolist = getattr(values, "tolist", None)
    return values if tolist is None else tolist()


def _concatenated(column: Any, added: Any) -> Any:
    """Join arrays; only called with numpy's kind, so numpy is loaded."""
    import numpy as np  # noqa: PLC0415  # never a requirement

    if not len(added):
        return column
    column = np.asarray(column)
    rows = continuing(column, added)
    kinds = column.dtype.kind, rows.dtype.kind
    if not len(column) and ("b" in kinds or not NUMBERS.issuperset(kinds)):
        return rows.copy()
    column = roomy(column, rows)
    if (
        len(column) > _SHORT
        and column.ndim == rows.ndim == 1
        and np.result_type(column, rows) == column.dtype
    ):
        return _extended(column, rows)
    return np.concatenate([column, rows])


def _extended(column: Any, added: Any) -> Any:
    """Return the column with rows after it, in the buffer that it is a part of.

    So a row is moved a few times at most, however long the column is. Nobody sees
    the rest of the buffer, so arrays that were handed out before stay as they
    are. A buffer that is much longer than what is left of its rows is given up.
    """
    import numpy as np  # noqa: PLC0415  # it has made the column

    buffer, length = column.base, len(column) + len(added)
    if _is_roomy(buffer, column):
        start = (_address(column) - _address(buffer)) // column.itemsize
        if start + length <= len(buffer) <= 2 * length:
            buffer[start + len(column) : start + length] = added
            return buffer[start : start + length]
    buffer = np.empty(length + length // _SPARE, column.dtype)
    buffer[: len(column)] = column
    buffer[len(column) : length] = added
    return buffer[:length]


def _is_roomy(buffer: Any, column: Any) -> bool:
    """Tell whether a column is a run of rows in a buffer that we have made."""
    return (
        type(buffer) is type(column)
        and buffer.ndim == 1
        and buffer.dtype == column.dtype
        and buffer.strides == column.strides == (column.itemsize,)
    )


def _address(values: Any) -> int:
    return int(values.__array_interface__["data"][0])


def check_patch(
    label: str, name: str, column: Any, pair: tuple[Any, Any]
) -> tuple[Any, Any]:
    """Return an index and the value that the column will hold there.

    Peers are told what is stored: in a column of fractions the nearest number that
    it has, in one of times the moment.

    Raises:
        RowsError: The index is outside, or the value does not fit.
    """
    index, value = _check_index(label, name, column, pair)
    if type(index) is tuple:
        return check_cells(label, name, column, index, value)
    try:
        return index, _fitted(column, index, value)
    except (TypeError, ValueError, OverflowError):
        reason = f"column {name!r} cannot hold {shown(value)}"
        raise RowsError(label, reason) from None


def put_rows(column: Any, index: int | slice | CellIndex, value: Any) -> Any:
    """Set rows, or cells of one row, to what `check_patch` has returned.

    Returns:
        The column; another one if its type had no room for the value.
    """
    if not is_typed(column):
        if type(index) is tuple:
            put_cells(column, index, value)
        else:
            column[index] = as_object(value) if kind_of(column) == "O" else value
        return column
    column = roomy(column, as_rows(column, value))
    if isinstance(column, list | array.array):
        put_flat(column, index, value)
        return column
    if kind_of(column) == "O":
        value = as_object(value)
    cells = type(index) is tuple and any(type(part) is slice for part in index)
    column[index] = value.reshape(column[index].shape) if cells else value
    return column


def check_together(
    label: str, name: str, column: Any, pairs: list[tuple[Any, Any]]
) -> None:
    """Check that a column can be set to all that `check_patch` has returned.

    Each pair was looked at alone. So where a type has no room, all of them are set
    in a copy first: a time in the first may be beyond the unit of the second.

    Raises:
        RowsError: It has no type for all of them.
    """
    try:
        if all(_is_roomy_for(column, *pair) for pair in pairs):
            return
        trial = own_copy(column)
        for index, value in pairs:
            trial = put_rows(trial, index, value)
    except (TypeError, ValueError, OverflowError):
        values = [value for _, value in pairs]
        reason = (
            f"column {name!r} cannot hold {shown(values)} together with what is there"
        )
        raise RowsError(label, reason) from None


def _is_roomy_for(column: Any, index: Any, value: Any) -> bool:
    dtype = getattr(value, "dtype", None)
    if dtype is not None and dtype is getattr(column, "dtype", None):
        return True
    if is_typed(column):
        return roomy(column, as_rows(column, value)) is column
    if type(index) is tuple:
        return are_cells_roomy(column, index, value)
    return True


def _fitted(column: Any, index: int | slice, value: Any) -> Any:
    """Return what the column makes of a value."""
    several = isinstance(index, slice)
    if isinstance(column, list | tuple):
        return list(_plain(value)) if several else value
    if is_typed(column):
        values = value if several else [value]
        shape = (len(values), *getattr(column, "shape", (0,))[1:])
        rows = fitted(column, values, shape)
        return rows if several else rows[0]
    if isinstance(index, slice):
        cells = own_copy(column[index])
        if len(cells):
            cells[:] = value
        return cells
    cells = own_copy(column[index : index + 1])
    cells[0] = value
    return cells[0]


def _is_array(column: Any) -> bool:
    return isinstance(column, array.array)


def fitting_rows(label: str, name: str, column: Any, added: Any) -> Any:
    """Return rows as a column takes them, so that everybody is told what it holds.

    Raises:
        RowsError: The column cannot take them, or would change by it: numbers and
            texts in one array would all become texts.
    """
    try:
        if kind_of(column) in TIMES:
            return _fitting_times(label, name, column, added)
        if kind_of(added) in TIMES and _are_numbers(column):
            added = as_milliseconds(added)  # a browser has sent the column back
        if not _are_alike(column, added):
            _check_kinds(label, name, column, added)
            if is_typed(column) and len(added):
                added = continuing(column, added)
            appended(own_copy(column[:1]), added, None)
    except RowsError:
        raise
    except (TypeError, ValueError, OverflowError) as error:
        reason = f"column {name!r} cannot be continued with {shown(added)}: {error}"
        raise RowsError(label, reason) from None
    return added


def _fitting_times(label: str, name: str, column: Any, added: Any) -> Any:
    try:
        return as_times(column, added)
    except (TypeError, ValueError, OverflowError):
        reason = f"column {name!r} of {column.dtype} cannot hold {shown(added)}"
        raise RowsError(label, reason) from None


def _are_numbers(column: Any) -> bool:
    return len(column) > 0 and (kind_of(column) in NUMBERS or _is_array(column))


def _are_alike(column: Any, added: Any) -> bool:
    """Tell whether rows fit for sure: into a list, or because they are the same."""
    if _is_array(column):
        return _is_array(added) and bool(added.typecode == column.typecode)
    dtype = getattr(column, "dtype", None)
    if dtype is None:
        return True
    return (
        type(added) is type(column)
        and bool(added.dtype == dtype)
        and bool(added.shape[1:] == column.shape[1:])
    )


def _check_kinds(label: str, name: str, column: Any, added: Any) -> None:
    kind = kind_of(column)
    if kind in {None, "O"} or not len(column) or not len(added):
        return
    other = kind_of(added)
    if other is None and longest_text(added) >= 0:
        other = "U"
    elif other is None:
        import numpy as np  # noqa: PLC0415  # the column is numpy's, or of its kind

        other = np.asarray(added).dtype.kind
    if (kind in NUMBERS) != (other in NUMBERS) and other != "O":
        reason = (
            f"column {name!r} of {column.dtype} cannot be continued with {shown(added)}"
        )
        raise RowsError(label, reason)


def _check_index(
    label: str, name: str, column: Any, pair: tuple[Any, Any]
) -> tuple[Any, Any]:
    """Check one pair of index and value against the column's length."""
    length = len(column)
    try:
        index, value = pair
    except (TypeError, ValueError):
        reason = (
            f"column {name!r} got {shown(pair)}, expected a pair of index and value"
        )
        raise RowsError(label, reason) from None
    if isinstance(index, slice):
        return _check_slice(label, name, length, index, value)
    if isinstance(index, tuple | list):
        return tuple(index), value
    plain: Any = None if isinstance(index, bool) else index
    try:
        number = whole(plain)
    except TypeError:
        reason = (
            f"column {name!r} got the index {shown(index)}, expected an integer, a slice,"
            " or a tuple of them"
        )
        raise RowsError(label, reason) from None
    if not 0 <= number < length:
        reason = f"index {number} of column {name!r} is outside its {length} rows"
        raise RowsError(label, reason)
    return number, value


def _check_slice(
    label: str, name: str, length: int, index: slice, value: Any
) -> tuple[slice, Any]:
    """Check a slice and that it gets as many values as it has rows."""
    checked = checked_slice(index, length)
    if checked is None:
        reason = f"slice {index!r} of column {name!r} does not fit its {length} rows"
        raise RowsError(label, reason)
    rows = range(checked.start, checked.stop, checked.step)
    if isinstance(value, str | bytes) or not hasattr(value, "__len__"):
        reason = f"slice {index!r} of column {name!r} needs {len(rows)} values"
        raise RowsError(label, reason)
    if len(value) != len(rows):
        reason = f"slice {index!r} of column {name!r} needs {len(rows)} values, got {len(value)}"
        raise RowsError(label, reason)
    return checked, value
