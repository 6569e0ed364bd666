"""Whether a set changes anything.

A set leaves nothing if the new value is a different object with an equal
value. The same mutable object assigned again may have been edited meanwhile,
so it always counts as a change.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from syncd.model.arrays import ARRAYS


__all__ = ["is_settled", "same_column", "same_value"]

_SEQUENCES = (list, tuple)
_IMMUTABLE = (
    type(None),
    bool,
    int,
    float,
    str,
    bytes,
    dt.datetime,
    dt.date,
    dt.timedelta,
)

_FORMATS = frozenset("?bBhHiIlLqQefd")
"""What buffers hold that says everything by its bytes."""

_PIECE = 1 << 16
"""Bytes that are compared at once."""


def same_value(old: Any, new: Any) -> bool:
    """Tell whether a set of ``new`` over ``old`` changes nothing."""
    if old is new:
        return isinstance(old, _IMMUTABLE) or hasattr(old, "type_name")
    if type(old) is bool or type(new) is bool:
        return False
    try:
        equal = old == new
    except Exception:  # noqa: BLE001  # foreign types may refuse to compare
        return False
    if equal is True:
        return _same_types(old, new)
    if type(old) is not float:  # arrays have no one answer
        return False
    return old != old and new != new and type(new) is float  # noqa: PLR0124


def is_settled(values: Any) -> bool:
    """Tell whether nothing in a list, dict or tuple can be edited where it is."""
    items = values.values() if isinstance(values, dict) else values
    return all(
        is_settled(item)
        if type(item) is tuple
        else isinstance(item, _IMMUTABLE) or hasattr(item, "type_name")
        for item in items
    )


def _same_types(old: Any, new: Any) -> bool:
    """Tell ``True`` from ``1`` inside containers, which compare equal."""
    if not (isinstance(old, _SEQUENCES) and isinstance(new, _SEQUENCES)):
        return True
    types, others = list(map(type, old)), list(map(type, new))
    return types == others or all(
        (one is bool) == (other is bool)
        for one, other in zip(types, others, strict=True)
    )


def same_column(old: Any, new: Any) -> bool:
    """Tell whether two columns hold the same values of the same type."""
    if old is new:
        return isinstance(old, (tuple, bytes, range))
    cls = type(old)
    if cls is not type(new):
        return False
    if cls in ARRAYS and old.dtype is new.dtype and old.nbytes <= _PIECE:
        # Most columns that are set again and again are some of these.
        whole = old.base is None and new.base is None  # each has its own memory
        if old.dtype.char not in _FORMATS or (not whole and _may_share(old, new)):
            return False
        return bool(old.shape == new.shape and old.tobytes() == new.tobytes())
    if isinstance(old, (list, tuple, range)):
        return same_value(old, new)
    return _same_buffers(old, new)


def _same_buffers(old: Any, new: Any) -> bool:
    """Compare arrays of any library, and of any size."""
    if _may_share(old, new) or hasattr(old, "mask"):  # a mask is not compared
        return False
    try:
        return _same_bytes(memoryview(old), memoryview(new))
    except (TypeError, ValueError):  # it has no buffer, or not in one piece
        return False


def _may_share(old: Any, new: Any) -> bool:
    """Tell whether one may have been edited through the other's memory.

    That is so if both are views of one array, and where the memory is no array's:
    each array over a buffer of something else has a view of its own of it.
    """
    owners: list[Any] = []
    for column in (old, new):
        base = getattr(column, "base", None)
        if base is not None and getattr(base, "base", column) is not None:
            return True
        owners.append(column if base is None else base)
    return owners[0] is owners[1]


def _same_bytes(old: memoryview, new: memoryview) -> bool:
    """Compare two buffers.

    Views would compare item by item, so their bytes are copied and compared,
    those of large ones in pieces that fit into the processor's cache.
    """
    if old.format != new.format or old.shape != new.shape:
        return False
    if old.format not in _FORMATS:
        return False
    if old.nbytes <= _PIECE:
        return old.tobytes() == new.tobytes()
    old, new = old.cast("B"), new.cast("B")
    return all(
        old[at : at + _PIECE].tobytes() == new[at : at + _PIECE].tobytes()
        for at in range(0, len(old), _PIECE)
    )
