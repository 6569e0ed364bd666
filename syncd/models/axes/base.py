"""What every axis has: ticks, their labels, and a title."""

from typing import Literal

from syncd.model import field
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.axes.policies import LabelingPolicy
from syncd.models.enums import (
    Align,
    Dash,
    FontSize,
    FontStyle,
    LineCap,
    LineJoin,
    TextAlign,
    TickLabelOrientation,
)
from syncd.models.formatters import BasicTickFormatter, TickFormatter
from syncd.models.looks import OneBackgroundHatchLooks
from syncd.models.ranges import Bound
from syncd.models.renderers import GuideRenderer
from syncd.models.texts import BaseText
from syncd.models.tickers import BasicTicker, Ticker, TickerKind


__all__ = ["Axis"]


class Axis(OneBackgroundHatchLooks, GuideRenderer):
    """A line with ticks, their labels, and a title."""

    axis_label: str | BaseText | None = None
    "The title of the axis; TeX in it is shown as a formula."

    axis_label_standoff: int = 5
    "The distance of the title from the labels in CSS pixels."

    axis_label_standoff_mode: Literal["tick_labels", "axis"] = "tick_labels"
    "Whether the distance of the title counts from the labels or from the line."

    axis_label_orientation: TickLabelOrientation | float = "parallel"
    "How the title is turned; a number is an angle in radians."

    axis_label_align: Align = "center"
    "Where along the axis the title stands."

    dimension: Literal["auto", 0, 1] = "auto"
    "The direction of an axis inside the frame: 0 is across, 1 is upwards."

    face: Literal["auto", "front", "back"] = "auto"
    """Where the labels of an axis inside the frame stand: ``front`` is above it,
    or to its left, ``back`` below, or to its right."""

    bounds: Literal["auto"] | tuple[Bound, Bound] = "auto"
    "The part of the direction that ticks are drawn for."

    fixed_location: float | str | tuple[str, str] | tuple[str, str, str] | None = None
    "The value or factor of the other direction at which the axis stands."

    x_range_name: str = "default"
    "The horizontal range: ``default``, or the name of one in ``extra_x_ranges``."

    y_range_name: str = "default"
    "The vertical range: ``default``, or the name of one in ``extra_y_ranges``."

    ticker: Ticker = field(default_factory=BasicTicker, kind=TickerKind())
    "Where the ticks stand; a list of values is a `FixedTicker`."

    formatter: TickFormatter = field(default_factory=BasicTickFormatter)
    "How the values at the ticks are written."

    major_label_orientation: TickLabelOrientation | float = "horizontal"
    "How labels are turned; a number is an angle in radians."

    major_label_overrides: dict[float | str, str | BaseText] = {}
    "Labels to write instead of the formatter's, by value."

    major_label_policy: LabelingPolicy | None = None
    "Which labels are written; ``None`` leaves out what has no room."

    major_label_standoff: int = 5
    "The distance of the labels from the ticks in CSS pixels."

    major_tick_in: int = 2
    "How far major ticks reach into the frame, in CSS pixels."

    major_tick_out: int = 6
    "How far major ticks reach out of the frame, in CSS pixels."

    minor_tick_in: int = 0
    "How far minor ticks reach into the frame, in CSS pixels."

    minor_tick_out: int = 4
    "How far minor ticks reach out of the frame, in CSS pixels."

    axis_line_color: Color | None = "black"
    "The colour of the line; ``None`` draws none."

    axis_line_alpha: Percent = 1.0
    "The opacity of the line, from 0 to 1."

    axis_line_width: NonNegative = 1
    "The width of the line in CSS pixels."

    axis_line_dash: Dash = "solid"
    "The dash of the line."

    axis_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of the line."

    axis_line_cap: LineCap = "butt"
    "How lines end: of the line."

    axis_line_join: LineJoin = "bevel"
    "How lines turn: of the line."

    major_tick_line_color: Color | None = "black"
    "The colour of major ticks; ``None`` draws none."

    major_tick_line_alpha: Percent = 1.0
    "The opacity of major ticks, from 0 to 1."

    major_tick_line_width: NonNegative = 1
    "The width of major ticks in CSS pixels."

    major_tick_line_dash: Dash = "solid"
    "The dash of major ticks."

    major_tick_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of major ticks."

    major_tick_line_cap: LineCap = "butt"
    "How lines end: of major ticks."

    major_tick_line_join: LineJoin = "bevel"
    "How lines turn: of major ticks."

    minor_tick_line_color: Color | None = "black"
    "The colour of minor ticks; ``None`` draws none."

    minor_tick_line_alpha: Percent = 1.0
    "The opacity of minor ticks, from 0 to 1."

    minor_tick_line_width: NonNegative = 1
    "The width of minor ticks in CSS pixels."

    minor_tick_line_dash: Dash = "solid"
    "The dash of minor ticks."

    minor_tick_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of minor ticks."

    minor_tick_line_cap: LineCap = "butt"
    "How lines end: of minor ticks."

    minor_tick_line_join: LineJoin = "bevel"
    "How lines turn: of minor ticks."

    axis_label_text_color: Color | None = "#444444"
    "The colour of the title; the default takes that of the page."

    axis_label_text_alpha: Percent = 1.0
    "The opacity of the title, from 0 to 1."

    axis_label_text_font: str = "helvetica"
    "The font of the title; the default takes that of the page."

    axis_label_text_font_size: FontSize = "13px"
    "The size of the title, such as ``13px`` or ``1.2em``."

    axis_label_text_font_style: FontStyle = "italic"
    "The weight and slope of the title."

    axis_label_text_line_height: NonNegative = 1.2
    "The distance of two lines of the title, in sizes of a letter."

    axis_label_text_align: TextAlign = "left"
    "Where the shorter lines of the title stand."

    axis_label_text_outline_color: Color | None = None
    "The colour around the letters of the title; ``None`` draws none."

    axis_label_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the title, in CSS pixels."

    major_label_text_color: Color | None = "#444444"
    "The colour of the labels; the default takes that of the page."

    major_label_text_alpha: Percent = 1.0
    "The opacity of the labels, from 0 to 1."

    major_label_text_font: str = "helvetica"
    "The font of the labels; the default takes that of the page."

    major_label_text_font_size: FontSize = "11px"
    "The size of the labels, such as ``13px`` or ``1.2em``."

    major_label_text_font_style: FontStyle = "normal"
    "The weight and slope of the labels."

    major_label_text_line_height: NonNegative = 1.2
    "The distance of two lines of the labels, in sizes of a letter."

    major_label_text_align: TextAlign = "left"
    "Where the shorter lines of a label stand."

    major_label_text_outline_color: Color | None = None
    "The colour around the letters of the labels; ``None`` draws none."

    major_label_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the labels, in CSS pixels."

    background_fill_color: Color | None = None
    "The colour behind the axis; ``None`` draws none."

    background_fill_alpha: Percent = 1.0
    "The opacity of what is behind the axis, from 0 to 1."
