"""What shapes have in common: lines, and areas."""

from syncd.model import Model
from syncd.model.specs import ColorSpec, NumberSpec
from syncd.models.enums import Dash, HatchPatternSpec, LineCap, LineJoin


__all__ = ["AreaGlyph", "FillGlyph", "Glyph", "StrokeGlyph"]


class Glyph(Model):
    """The shape that rows of data are drawn as."""


class StrokeGlyph(Glyph):
    """What shapes with a line for each row have."""

    line_color: ColorSpec = "black"
    "The colour of lines; ``None`` draws none."

    line_alpha: NumberSpec = 1.0
    "The opacity of lines, from 0 to 1."

    line_width: NumberSpec = 1
    "The width of lines in CSS pixels."

    line_dash: Dash = "solid"
    "The dash of lines."

    line_dash_offset: int = 0
    "How far into the dash lines begin, in CSS pixels."

    line_join: LineJoin = "bevel"
    "How lines turn."

    line_cap: LineCap = "butt"
    "How lines end."


class FillGlyph(Glyph):
    """What shapes with an area have."""

    fill_color: ColorSpec = "gray"
    "The colour of areas; ``None`` draws none."

    fill_alpha: NumberSpec = 1.0
    "The opacity of areas, from 0 to 1."

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


class AreaGlyph(FillGlyph):
    """What shapes with an area and an outline have."""

    line_color: ColorSpec = "black"
    "The colour of outlines; ``None`` draws none."

    line_alpha: NumberSpec = 1.0
    "The opacity of outlines, from 0 to 1."

    line_width: NumberSpec = 1
    "The width of outlines in CSS pixels."

    line_dash: Dash = "solid"
    "The dash of outlines."

    line_dash_offset: int = 0
    "How far into the dash outlines begin, in CSS pixels."

    line_join: LineJoin = "bevel"
    "How outlines turn."

    line_cap: LineCap = "butt"
    "How outlines end."
