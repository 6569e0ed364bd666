"""Times as numbers, and ids, for applications that compute such by themselves."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from syncd.model.kinds import MeasureKind
from syncd.model.moments import TIMES
from syncd.model.times import as_milliseconds


__all__ = [
    "convert_date_to_datetime",
    "convert_datetime_array",
    "convert_datetime_type",
    "convert_timedelta_type",
    "is_datetime_type",
    "is_timedelta_type",
    "make_globally_unique_css_safe_id",
    "make_globally_unique_id",
    "make_id",
]

_KIND = MeasureKind()


def is_datetime_type(obj: Any) -> bool:
    """Tell whether something is a point in time or a time of day, and no mere date."""
    return isinstance(obj, dt.datetime | dt.time) or _dtype_kind(obj) == "M"


def is_timedelta_type(obj: Any) -> bool:
    """Tell whether something is a duration."""
    return isinstance(obj, dt.timedelta) or _dtype_kind(obj) == "m"


def convert_date_to_datetime(obj: dt.date) -> float:
    """Return the milliseconds from 1970 to the beginning of a day."""
    return convert_datetime_type(obj)


def convert_datetime_type(obj: Any) -> float:
    """Return the milliseconds from 1970, or from midnight, to a point in time."""
    if isinstance(obj, dt.time):
        midnight = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - times of day have no zone
        obj = dt.datetime.combine(midnight, obj) - midnight
    if obj != obj:  # noqa: PLR0124 - no time at all
        return float("nan")
    return float(_KIND.check(obj))


def convert_timedelta_type(obj: Any) -> float:
    """Return the milliseconds of a duration."""
    return float(_KIND.check(obj))


def convert_datetime_array(array: Any) -> Any:
    """Return an array of times as one of milliseconds, and others as they are."""
    return as_milliseconds(array) if _dtype_kind(array) in TIMES else array


def _dtype_kind(obj: Any) -> str:
    return str(getattr(getattr(obj, "dtype", None), "kind", ""))


def make_id() -> str:
    """Return an id that no other thing has; models get theirs from documents."""
    return make_globally_unique_id()


def make_globally_unique_id() -> str:
    """Return an id that no other thing has."""
    return str(uuid.uuid4())


def make_globally_unique_css_safe_id() -> str:
    """Return an id that no other thing has, and that CSS takes as a name."""
    return f"u{uuid.uuid4()}"
