"""The shapes that most figures consist of."""

from typing import Literal

from syncd.model.specs import (
    AngleSpec,
    Color,
    ColorSpec,
    FontSizeSpec,
    NonNegative,
    NumberSpec,
    Percent,
    StringSpec,
)
from syncd.models.enums import (
    AngleUnits,
    Dash,
    FontStyle,
    LineCap,
    LineJoin,
    MarkerSpec,
    SpatialUnits,
    TextAlignSpec,
    TextBaselineSpec,
)
from syncd.models.glyphs.base import AreaGlyph, Glyph


__all__ = ["Circle", "HBar", "Line", "Scatter", "Text", "VBar"]


class Line(Glyph):
    """A line through all rows."""

    x: NumberSpec = "x"
    "The horizontal positions."

    y: NumberSpec = "y"
    "The vertical positions."

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


class Text(Glyph):
    """A text at each row."""

    x: NumberSpec = "x"
    "The horizontal positions."

    y: NumberSpec = "y"
    "The vertical positions."

    text: StringSpec = "text"
    "The texts to write, one for each row."

    angle: AngleSpec = 0.0
    "The angles by which texts are turned counterclockwise."

    angle_units: AngleUnits = "rad"
    "What the angles are in."

    x_offset: NumberSpec = 0
    "How far texts stand to the right of their positions, in CSS pixels."

    y_offset: NumberSpec = 0
    "How far texts stand below their positions, in CSS pixels."

    text_color: ColorSpec = "#444444"
    "The colour of the texts; ``None`` draws none."

    text_alpha: NumberSpec = 1.0
    "The opacity of the texts, from 0 to 1."

    text_font: str = "helvetica"
    "The font; the default takes that of the page."

    text_font_size: FontSizeSpec = "16px"
    "The size of the texts, such as ``13px`` or ``20pt``."

    text_font_style: FontStyle = "normal"
    "The weight and slope of the texts."

    text_align: TextAlignSpec = "left"
    "Which end of a text stands at its position."

    text_baseline: TextBaselineSpec = "bottom"
    "Which height of a text stands at its position."


class Scatter(AreaGlyph):
    """A marker of a size in pixels at each row."""

    x: NumberSpec = "x"
    "The horizontal positions."

    y: NumberSpec = "y"
    "The vertical positions."

    size: NumberSpec = 4
    "The diameters of the markers in CSS pixels."

    angle: AngleSpec = 0.0
    "The angles by which markers are turned counterclockwise."

    angle_units: AngleUnits = "rad"
    "What the angles are in."

    marker: MarkerSpec = "circle"
    "The shapes of the markers."


class Circle(AreaGlyph):
    """A circle of a radius in data units at each row."""

    x: NumberSpec = "x"
    "The horizontal positions of the centres."

    y: NumberSpec = "y"
    "The vertical positions of the centres."

    radius: NumberSpec = "radius"
    "The radii in units of the horizontal axis."

    radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    radius_dimension: Literal["x", "y", "max", "min"] = "x"
    "The axis in whose units the radii are."


class VBar(AreaGlyph):
    """A bar that stands on each row's position."""

    x: NumberSpec = "x"
    "The horizontal positions of the bars' middles."

    width: NumberSpec = 1
    "The widths of the bars in units of the axis."

    bottom: NumberSpec = 0
    "Where the bars begin."

    top: NumberSpec = "top"
    "Where the bars end."


class HBar(AreaGlyph):
    """A bar that lies at each row's position."""

    y: NumberSpec = "y"
    "The vertical positions of the bars' middles."

    height: NumberSpec = 1
    "The heights of the bars in units of the axis."

    left: NumberSpec = 0
    "Where the bars begin."

    right: NumberSpec = "right"
    "Where the bars end."
