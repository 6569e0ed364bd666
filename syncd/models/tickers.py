"""Where ticks stand."""

import datetime as dt
import math
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from syncd.model import Model
from syncd.model.kinds import IntKind, MeasureKind, ModelKind
from syncd.model.specs import NonNegative, NonNegativeInt, Positive, PositiveInt


__all__ = [
    "AdaptiveTicker",
    "BaseSingleIntervalTicker",
    "BasicTicker",
    "BinnedTicker",
    "CategoricalTicker",
    "CompositeTicker",
    "ContinuousTicker",
    "CustomJSTicker",
    "DatetimeTicker",
    "DaysTicker",
    "FixedTicker",
    "LogTicker",
    "MercatorTicker",
    "MonthsTicker",
    "SingleIntervalTicker",
    "Ticker",
    "TickerKind",
    "TimedeltaTicker",
    "YearsTicker",
]

Day: TypeAlias = Annotated[int, IntKind(low=1, high=31)]
"""A day of a month."""

Month: TypeAlias = Annotated[int, IntKind(low=0, high=11)]
"""A month of a year."""

Interval: TypeAlias = Annotated[float | dt.timedelta, MeasureKind(low=math.ulp(0.0))]
"""A distance above zero; durations are kept as milliseconds."""


class Ticker(Model):
    """Where ticks stand."""


class ContinuousTicker(Ticker):
    """Ticks at round numbers."""

    desired_num_ticks: NonNegativeInt = 6
    "About how many major ticks there should be; two at least are tried."

    num_minor_ticks: NonNegativeInt = 5
    "Into how many parts minor ticks cut the distance of two major ones."


class AdaptiveTicker(ContinuousTicker):
    """Ticks at multiples of a round number: a mantissa times a power of a base."""

    base: Positive = 10.0
    "The number whose powers are taken."

    mantissas: list[Positive] = [1, 2, 5]
    "What powers are multiplied with, in ascending order."

    min_interval: NonNegative = 0.0
    "The least distance of two major ticks."

    max_interval: NonNegative | None = None
    "The greatest distance of two major ticks; ``None`` is any."


class BasicTicker(AdaptiveTicker):
    """Ticks at round numbers of a linear axis."""


class LogTicker(AdaptiveTicker):
    """Ticks at round numbers of a logarithmic axis."""

    num_minor_ticks = 10
    mantissas: list[Positive] = [1, 5]


class MercatorTicker(BasicTicker):
    """Ticks at round degrees of a Mercator map, whose values are metres."""

    dimension: Literal["lat", "lon"] | None = None
    "What the axis shows; ``None`` goes by its direction."


class FixedTicker(ContinuousTicker):
    """Ticks where the author wants them."""

    ticks: list[float] = []
    "The values of the major ticks."

    minor_ticks: list[float] = []
    "The values of the minor ticks."


class BaseSingleIntervalTicker(ContinuousTicker):
    """Ticks at distances that do not depend on what is shown."""


class SingleIntervalTicker(BaseSingleIntervalTicker):
    """Ticks at equal distances."""

    interval: Interval = 1.0
    "The distance of two major ticks; a duration counts in milliseconds."


class DaysTicker(BaseSingleIntervalTicker):
    """Ticks at days of each month."""

    num_minor_ticks = 0

    days: list[Day] = []
    "The days, from 1 to 31."


class MonthsTicker(BaseSingleIntervalTicker):
    """Ticks at the beginnings of months of each year."""

    months: list[Month] = []
    "The months, from 0 for January to 11."


class YearsTicker(BaseSingleIntervalTicker):
    """Ticks at the beginnings of years."""


class CompositeTicker(ContinuousTicker):
    """The ticks of that of several tickers which has about as many as desired."""

    tickers: list[Ticker] = []
    "The tickers, by ascending distances of their ticks."


class DatetimeTicker(ContinuousTicker):
    """Ticks at round times."""

    num_minor_ticks = 0


class TimedeltaTicker(ContinuousTicker):
    """Ticks at round durations."""

    num_minor_ticks = 0


class CategoricalTicker(Ticker):
    """A tick at each factor."""


class BinnedTicker(Ticker):
    """Ticks at the edges of the bins of a colour mapper."""

    mapper: Model | None = None
    "The mapper whose bins are shown."

    num_major_ticks: PositiveInt | Literal["auto"] = 8
    "How many edges have a major tick; ``auto`` takes all."


class CustomJSTicker(Ticker):
    """Ticks that JavaScript of the application's own computes.

    The page's Content Security Policy must allow it with ``script-src
    'unsafe-eval'``; where it does not, there are round numbers, and the console
    says so once.
    """

    runs_in_browser: ClassVar[bool] = True

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    major_code: str = ""
    """The body of a function of ``cb_data`` that returns the major ticks.

    ``cb_data`` has ``start``, ``end``, ``range`` and ``cross_loc``.
    """

    minor_code: str = ""
    "Likewise for the minor ticks; ``cb_data`` has ``major_ticks``, too."


class TickerKind(ModelKind):
    """A ticker; a list of numbers stands for one at just these values."""

    def __init__(self, *, optional: bool = False, automatic: bool = False) -> None:
        super().__init__(Ticker)
        self.optional = optional
        self.automatic = automatic
        self.expected = "a Ticker or a list of numbers"

    def check(self, value: Any) -> Any:
        """Return the ticker to store, or raise `ValueError`."""
        if value is None and self.optional:
            return None
        if self.automatic and value == "auto":
            return value
        if isinstance(value, Model):
            return super().check(value)
        if isinstance(value, list | tuple | range) or _is_array(value):
            return FixedTicker(ticks=list(value))
        raise ValueError


def _is_array(value: Any) -> bool:
    """Tell an array from numpy's single numbers, which can be lists as little."""
    return hasattr(value, "tolist") and getattr(value, "ndim", 1) > 0
