"""Axes by what they show."""

from typing import Any, Literal

from syncd.model import field
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.axes.base import Axis
from syncd.models.enums import (
    Dash,
    FontSize,
    FontStyle,
    LineCap,
    LineJoin,
    TextAlign,
    TickLabelOrientation,
)
from syncd.models.formatters import (
    CategoricalTickFormatter,
    DatetimeTickFormatter,
    LogTickFormatter,
    MercatorTickFormatter,
    TickFormatter,
    TimedeltaTickFormatter,
)
from syncd.models.tickers import (
    CategoricalTicker,
    DatetimeTicker,
    LogTicker,
    MercatorTicker,
    Ticker,
    TickerKind,
    TimedeltaTicker,
)


__all__ = [
    "CategoricalAxis",
    "ContinuousAxis",
    "DatetimeAxis",
    "LinearAxis",
    "LogAxis",
    "MercatorAxis",
    "TimedeltaAxis",
]


class ContinuousAxis(Axis):
    """An axis of numbers."""


class LinearAxis(ContinuousAxis):
    """An axis of numbers at equal distances."""


class LogAxis(ContinuousAxis):
    """An axis of numbers whose ratios are at equal distances."""

    ticker: Ticker = field(default_factory=LogTicker, kind=TickerKind())
    "Where the ticks stand; a list of values is a `FixedTicker`."

    formatter: TickFormatter = field(default_factory=LogTickFormatter)
    "How the values at the ticks are written."


class DatetimeAxis(LinearAxis):
    """An axis of times."""

    ticker: Ticker = field(default_factory=DatetimeTicker, kind=TickerKind())
    "Where the ticks stand; a list of values is a `FixedTicker`."

    formatter: TickFormatter = field(default_factory=DatetimeTickFormatter)
    "How the times at the ticks are written."


def _durations() -> TimedeltaTickFormatter:
    """Make what tells each unit once, the longer ones below the shorter."""
    days = TimedeltaTickFormatter(hide_repeats=True)
    clock = TimedeltaTickFormatter(context=days, context_which="all", hide_repeats=True)
    for scale in ("seconds", "minsec", "minutes", "hourmin", "hours", "days"):
        setattr(days, scale, "")
        setattr(clock, scale, "" if scale == "days" else "%d days")
    for scale, form in _CLOCK.items():
        setattr(days, scale, "%d days")
        setattr(clock, scale, form)
    return TimedeltaTickFormatter(
        strip_leading_zeros=["nanoseconds", "microseconds", "milliseconds"],
        context=clock,
        context_which="all",
    )


_CLOCK = {
    "nanoseconds": "%H:%M:%S.%MS%US",
    "microseconds": "%H:%M:%S.%MS",
    "milliseconds": "%H:%M:%S",
}


class TimedeltaAxis(LinearAxis):
    """An axis of durations."""

    ticker: Ticker = field(default_factory=TimedeltaTicker, kind=TickerKind())
    "Where the ticks stand; a list of values is a `FixedTicker`."

    formatter: TickFormatter = field(default_factory=_durations)
    "How the durations at the ticks are written."


class MercatorAxis(LinearAxis):
    """An axis of metres of a Mercator map, with ticks at degrees.

    Args:
        dimension: ``lon``, ``lat``, or ``None`` to go by its direction.
        **values: The values of fields.
    """

    ticker: Ticker = field(default_factory=MercatorTicker, kind=TickerKind())
    "Where the ticks stand; a list of values is a `FixedTicker`."

    formatter: TickFormatter = field(default_factory=MercatorTickFormatter)
    "How the degrees at the ticks are written."

    def __init__(
        self, dimension: Literal["lat", "lon"] | None = None, **values: Any
    ) -> None:
        super().__init__(**values)
        if dimension is not None:
            for part in (self.ticker, self.formatter):
                if isinstance(part, MercatorTicker | MercatorTickFormatter):
                    part.dimension = dimension


class CategoricalAxis(Axis):
    """An axis of names, and of the names of their groups."""

    ticker: Ticker = field(default_factory=CategoricalTicker, kind=TickerKind())
    "Where the ticks stand."

    formatter: TickFormatter = field(default_factory=CategoricalTickFormatter)
    "How the names are written."

    group_label_orientation: TickLabelOrientation | float = "parallel"
    "How the names of groups are turned; a number is an angle in radians."

    subgroup_label_orientation: TickLabelOrientation | float = "parallel"
    "How the names of groups within groups are turned."

    separator_line_color: Color | None = "lightgrey"
    "The colour of the lines between groups; ``None`` draws none."

    separator_line_alpha: Percent = 1.0
    "The opacity of the lines between groups, from 0 to 1."

    separator_line_width: NonNegative = 2
    "The width of the lines between groups in CSS pixels."

    separator_line_dash: Dash = "solid"
    "The dash of the lines between groups."

    separator_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of the lines between groups."

    separator_line_cap: LineCap = "butt"
    "How lines end: of the lines between groups."

    separator_line_join: LineJoin = "bevel"
    "How lines turn: of the lines between groups."

    group_text_color: Color | None = "grey"
    "The colour of the names of groups; the default takes that of the page."

    group_text_alpha: Percent = 1.0
    "The opacity of the names of groups, from 0 to 1."

    group_text_font: str = "helvetica"
    "The font of the names of groups; the default takes that of the page."

    group_text_font_size: FontSize = "11px"
    "The size of the names of groups, such as ``13px`` or ``1.2em``."

    group_text_font_style: FontStyle = "bold"
    "The weight and slope of the names of groups."

    group_text_line_height: NonNegative = 1.2
    "The distance of two lines of the names of groups, in sizes of a letter."

    group_text_align: TextAlign = "left"
    "Where the shorter lines of the name of a group stand."

    group_text_outline_color: Color | None = None
    "The colour around the letters of the names of groups; ``None`` draws none."

    group_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the names of groups, in CSS pixels."

    subgroup_text_color: Color | None = "#444444"
    "The colour of the names of groups within groups; the default takes that of the page."

    subgroup_text_alpha: Percent = 1.0
    "The opacity of the names of groups within groups, from 0 to 1."

    subgroup_text_font: str = "helvetica"
    "The font of the names of groups within groups; the default takes that of the page."

    subgroup_text_font_size: FontSize = "11px"
    "The size of the names of groups within groups, such as ``13px`` or ``1.2em``."

    subgroup_text_font_style: FontStyle = "bold"
    "The weight and slope of the names of groups within groups."

    subgroup_text_line_height: NonNegative = 1.2
    "The distance of two lines of the names of groups within groups, in sizes of a letter."

    subgroup_text_align: TextAlign = "left"
    "Where the shorter lines of the name of a group within a group stand."

    subgroup_text_outline_color: Color | None = None
    "The colour around the letters of the names of groups within groups; ``None`` draws none."

    subgroup_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the names of groups within groups, in CSS pixels."
