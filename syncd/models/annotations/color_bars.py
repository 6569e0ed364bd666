"""What the colours of the data mean."""

from typing import Literal

from syncd.model import Model, field
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.annotations.guides import Annotation
from syncd.models.enums import (
    Dash,
    FontSize,
    FontStyle,
    LegendLocation,
    LineCap,
    LineJoin,
    Orientation,
    TextAlign,
)
from syncd.models.formatters import TickFormatter
from syncd.models.mappers import ColorMapper
from syncd.models.texts import BaseText
from syncd.models.tickers import Ticker, TickerKind


__all__ = ["BaseColorBar", "ColorBar", "ContourColorBar"]


class BaseColorBar(Annotation):
    """What colours mean."""

    location: LegendLocation | tuple[float, float] = "top_right"
    "Where it stands in the frame."

    orientation: Literal["auto"] | Orientation = "auto"
    "Its direction; ``auto`` goes by the side that it stands at."

    title: str | BaseText | None = None
    "The words above the colours."

    width: Literal["auto"] | NonNegative = "auto"
    "The width of the colours in CSS pixels."

    height: Literal["auto"] | NonNegative = "auto"
    "The height of the colours in CSS pixels."

    ticker: Literal["auto"] | Ticker = field(
        default="auto", kind=TickerKind(automatic=True)
    )
    "Which numbers are written; ``auto`` goes by the mapper."

    formatter: Literal["auto"] | TickFormatter = "auto"
    "How numbers are written; ``auto`` goes by the mapper."

    major_label_overrides: dict[float | str, str | BaseText] = {}
    "Words to write instead of the formatter's, by number."

    padding: int = 10
    "The room around it in CSS pixels."

    label_standoff: int = 5
    "The distance of the labels from the colours in CSS pixels."

    title_standoff: int = 2
    "The distance of the title from the colours in CSS pixels."

    scale_alpha: Percent = 1.0
    "The opacity of the colours, from 0 to 1."

    margin: int = 30
    "The distance from the frame in CSS pixels."

    bar_line_color: Color | None = None
    "The colour of the line around the colours; ``None`` draws none."

    bar_line_alpha: Percent = 1.0
    "The opacity of the line around the colours, from 0 to 1."

    bar_line_width: NonNegative = 1
    "The width of the line around the colours in CSS pixels."

    bar_line_dash: Dash = "solid"
    "The dash of the line around the colours."

    bar_line_dash_offset: int = 0
    "How far into its dash that line begins, in CSS pixels."

    bar_line_cap: LineCap = "butt"
    "How that line ends."

    bar_line_join: LineJoin = "bevel"
    "How that line turns."

    border_line_color: Color | None = None
    "The colour of the line around everything; ``None`` draws none."

    border_line_alpha: Percent = 1.0
    "The opacity of the line around everything, from 0 to 1."

    border_line_width: NonNegative = 1
    "The width of the line around everything in CSS pixels."

    border_line_dash: Dash = "solid"
    "The dash of the line around everything."

    border_line_dash_offset: int = 0
    "How far into its dash that line begins, in CSS pixels."

    border_line_cap: LineCap = "butt"
    "How that line ends."

    border_line_join: LineJoin = "bevel"
    "How that line turns."

    major_tick_in: int = 5
    "How far major ticks reach into the colours, in CSS pixels."

    major_tick_out: int = 0
    "How far major ticks reach out of the colours, in CSS pixels."

    major_tick_line_color: Color | None = "#ffffff"
    "The colour of major ticks; ``None`` draws none."

    major_tick_line_alpha: Percent = 1.0
    "The opacity of major ticks, from 0 to 1."

    major_tick_line_width: NonNegative = 1
    "The width of major ticks in CSS pixels."

    major_tick_line_dash: Dash = "solid"
    "The dash of major ticks."

    major_tick_line_dash_offset: int = 0
    "How far into their dash major ticks begin, in CSS pixels."

    major_tick_line_cap: LineCap = "butt"
    "How major ticks end."

    major_tick_line_join: LineJoin = "bevel"
    "How major ticks turn."

    minor_tick_in: int = 0
    "How far minor ticks reach into the colours, in CSS pixels."

    minor_tick_out: int = 0
    "How far minor ticks reach out of the colours, in CSS pixels."

    minor_tick_line_color: Color | None = None
    "The colour of minor ticks; ``None`` draws none."

    minor_tick_line_alpha: Percent = 1.0
    "The opacity of minor ticks, from 0 to 1."

    minor_tick_line_width: NonNegative = 1
    "The width of minor ticks in CSS pixels."

    minor_tick_line_dash: Dash = "solid"
    "The dash of minor ticks."

    minor_tick_line_dash_offset: int = 0
    "How far into their dash minor ticks begin, in CSS pixels."

    minor_tick_line_cap: LineCap = "butt"
    "How minor ticks end."

    minor_tick_line_join: LineJoin = "bevel"
    "How minor ticks turn."

    title_text_alpha: Percent = 1.0
    "The opacity of the title, from 0 to 1."

    title_text_font: str = "helvetica"
    "The font of the title; the default takes that of the page."

    title_text_align: TextAlign = "left"
    "Where the title stands above the colours."

    major_label_text_alpha: Percent = 1.0
    "The opacity of the labels, from 0 to 1."

    major_label_text_font: str = "helvetica"
    "The font of the labels; the default takes that of the page."

    major_label_text_font_style: FontStyle = "normal"
    "The weight and slope of the labels."

    title_text_color: Color | None = "#444444"
    "The colour of the title; the default takes that of the page."

    title_text_font_size: FontSize = "13px"
    "The size of the title, such as ``13px`` or ``1.2em``."

    title_text_font_style: FontStyle = "italic"
    "The weight and slope of the title."

    major_label_text_color: Color | None = "#444444"
    "The colour of the labels; the default takes that of the page."

    major_label_text_font_size: FontSize = "11px"
    "The size of the labels, such as ``13px`` or ``1.2em``."

    background_fill_color: Color | None = "#ffffff"
    "The colour of what is behind it; ``None`` draws none."

    background_fill_alpha: Percent = 0.95
    "The opacity of what is behind it, from 0 to 1."


class ColorBar(BaseColorBar):
    """What the colours of a mapper mean."""

    color_mapper: ColorMapper | None = None
    "How numbers become colours."

    display_low: float | None = None
    "The least number that is shown, with all of its colour; ``None`` shows all."

    display_high: float | None = None
    "The greatest number that is shown, with all of its colour; ``None`` shows all."


class ContourColorBar(BaseColorBar):
    """What the areas and lines of contours mean."""

    fill_renderer: Model | None = None
    "Draws the areas."

    line_renderer: Model | None = None
    "Draws the lines."

    levels: list[float] = []
    "The values of the lines, ascending."
