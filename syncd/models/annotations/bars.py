"""What bars that explain data have in common, and bars of sizes."""

from typing import Literal

from syncd.model import field
from syncd.model.specs import (
    Color,
    ColorSpec,
    IntSpec,
    NonNegative,
    NumberSpec,
    Percent,
)
from syncd.models.annotations.guides import Annotation
from syncd.models.axes.policies import LabelingPolicy
from syncd.models.enums import (
    Dash,
    DashSpec,
    FontSize,
    FontStyle,
    HatchPatternSpec,
    LegendLocation,
    LineCap,
    LineCapSpec,
    LineJoin,
    LineJoinSpec,
    Orientation,
    TextAlign,
)
from syncd.models.formatters import TickFormatter
from syncd.models.looks import OneBackgroundHatchLooks
from syncd.models.renderers import GlyphRenderer
from syncd.models.texts import BaseText
from syncd.models.textures import Texture
from syncd.models.tickers import Ticker, TickerKind


__all__ = ["BarLooks", "BaseBar", "SizeBar"]


class BarLooks(OneBackgroundHatchLooks, part=True):
    """What a bar is labelled with, and what it looks like."""

    location: LegendLocation | tuple[float, float] = "top_right"
    "Where it stands in the frame."

    orientation: Literal["auto"] | Orientation = "auto"
    "Its direction; ``auto`` goes by the side that it stands at."

    title: str | BaseText | None = None
    "The words above it."

    ticker: Literal["auto"] | Ticker = field(
        default="auto", kind=TickerKind(automatic=True)
    )
    "Which numbers are written; ``auto`` goes by what is shown."

    formatter: Literal["auto"] | TickFormatter = "auto"
    "How numbers are written; ``auto`` goes by what is shown."

    major_label_policy: LabelingPolicy | None = None
    "Which labels are written; ``None`` leaves out what has no room."

    major_label_overrides: dict[float | str, str | BaseText] = {}
    "Words to write instead of the formatter's, by number."

    padding: int = 10
    "The room around it in CSS pixels."

    label_standoff: int = 5
    "The distance of the labels from the bar in CSS pixels."

    title_standoff: int = 2
    "The distance of the title from the bar in CSS pixels."

    margin: int = 30
    "The distance from the frame in CSS pixels."

    bar_line_color: Color | None = None
    "The colour of the line around the bar itself; ``None`` draws none."

    bar_line_alpha: Percent = 1.0
    "The opacity of the line around the bar itself, from 0 to 1."

    bar_line_width: NonNegative = 1
    "The width of the line around the bar itself in CSS pixels."

    bar_line_dash: Dash = "solid"
    "The dash of the line around the bar itself."

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
    "How far major ticks reach into the bar, in CSS pixels."

    major_tick_out: int = 0
    "How far major ticks reach out of the bar, in CSS pixels."

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
    "How far minor ticks reach into the bar, in CSS pixels."

    minor_tick_out: int = 0
    "How far minor ticks reach out of the bar, in CSS pixels."

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

    major_label_text_line_height: NonNegative = 1.2
    "The distance of two lines of a label, in sizes of a letter."

    major_label_text_outline_color: Color | None = None
    "The colour around the letters of the labels; ``None`` draws none."

    major_label_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the labels, in CSS pixels."

    title_text_line_height: NonNegative = 1.2
    "The distance of two lines of the title, in sizes of a letter."

    title_text_outline_color: Color | None = None
    "The colour around the letters of the title; ``None`` draws none."

    title_text_outline_width: NonNegative = 1
    "The width of what is around the letters of the title, in CSS pixels."

    background_fill_color: Color | None = "#ffffff"
    "The colour of what is behind it; ``None`` draws none."

    background_fill_alpha: Percent = 0.95
    "The opacity of what is behind it, from 0 to 1."


class BaseBar(BarLooks, Annotation):
    """What shows values in the looks that they have."""

    width: Literal["max"] | NonNegative = 200
    "How long the bar is in CSS pixels, or as long as the frame (``max``)."

    height: Literal["max"] | NonNegative = 50
    "How thick the bar is in CSS pixels, or as thick as what it shows (``max``)."

    major_tick_line_color: Color | None = "black"
    "The colour of major ticks; the default takes that of the page, ``None`` draws none."

    title_text_align: TextAlign = "left"
    "Where the title stands above the bar."


class SizeBar(BaseBar):
    """How large the circles or polygons of some radii are."""

    renderer: Literal["auto"] | GlyphRenderer = "auto"
    """Whose radii they are: a renderer of `Circle` or `Ngon`.

    ``auto`` is the first one of the figure.
    """

    bounds: Literal["auto"] | tuple[float, float] = "auto"
    "The radii to show, from the least to the greatest; ``auto`` shows all there are."

    glyph_line_color: ColorSpec = None
    "The colour of the outlines of what is shown; ``None`` draws none."

    glyph_line_alpha: NumberSpec = 1.0
    "The opacity of the outlines, from 0 to 1."

    glyph_line_width: NumberSpec = 1
    "The width of the outlines in CSS pixels."

    glyph_line_dash: DashSpec = "solid"
    "The dash of the outlines."

    glyph_line_dash_offset: IntSpec = 0
    "How far into their dash the outlines begin, in CSS pixels."

    glyph_line_join: LineJoinSpec = "bevel"
    "How the outlines turn."

    glyph_line_cap: LineCapSpec = "butt"
    "How the outlines end."

    glyph_fill_color: ColorSpec = "gray"
    "The colour of what is shown; ``None`` draws none."

    glyph_fill_alpha: NumberSpec = 1.0
    "The opacity of what is shown, from 0 to 1."

    glyph_hatch_pattern: HatchPatternSpec = None
    "What is drawn over what is shown; ``None`` draws nothing."

    glyph_hatch_color: ColorSpec = "black"
    "The colour of that hatch."

    glyph_hatch_alpha: NumberSpec = 1.0
    "The opacity of that hatch, from 0 to 1."

    glyph_hatch_scale: NumberSpec = 12.0
    "The distance at which that hatch repeats, in CSS pixels."

    glyph_hatch_weight: NumberSpec = 1.0
    "The width of the lines of that hatch in CSS pixels."

    glyph_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that the pattern has for them."
