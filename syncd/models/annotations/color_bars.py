"""What the colours of the data mean."""

from typing import Literal

from syncd.model import Model
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.annotations.bars import BarLooks
from syncd.models.annotations.guides import Annotation
from syncd.models.enums import TextAlign
from syncd.models.mappers import ColorMapper


__all__ = ["BaseColorBar", "ColorBar", "ContourColorBar"]


class BaseColorBar(BarLooks, Annotation):
    """What colours mean."""

    width: Literal["auto"] | NonNegative = "auto"
    "The width of the colours in CSS pixels."

    height: Literal["auto"] | NonNegative = "auto"
    "The height of the colours in CSS pixels."

    scale_alpha: Percent = 1.0
    "The opacity of the colours, from 0 to 1."

    major_tick_line_color: Color | None = "#ffffff"
    "The colour of major ticks; ``None`` draws none."

    title_text_align: TextAlign = "left"
    "Where the title stands above the colours."


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
