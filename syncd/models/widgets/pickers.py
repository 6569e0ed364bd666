"""Dates and times that people choose."""

import datetime as dt
from typing import Annotated, Any, Literal, TypeAlias

from syncd.model import Model
from syncd.model.kinds import DatetimeKind, Kind, NoneKind, StrKind, UnionKind
from syncd.model.specs import PositiveInt
from syncd.models.widgets.inputs import InputWidget


__all__ = [
    "BaseDatePicker",
    "BaseDatetimePicker",
    "DatePicker",
    "DateRangePicker",
    "DatetimePicker",
    "DatetimeRangePicker",
    "MultipleDatePicker",
    "MultipleDatetimePicker",
    "PickerBase",
    "TimePicker",
]


def _is_time(value: Any) -> bool:
    """Return whether a value is a date: a number could be seconds or milliseconds."""
    unit = getattr(getattr(value, "dtype", None), "kind", "")
    return isinstance(value, dt.date) or unit == "M"


class _DayKind(UnionKind):
    """A day, kept as text such as ``2026-01-31``."""

    def __init__(self) -> None:
        super().__init__([DatetimeKind(), StrKind()])
        self.expected = "a date or a text such as '2026-01-31'"

    def check(self, value: Any) -> str:
        if isinstance(value, str):
            return dt.datetime.fromisoformat(value).date().isoformat()
        if not _is_time(value):
            raise ValueError
        try:
            day = dt.datetime.fromtimestamp(self.kinds[0].check(value) / 1000, dt.UTC)
        except (OverflowError, OSError):
            raise ValueError from None
        return day.date().isoformat()


class _DateKind(UnionKind):
    """A day or none; an empty text is none, too."""

    def __init__(self) -> None:
        super().__init__([_DayKind(), NoneKind()])
        self.expected = "a date, a text such as '2026-01-31', or None"

    def check(self, value: Any) -> str | None:
        return None if value is None or value == "" else self.kinds[0].check(value)


class _MomentKind(DatetimeKind):
    """A point in time, always kept as a float, also if a browser sent it whole."""

    def check(self, value: Any) -> float:
        try:
            return float(super().check(value))
        except OverflowError:
            raise ValueError from None


class _TimeKind(Kind):
    """A time of day without a zone, which travels as text such as ``14:30:00``."""

    expected = "a time of day, a text such as '14:30', or None"
    translates = True

    def check(self, value: Any) -> dt.time | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            value = dt.time.fromisoformat(value)
        if not isinstance(value, dt.time) or value.tzinfo is not None:
            raise ValueError
        return value

    def to_wire(self, value: Any) -> Any:
        return None if value is None else value.isoformat()

    def schema(self) -> dict[str, Any]:
        options = [StrKind().schema(), NoneKind().schema()]
        return {"kind": "union", "options": options}


_Day: TypeAlias = Annotated[str | dt.date, _DayKind()]
_Date: TypeAlias = Annotated[str | dt.date | None, _DateKind()]
_Moment: TypeAlias = Annotated[dt.datetime, _MomentKind()]
_Time: TypeAlias = Annotated[str | dt.time | None, _TimeKind()]


class PickerBase(InputWidget):
    """What all widgets that dates and times are chosen in have."""

    inline: bool = False
    "Whether the calendar is always shown, below the field."

    position: Literal["auto", "above", "below"] = "auto"
    "On which side of the field the calendar opens; ``auto`` takes where it has room."


class _TimeFields(Model, part=True):
    """How finely times are chosen."""

    clock: Literal["12h", "24h"] = "24h"
    "Whether hours go from 1 to 12 twice, or from 0 to 23."

    hour_increment: PositiveInt = 1
    "How many hours a step of the keys goes."

    minute_increment: PositiveInt = 1
    "How many minutes a step of the keys goes."

    second_increment: PositiveInt = 1
    "How many seconds a step of the keys goes, where seconds are chosen."

    seconds: bool = False
    "Whether seconds are chosen, too."


class _DateFields(Model, part=True):
    """Which days can be chosen, and how they are written."""

    date_format: str = "Y-m-d"
    """How the field writes a date.

    ``Y`` or ``y`` is the year, ``F``, ``M``, ``m`` or ``n`` the month, ``d``, ``j`` or ``J``
    the day, ``l``, ``D`` or ``w`` the weekday, ``W`` the week; ``H``, ``G`` or ``h`` the hour,
    ``i`` the minute, ``S`` or ``s`` the second, ``K`` AM or PM; ``U`` the seconds since 1970
    and ``Z`` ISO's form. A letter after a backslash stands for itself.
    """

    disabled_dates: list[_Day | tuple[_Day, _Day]] | None = None
    "Days that cannot be chosen; a pair is all days from the first to the last."

    enabled_dates: list[_Day | tuple[_Day, _Day]] | None = None
    "The only days that can be chosen, in the same form; ``None`` leaves out none."


class TimePicker(PickerBase, _TimeFields):
    """A time of day."""

    time_format: str = "H:i"
    "How the field writes a time, by the letters of `date_format`."

    value: _Time = None
    "The time as a `datetime.time`; ``None`` while there is none."

    min_time: _Time = None
    "The earliest time."

    max_time: _Time = None
    "The latest time."


class BaseDatePicker(PickerBase, _DateFields):
    """What all widgets that days are chosen in have."""

    min_date: _Date = None
    "The earliest date."

    max_date: _Date = None
    "The latest date."


class DatePicker(BaseDatePicker):
    """A date."""

    value: _Date = None
    "The date, as in ``2026-01-31``; ``None`` while there is none."


class DateRangePicker(BaseDatePicker):
    """The first and the last of some days."""

    value: tuple[_Day, _Day] | None = None
    "Both dates, as in ``2026-01-31``; ``None`` while there are none."


class MultipleDatePicker(BaseDatePicker):
    """Several dates."""

    value: list[_Day] = []
    "The dates in the order in which they were chosen, as in ``2026-01-31``."

    separator: str = ", "
    "What stands between dates that are typed at once."


class BaseDatetimePicker(PickerBase, _DateFields, _TimeFields):
    """What all widgets have that days with a time are chosen in.

    Times are those of UTC, as milliseconds since 1970.
    """

    date_format: str = "Y-m-d H:i"
    "How the field writes a date and a time."

    min_date: _Moment | None = None
    "The earliest date and time."

    max_date: _Moment | None = None
    "The latest date and time."


class DatetimePicker(BaseDatetimePicker):
    """A date and a time."""

    value: _Moment | None = None
    "The time in milliseconds since 1970; ``None`` while there is none."


class DatetimeRangePicker(BaseDatetimePicker):
    """The begin and the end of a span of time."""

    value: tuple[_Moment, _Moment] | None = None
    "Both in milliseconds since 1970; ``None`` while there are none."


class MultipleDatetimePicker(BaseDatetimePicker):
    """Several dates and times."""

    value: list[_Moment] = []
    "The times in milliseconds since 1970, in the order in which they were chosen."

    separator: str = ", "
    "What stands between dates and times that are typed at once."
