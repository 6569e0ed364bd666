"""Rows for columns of times: whatever tells a time becomes one, and loses nothing.

Numpy is there wherever these are called, for it has made the column.
"""

from __future__ import annotations

import datetime as dt
import math
from numbers import Real
from typing import Any


__all__ = ["TIMES", "as_milliseconds", "as_times"]

TIMES = {"M": "datetime64[us]", "m": "timedelta64[us]"}
"""The kinds that are times, and what of them Python's own come from: the finer
ones would become plain numbers."""

_FARTHEST = 2**53
"""Milliseconds up to which every one is told from its neighbours."""

_NO_TIME = "there is something that is no time of that kind"


def as_milliseconds(values: Any) -> Any:
    """Return an array of times as numbers, as browsers have them."""
    floats = values.astype(TIMES[values.dtype.kind]).astype("<i8") / 1000
    floats[values != values] = math.nan  # noqa: PLR0124  # not-a-time differs from itself
    return floats


def as_times(column: Any, values: Any) -> Any:
    """Return rows as an array of times like those of a column.

    They are of the column's unit if that suffices, of microseconds otherwise. Numbers
    are milliseconds, for that is what a browser makes of times.

    Raises:
        ValueError: Something is no such time, or one that the column does not reach.
        TypeError: The same, as numpy tells it.
    """
    import numpy as np  # noqa: PLC0415  # see above

    kind, own = column.dtype.kind, column.dtype
    finest = np.dtype(TIMES[kind])
    if getattr(getattr(values, "dtype", None), "kind", None) != kind:
        values = (
            np.asarray(values, dtype=own)
            if column.ndim > 1
            else np.array([_as_time(kind, value) for value in values], f"{kind}8")
        )
    if values.ndim != column.ndim:
        raise ValueError(_NO_TIME)
    if values.dtype == own:
        return values
    if np.promote_types(values.dtype, finest) != finest:
        values = values.astype(finest)
    reachable = [own]
    if np.promote_types(own, finest) == finest:  # a coarser column becomes finer
        reachable.append(finest)
    for dtype in reachable:
        if np.datetime_data(dtype)[0] == "generic":
            continue
        fitted = values.astype(dtype)
        if np.all((fitted.astype(values.dtype) == values) | np.isnat(values)):
            return fitted
    raise ValueError(_NO_TIME)


def _as_time(kind: str, value: Any) -> Any:
    """Return something of which numpy makes a time or a duration of the same moment."""
    told = getattr(getattr(value, "dtype", None), "kind", None)
    if told == kind:
        return value
    other = (bool, dt.timedelta) if kind == "M" else (bool, str, dt.date)
    sized = hasattr(value, "__len__") and not isinstance(value, str)
    if value is None or (not sized and value != value):  # noqa: PLR0124  # no time, no number
        return None
    if sized or isinstance(value, other) or told in {"b", *TIMES}:
        raise ValueError(_NO_TIME)
    if isinstance(value, Real):
        return _of_milliseconds(kind, float(value))
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(dt.UTC).replace(tzinfo=None)  # numpy's have no zone
    return value


def _of_milliseconds(kind: str, value: float) -> Any:
    import numpy as np  # noqa: PLC0415  # see above

    if not abs(value) <= _FARTHEST:
        raise ValueError(_NO_TIME)
    return np.array(round(value * 1000)).astype(TIMES[kind])[()]
