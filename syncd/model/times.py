"""Rows for columns of times: whatever tells a time becomes one, and loses nothing.

Numpy is there wherever these are called, for it has made the column.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from numbers import Real
from typing import Any

from syncd.model.moments import TIMES, on_the_clock


__all__ = ["as_milliseconds", "as_times", "is_kept"]

_FARTHEST = 2**53
"""Milliseconds up to which every one is told from its neighbours."""

_ZONED = re.compile(
    r"(.+[T ]\d\d[^Z+-]*)(?:Z|([+-])([0-5]\d)(?::?([0-5]\d))?)", re.ASCII
)
"""A time of a day with the zone it is told in."""

_NO_TIME = "there is something that is no time of that kind"


def as_milliseconds(values: Any) -> Any:
    """Return an array of times as numbers, as browsers have them."""
    floats = values.astype(TIMES[values.dtype.kind]).astype("<i8") / 1000
    floats[values != values] = math.nan  # noqa: PLR0124  # not-a-time differs from itself
    return floats


def as_times(column: Any, values: Any, dimensions: int | None = None) -> Any:
    """Return rows as an array of times like those of a column.

    They are of the column's unit if that suffices, of a finer one otherwise:
    microseconds, or the unit they have. Numbers are milliseconds, for that is what a
    browser makes of times.

    Args:
        column: An array of times.
        values: The rows.
        dimensions: How many they have, as many as the column if not given.

    Raises:
        ValueError: Something is no such time, or one that the column does not reach,
            or a finer unit would not reach what is in the column.
        TypeError: The same, as numpy tells it.
    """
    import numpy as np  # noqa: PLC0415  # see above

    kind, own = column.dtype.kind, column.dtype
    finest = np.dtype(TIMES[kind])
    if getattr(getattr(values, "dtype", None), "kind", None) != kind:
        values = np.array(values, dtype=object)
        _check_dimensions(values, dimensions or column.ndim)
        times = [_as_time(kind, value) for value in values.flat]
        values = np.array(times, f"{kind}8").reshape(values.shape)
    _check_dimensions(values, dimensions or column.ndim)
    if values.dtype == own:
        return values
    finer = (finest, np.promote_types(own, values.dtype))
    for dtype in (
        own,
        *(unit for unit in finer if np.promote_types(own, unit) == unit),
    ):
        if np.datetime_data(dtype)[0] != "generic" and is_kept(values, dtype):
            if is_kept(column, dtype):
                return values.astype(dtype)
            break
    raise ValueError(_NO_TIME)


def _check_dimensions(values: Any, dimensions: int) -> None:
    if values.ndim != dimensions:
        raise ValueError(_NO_TIME)


def is_kept(times: Any, dtype: Any) -> bool:
    """Tell whether times are the same in another unit."""
    import numpy as np  # noqa: PLC0415  # see above

    if times.dtype == dtype:
        return True
    there = times.astype(dtype)
    return bool(np.all((there.astype(times.dtype) == times) | np.isnat(times)))


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
        return _of_milliseconds(kind, value)
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return on_the_clock(value)  # numpy's have no zone
    return value


def _of_text(text: str) -> Any:
    """Return the moment that a text tells, in UTC if it has a zone."""
    import numpy as np  # noqa: PLC0415  # see above

    if text.strip().lower() in {"now", "today"}:
        raise ValueError(_NO_TIME)  # numpy would look at the clock
    zoned = _ZONED.fullmatch(text.strip())
    if zoned is None:
        return text
    local, sign, hours, minutes = zoned.groups()
    offset = int(hours or 0) * 60 + int(minutes or 0)
    return np.datetime64(local) - np.timedelta64(int(f"{sign or ''}{offset}"), "m")


def _of_milliseconds(kind: str, value: Any) -> Any:
    import numpy as np  # noqa: PLC0415  # see above

    if not abs(value) <= _FARTHEST:
        raise ValueError(_NO_TIME)
    return np.array(round(float(value) * 1000)).astype(TIMES[kind])[()]
