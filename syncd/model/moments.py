"""What a point in time is as a number: see decision 24 about zones."""

from __future__ import annotations

import datetime as dt


__all__ = ["on_the_clock", "since_1970"]

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
