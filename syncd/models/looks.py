"""What many classes of models look like: lines, areas, hatches and words.

Each of these is a part: classes that have it take its fields as theirs.
"""

from syncd.model import Model
from syncd.model.specs import (
    Color,
    ColorSpec,
    FontSizeSpec,
    IntSpec,
    NonNegative,
    NumberSpec,
    Percent,
    TextSpec,
)
from syncd.models.enums import (
    Dash,
    DashSpec,
    FontStyleSpec,
    HatchPattern,
    HatchPatternSpec,
    LineCap,
    LineCapSpec,
    LineJoin,
    LineJoinSpec,
    TextAlignSpec,
    TextBaselineSpec,
)
from syncd.models.textures import Texture


__all__ = [
    "BackgroundHatchLooks",
    "FillLooks",
    "HatchLooks",
    "LineLooks",
    "OneBackgroundHatchLooks",
    "OneLineLooks",
    "TextLooks",
]


class LineLooks(Model, part=True):
    """What the lines of rows look like."""

    line_color: ColorSpec = "black"
    "The colour of lines; ``None`` draws none."

    line_alpha: NumberSpec = 1.0
    "The opacity of lines, from 0 to 1."

    line_width: NumberSpec = 1
    "The width of lines in CSS pixels."

    line_dash: DashSpec = "solid"
    "The dash of lines."

    line_dash_offset: IntSpec = 0
    "How far into the dash lines begin, in CSS pixels."

    line_join: LineJoinSpec = "bevel"
    "How lines turn."

    line_cap: LineCapSpec = "butt"
    "How lines end."


class OneLineLooks(Model, part=True):
    """What a line through all rows looks like."""

    line_color: Color | None = "black"
    "The colour of the line; ``None`` draws none."

    line_alpha: Percent = 1.0
    "The opacity of the line, from 0 to 1."

    line_width: NonNegative = 1
    "The width of the line in CSS pixels."

    line_dash: Dash = "solid"
    "The dash of the line."

    line_dash_offset: int = 0
    "How far into the dash the line begins, in CSS pixels."

    line_join: LineJoin = "bevel"
    "How the line turns."

    line_cap: LineCap = "butt"
    "How the line ends."


class FillLooks(Model, part=True):
    """What the areas of rows look like."""

    fill_color: ColorSpec = "gray"
    "The colour of areas; ``None`` draws none."

    fill_alpha: NumberSpec = 1.0
    "The opacity of areas, from 0 to 1."


class HatchLooks(Model, part=True):
    """What is drawn over the areas of rows."""

    hatch_pattern: HatchPatternSpec = None
    "What is drawn over areas: dots, lines and so on; ``None`` draws nothing."

    hatch_color: ColorSpec = "black"
    "The colour of hatches."

    hatch_alpha: NumberSpec = 1.0
    "The opacity of hatches, from 0 to 1."

    hatch_scale: NumberSpec = 12.0
    "The distance at which hatches repeat, in CSS pixels."

    hatch_weight: NumberSpec = 1.0
    "The width of the lines of hatches in CSS pixels."

    hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``hatch_pattern`` has for them."


class BackgroundHatchLooks(Model, part=True):
    """What is drawn over the backgrounds of rows."""

    background_hatch_pattern: HatchPatternSpec = None
    "What is drawn over the background: dots, lines and so on; ``None`` draws nothing."

    background_hatch_color: ColorSpec = "black"
    "The colour of the hatch over the background; ``None`` draws none."

    background_hatch_alpha: NumberSpec = 1.0
    "The opacity of the hatch over the background, from 0 to 1."

    background_hatch_scale: NumberSpec = 12.0
    "The distance at which the hatch over the background repeats, in CSS pixels."

    background_hatch_weight: NumberSpec = 1.0
    "The width of the lines of the hatch over the background in CSS pixels."

    background_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``background_hatch_pattern`` has for them."


class OneBackgroundHatchLooks(Model, part=True):
    """What is drawn over a background that all has in common."""

    background_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over the background: dots, lines and so on; ``None`` draws nothing."

    background_hatch_color: Color | None = "black"
    "The colour of the hatch over the background; ``None`` draws none."

    background_hatch_alpha: Percent = 1.0
    "The opacity of the hatch over the background, from 0 to 1."

    background_hatch_scale: NonNegative = 12.0
    "The distance at which the hatch over the background repeats, in CSS pixels."

    background_hatch_weight: NonNegative = 1.0
    "The width of the lines of the hatch over the background in CSS pixels."

    background_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``background_hatch_pattern`` has for them."


class TextLooks(Model, part=True):
    """What the words of rows look like."""

    text_color: ColorSpec = "#444444"
    "The colour of words; the default takes that of the page, ``None`` draws none."

    text_alpha: NumberSpec = 1.0
    "The opacity of words, from 0 to 1."

    text_outline_color: ColorSpec = None
    "The colour of the line around letters; ``None`` draws none."

    text_outline_width: NumberSpec = 1
    "The width of the line around letters in CSS pixels."

    text_font: TextSpec = "helvetica"
    "The font; the default takes that of the page."

    text_font_size: FontSizeSpec = "16px"
    "The size of words, such as ``13px`` or ``20pt``."

    text_font_style: FontStyleSpec = "normal"
    "The weight and slope of words."

    text_align: TextAlignSpec = "left"
    "Which end of words stands at their position."

    text_baseline: TextBaselineSpec = "bottom"
    "Which height of words stands at their position."

    text_line_height: NumberSpec = 1.2
    "The distance of lines, as a share of their height."
