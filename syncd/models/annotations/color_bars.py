"""What the colours of the data mean."""

from typing import Literal

from syncd.model import Model, field
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.annotations.guides import Annotation
from syncd.models.enums import FontSize, FontStyle, LegendLocation, Orientation
from syncd.models.formatters import TickFormatter
from syncd.models.mappers import ColorMapper
from syncd.models.tickers import Ticker, TickerKind


__all__ = ["BaseColorBar", "ColorBar", "ContourColorBar"]


class BaseColorBar(Annotation):
    """What colours mean."""

    location: LegendLocation | tuple[float, float] = "top_right"
    "Where it stands in the frame."

    orientation: Literal["auto"] | Orientation = "auto"
    "Its direction; ``auto`` goes by the side that it stands at."

    title: str | None = None
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

    major_label_overrides: dict[float | str, str] = {}
    "Words to write instead of the formatter's, by number."

    padding: int = 10
    "The room around it in CSS pixels."

    label_standoff: int = 5
    "The distance of the labels from the colours in CSS pixels."

    title_standoff: int = 2
    "The distance of the title from the colours in CSS pixels."

    bar_line_color: Color | None = None
    "The colour of the line around the colours; ``None`` draws none."

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


class ContourColorBar(BaseColorBar):
    """What the areas and lines of contours mean."""

    fill_renderer: Model | None = None
    "Draws the areas."

    line_renderer: Model | None = None
    "Draws the lines."

    levels: list[float] = []
    "The values of the lines, ascending."
