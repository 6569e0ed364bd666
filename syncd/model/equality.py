"""Whether a set changes anything.

A set leaves nothing if the new value is a different object with an equal
value. The same mutable object assigned again may have been edited meanwhile,
so it always counts as a change.
"""

from __future__ import annotations

import datetime as dt
from typing import Any


__all__ = ["same_column", "same_value"]

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
    return old != old and new != new and type(old) is type(new) is float  # noqa: PLR0124


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
    if type(old) is not type(new):
        return False
    if isinstance(old, (list, tuple, range)):
        return same_value(old, new)
    if getattr(old, "dtype", None) != getattr(new, "dtype", None):
        return False
    return _same_bytes(old, new)


def _same_bytes(old: Any, new: Any) -> bool:
    """Compare two buffers; what has none counts as different.

    Views compare item by item, so pieces that fit into the processor's cache are
    copied and compared as bytes.
    """
    try:
        one, other = memoryview(old), memoryview(new)
        if one.shape != other.shape or one.format != other.format:
            return False
        one, other = one.cast("B"), other.cast("B")
    except (TypeError, ValueError):
        return False
    return all(
        one[at : at + _PIECE].tobytes() == other[at : at + _PIECE].tobytes()
        for at in range(0, len(one), _PIECE)
    )
