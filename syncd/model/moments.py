"""What a point in time is as a number: see decision 24 about zones."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any


__all__ = ["TIMES", "on_the_clock", "since_1970", "time_unit", "to_milliseconds"]

TIMES = {"M": "datetime64[us]", "m": "timedelta64[us]"}
"""The kinds of numpy's that are times, and what of them Python's own come from: the
finer ones would become plain numbers."""

_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001  # compared with times that have shed theirs
_MILLISECOND = dt.timedelta(milliseconds=1)


def on_the_clock(moment: dt.datetime) -> dt.datetime:
    """Return a time without its zone, as pages show it.

    Python's own keep what their clock says. pandas' count in UTC, whatever zone
    they are shown in, like all times in arrays and tables.
    """
    if moment.tzinfo is None:
        return moment
    if hasattr(moment, "asm8"):  # one of pandas'
        moment = moment.astimezone(dt.UTC)
    return moment.replace(tzinfo=None)


def since_1970(moment: dt.datetime) -> float:
    """Return the milliseconds from 1970 to a time as pages show it."""
    return (on_the_clock(moment) - _EPOCH) / _MILLISECOND


def time_unit(value: Any) -> str | None:
    """Return what Python's own times are made from, of times of numpy's."""
    return TIMES.get(getattr(getattr(value, "dtype", None), "kind", ""))


def to_milliseconds(value: Any) -> Any:
    """Return a time as milliseconds since 1970, a duration as milliseconds.

    A time of day is the duration since midnight. Anything else is returned as it is.
    Of numpy's scalars we only know what they look like.
    """
    unit = time_unit(value)
    if unit is not None and getattr(value, "ndim", None) == 0:
        value = value.astype(unit).item()
    if isinstance(value, dt.timedelta):
        return value / dt.timedelta(milliseconds=1)
    if isinstance(value, dt.datetime):
        return since_1970(value) if value == value else math.nan  # noqa: PLR0124  # pandas' NaT
    if isinstance(value, dt.date):
        start = dt.datetime(value.year, value.month, value.day, tzinfo=dt.UTC)
        return start.timestamp() * 1000
    if isinstance(value, dt.time):
        minutes = 60 * value.hour + value.minute
        return (60 * minutes + value.second) * 1000 + value.microsecond / 1000
    return value
