"""Bars that tell how long a part of an axis is."""

from typing import Literal

from syncd.model import field
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.annotations.marks import PlaneAnnotation
from syncd.models.dimensional import Dimensional, MetricLength
from syncd.models.enums import (
    Align,
    Anchor,
    Dash,
    FontSize,
    FontStyle,
    LegendLocation,
    LineCap,
    LineJoin,
    Orientation,
    Place,
)
from syncd.models.looks import OneBackgroundHatchLooks
from syncd.models.ranges import Bound, Range
from syncd.models.tickers import FixedTicker, Ticker, TickerKind


__all__ = ["ScaleBar"]

_Place = Bound | str | tuple[str, ...]
_Units = Literal["data", "screen", "view", "percent"]


class ScaleBar(OneBackgroundHatchLooks, PlaneAnnotation):
    """A bar as long as it says, in units that fit what is shown."""

    range: Literal["auto"] | Range = "auto"
    "The range that it is about; ``auto`` is the figure's in its direction."

    unit: str = "m"
    "What one unit of the range is; one of ``dimensional``."

    dimensional: Dimensional = field(default_factory=MetricLength)
    "The units to choose from."

    orientation: Orientation = "horizontal"
    "Whether it lies or stands: the direction of its range."

    location: LegendLocation | tuple[_Place, _Place] = "top_right"
    """Where it stands in the frame.

    A word, or a pair for both directions: values, factors, or words such as ``left``.
    """

    x_units: _Units = "data"
    "What a number across is: of the axis, CSS pixels, the same, or a share of the frame."

    y_units: _Units = "data"
    "What a number upwards is: of the axis, CSS pixels, the same, or a share of the frame."

    anchor: Literal["auto"] | Anchor = "auto"
    "What of it stands at its location; ``auto`` goes by the location."

    length_sizing: Literal["adaptive", "exact"] = "adaptive"
    "Whether the length becomes a value that reads well, or stays."

    bar_length: NonNegative = 0.2
    "The length, in ``bar_length_units``."

    bar_length_units: Literal["screen", "data", "percent"] = "screen"
    """What the length is in.

    CSS pixels, or up to 1 a share of the frame (``screen``), values of the axis, or
    a share of the frame.
    """

    margin: int = 10
    "The distance from the frame in CSS pixels."

    padding: int = 10
    "The room around the bar and its words in CSS pixels."

    label: str = "@{value} @{unit}"
    """The words at it.

    ``@{value}`` stands for the length, ``@{value}{%.2f}`` for it in a format of C's
    ``printf``, ``@{unit}`` for the unit.
    """

    label_align: Align = "center"
    "Where the label stands along the bar."

    label_location: Place = "below"
    "The side of the bar that the label stands at."

    label_standoff: int = 5
    "The distance of the label from the bar in CSS pixels."

    title: str = ""
    "Further words beside the bar."

    title_align: Align = "center"
    "Where the title stands along the bar."

    title_location: Place = "above"
    "The side of the bar that the title stands at."

    title_standoff: int = 5
    "The distance of the title from the bar in CSS pixels."

    ticker: Ticker = field(
        default_factory=lambda: FixedTicker(ticks=[]), kind=TickerKind()
    )
    "Where ticks stand at the bar; by default nowhere."

    bar_line_color: Color | None = "black"
    "The colour of the bar; ``None`` draws none."

    bar_line_alpha: Percent = 1.0
    "The opacity of the bar, from 0 to 1."

    bar_line_width: NonNegative = 2
    "The width of the bar in CSS pixels."

    bar_line_dash: Dash = "solid"
    "The dash of the bar."

    bar_line_dash_offset: int = 0
    "How far into its dash the bar begins, in CSS pixels."

    bar_line_cap: LineCap = "butt"
    "How the bar ends."

    bar_line_join: LineJoin = "bevel"
    "How the bar turns."

    border_line_color: Color | None = "#e5e5e5"
    "The colour of the line around everything; ``None`` draws none."

    border_line_alpha: Percent = 0.5
    "The opacity of the line around everything, from 0 to 1."

    border_line_width: NonNegative = 1
    "The width of the line around everything in CSS pixels."

    border_line_dash: Dash = "solid"
    "The dash of the line around everything."

    border_line_dash_offset: int = 0
    "How far into its dash the line around everything begins, in CSS pixels."

    border_line_cap: LineCap = "butt"
    "How the line around everything ends."

    border_line_join: LineJoin = "bevel"
    "How the line around everything turns."

    background_fill_color: Color | None = "#ffffff"
    "The colour of what is behind it; ``None`` draws none."

    background_fill_alpha: Percent = 0.95
    "The opacity of what is behind it, from 0 to 1."

    label_text_color: Color | None = "#444444"
    "The colour of the label; the default takes that of the page."

    label_text_alpha: Percent = 1.0
    "The opacity of the label, from 0 to 1."

    label_text_font: str = "helvetica"
    "The font of the label; the default takes that of the page."

    label_text_font_size: FontSize = "13px"
    "The size of the label, such as ``13px`` or ``1.2em``."

    label_text_font_style: FontStyle = "normal"
    "The weight and slope of the label."

    label_text_line_height: NonNegative = 1.2
    "The distance of two lines of the label, in sizes of a letter."

    label_text_outline_color: Color | None = None
    "The colour around the letters of the label; ``None`` draws none."

    label_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the label, in CSS pixels."

    title_text_color: Color | None = "#444444"
    "The colour of the title; the default takes that of the page."

    title_text_alpha: Percent = 1.0
    "The opacity of the title, from 0 to 1."

    title_text_font: str = "helvetica"
    "The font of the title; the default takes that of the page."

    title_text_font_size: FontSize = "13px"
    "The size of the title, such as ``13px`` or ``1.2em``."

    title_text_font_style: FontStyle = "italic"
    "The weight and slope of the title."

    title_text_line_height: NonNegative = 1.2
    "The distance of two lines of the title, in sizes of a letter."

    title_text_outline_color: Color | None = None
    "The colour around the letters of the title; ``None`` draws none."

    title_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the title, in CSS pixels."
