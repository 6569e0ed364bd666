"""Lines of other shapes than from row to row."""

from syncd.model.specs import AngleSpec, NonNegative, NumberSpec, SequenceSpec
from syncd.models.enums import AngleUnits, SpatialUnits, StepMode
from syncd.models.glyphs.base import Centres, Sectors, StrokeGlyph
from syncd.models.glyphs.basic import Line


__all__ = ["Arc", "Bezier", "MultiLine", "Quadratic", "Ray", "Segment", "Step"]


class Step(Line):
    """A line through all rows that only goes across and up or down."""

    mode: StepMode = "before"
    "Where the line steps: before a row, after it, or half way between rows."

    pad_before: NonNegative = 0
    "How far the line goes on before the first row, in units of the axis."

    pad_after: NonNegative = 0
    "How far the line goes on after the last row, in units of the axis."


class MultiLine(StrokeGlyph):
    """A line for each row."""

    xs: SequenceSpec = "xs"
    "The horizontal positions of each line's points."

    ys: SequenceSpec = "ys"
    "The vertical positions of each line's points."


class Segment(StrokeGlyph):
    """A straight line between two points for each row."""

    x0: NumberSpec = "x0"
    "Where the lines begin horizontally."

    y0: NumberSpec = "y0"
    "Where the lines begin vertically."

    x1: NumberSpec = "x1"
    "Where the lines end horizontally."

    y1: NumberSpec = "y1"
    "Where the lines end vertically."


class Ray(StrokeGlyph):
    """A straight line from a point into a direction for each row."""

    x: NumberSpec = "x"
    "Where the lines begin horizontally."

    y: NumberSpec = "y"
    "Where the lines begin vertically."

    angle: AngleSpec = 0.0
    "Into which direction lines go, counterclockwise from the right."

    angle_units: AngleUnits = "rad"
    "What the angles are in."

    length: NumberSpec = 0
    "The lengths in units of the horizontal axis; 0 goes to the end of the frame."

    length_units: SpatialUnits = "data"
    "What the lengths are in: units of the axis, or CSS pixels."


class Arc(Sectors, Centres, StrokeGlyph):
    """A part of a circle's outline for each row."""

    radius: NumberSpec = "radius"
    "The radii in units of the horizontal axis."

    radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."


class Bezier(StrokeGlyph):
    """A cubic curve between two points for each row."""

    x0: NumberSpec = "x0"
    "Where the curves begin horizontally."

    y0: NumberSpec = "y0"
    "Where the curves begin vertically."

    x1: NumberSpec = "x1"
    "Where the curves end horizontally."

    y1: NumberSpec = "y1"
    "Where the curves end vertically."

    cx0: NumberSpec = "cx0"
    "The horizontal positions of the points that curves leave towards."

    cy0: NumberSpec = "cy0"
    "The vertical positions of the points that curves leave towards."

    cx1: NumberSpec = "cx1"
    "The horizontal positions of the points that curves arrive from."

    cy1: NumberSpec = "cy1"
    "The vertical positions of the points that curves arrive from."


class Quadratic(StrokeGlyph):
    """A quadratic curve between two points for each row."""

    x0: NumberSpec = "x0"
    "Where the curves begin horizontally."

    y0: NumberSpec = "y0"
    "Where the curves begin vertically."

    x1: NumberSpec = "x1"
    "Where the curves end horizontally."

    y1: NumberSpec = "y1"
    "Where the curves end vertically."

    cx: NumberSpec = "cx"
    "The horizontal positions of the points that curves are drawn to."

    cy: NumberSpec = "cy"
    "The vertical positions of the points that curves are drawn to."
