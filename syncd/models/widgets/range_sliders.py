"""Ranges and dates chosen by dragging handles."""

import datetime as dt
from typing import Any

from syncd.models.formatters import TickFormatter
from syncd.models.widgets.sliders import AbstractSlider


__all__ = [
    "AbstractDateSlider",
    "CategoricalSlider",
    "DateRangeSlider",
    "DateSlider",
    "DatetimeRangeSlider",
    "RangeSlider",
]


class RangeSlider(AbstractSlider):
    """A part of a range of numbers, chosen by dragging its ends."""

    start: float = 0.0
    "The least value."

    end: float = 1.0
    "The greatest value."

    value: tuple[float, float] = (0.0, 1.0)
    "The values under the handles; they follow them while they are dragged."

    value_throttled: tuple[float, float] = (0.0, 1.0)
    "The values where a handle was last let go."

    step: float = 1.0
    "The distance between two values that can be chosen."

    format: str | TickFormatter = "0[.]00"
    "How values are written, as a numeral pattern such as ``0[.]00``."


class AbstractDateSlider(AbstractSlider):
    """What all sliders of dates have; dates are milliseconds since 1970 in UTC."""

    start: dt.datetime = 0  # type: ignore[assignment]
    "The earliest date."

    end: dt.datetime = 86_400_000  # type: ignore[assignment]
    "The latest date."

    step: int = 1
    "The distance between two dates that can be chosen, in days."

    format: str | TickFormatter = "%d %b %Y"
    "How dates are written, in the manner of ``strftime``."


class DateSlider(AbstractDateSlider):
    """A date chosen by dragging a handle."""

    value: dt.datetime = 0  # type: ignore[assignment]
    "The date under the handle; follows it while it is dragged."

    value_throttled: dt.datetime = 0  # type: ignore[assignment]
    "The date where the handle was last let go."

    @property
    def value_as_datetime(self) -> dt.datetime:
        """The value as a time in UTC."""
        return _datetime(self.value)

    @property
    def value_as_date(self) -> dt.date:
        """The value as a date."""
        return _datetime(self.value).date()


class DateRangeSlider(AbstractDateSlider):
    """A span of dates, chosen by dragging its ends."""

    value: tuple[dt.datetime, dt.datetime] = (0, 86_400_000)  # type: ignore[assignment]
    "The dates under the handles; they follow them while they are dragged."

    value_throttled: tuple[dt.datetime, dt.datetime] = (0, 86_400_000)  # type: ignore[assignment]
    "The dates where a handle was last let go."

    @property
    def value_as_datetime(self) -> tuple[dt.datetime, dt.datetime]:
        """The values as times in UTC."""
        first, last = self.value
        return _datetime(first), _datetime(last)

    @property
    def value_as_date(self) -> tuple[dt.date, dt.date]:
        """The values as dates."""
        first, last = self.value_as_datetime
        return first.date(), last.date()


class DatetimeRangeSlider(DateRangeSlider):
    """A span of time, chosen by dragging its ends."""

    step: int = 3_600_000
    "The distance between two times that can be chosen, in milliseconds."

    format: str | TickFormatter = "%d %b %Y %H:%M:%S"
    "How times are written, in the manner of ``strftime``."


class CategoricalSlider(AbstractSlider):
    """One of some words in an order, chosen by dragging a handle."""

    categories: list[str] = []
    "The words to choose from, in their order."

    value: str = ""
    "The word under the handle; follows it while it is dragged."

    value_throttled: str = ""
    "The word where the handle was last let go."


def _datetime(value: Any) -> dt.datetime:
    """Return the time of milliseconds since 1970."""
    return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=value)
