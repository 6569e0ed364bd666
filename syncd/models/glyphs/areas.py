"""Areas with other outlines than rectangles."""

from syncd.model.specs import AngleSpec, NumberSpec, SequenceSpec
from syncd.models.enums import AngleUnits, Direction, SpatialUnits, StepMode
from syncd.models.glyphs.base import AreaGlyph, FillGlyph


__all__ = [
    "AnnularWedge",
    "Annulus",
    "Ellipse",
    "HArea",
    "HAreaStep",
    "MultiPolygons",
    "Patch",
    "Patches",
    "VArea",
    "VAreaStep",
    "Wedge",
]


class Patch(AreaGlyph):
    """One area whose corners are all rows."""

    x: NumberSpec = "x"
    "The horizontal positions of the corners."

    y: NumberSpec = "y"
    "The vertical positions of the corners."


class Patches(AreaGlyph):
    """An area for each row; ``NaN`` stands between its parts."""

    xs: SequenceSpec = "xs"
    "The horizontal positions of each area's corners."

    ys: SequenceSpec = "ys"
    "The vertical positions of each area's corners."


class MultiPolygons(AreaGlyph):
    """Polygons with holes for each row."""

    xs: SequenceSpec = "xs"
    "Horizontal positions: for each row, polygon and ring, the outer one first."

    ys: SequenceSpec = "ys"
    "Vertical positions: for each row, polygon and ring, the outer one first."


class VArea(FillGlyph):
    """One area between two heights at all rows."""

    x: NumberSpec = "x"
    "The horizontal positions."

    y1: NumberSpec = "y1"
    "The vertical positions of one side."

    y2: NumberSpec = "y2"
    "The vertical positions of the other side."


class VAreaStep(VArea):
    """One area between two heights that change in steps."""

    step_mode: StepMode = "before"
    "Where heights change: before a row, after it, or half way between rows."


class HArea(FillGlyph):
    """One area between two horizontal positions at all rows."""

    y: NumberSpec = "y"
    "The vertical positions."

    x1: NumberSpec = "x1"
    "The horizontal positions of one side."

    x2: NumberSpec = "x2"
    "The horizontal positions of the other side."


class HAreaStep(HArea):
    """One area between two horizontal positions that change in steps."""

    step_mode: StepMode = "before"
    "Where positions change: before a row, after it, or half way between rows."


class Wedge(AreaGlyph):
    """A slice of a pie for each row."""

    x: NumberSpec = "x"
    "The horizontal positions of the centres."

    y: NumberSpec = "y"
    "The vertical positions of the centres."

    radius: NumberSpec = "radius"
    "The radii in units of the horizontal axis."

    radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    start_angle: AngleSpec = "start_angle"
    "Where slices begin, counterclockwise from the right."

    start_angle_units: AngleUnits = "rad"
    "What the angles are in at which slices begin."

    end_angle: AngleSpec = "end_angle"
    "Where slices end."

    end_angle_units: AngleUnits = "rad"
    "What the angles are in at which slices end."

    direction: Direction = "anticlock"
    "Which way around slices go."


class AnnularWedge(AreaGlyph):
    """A slice of a ring for each row."""

    x: NumberSpec = "x"
    "The horizontal positions of the centres."

    y: NumberSpec = "y"
    "The vertical positions of the centres."

    inner_radius: NumberSpec = "inner_radius"
    "The radii of the holes in units of the horizontal axis."

    inner_radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    outer_radius: NumberSpec = "outer_radius"
    "The radii of the rings in units of the horizontal axis."

    outer_radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    start_angle: AngleSpec = "start_angle"
    "Where slices begin, counterclockwise from the right."

    start_angle_units: AngleUnits = "rad"
    "What the angles are in at which slices begin."

    end_angle: AngleSpec = "end_angle"
    "Where slices end."

    end_angle_units: AngleUnits = "rad"
    "What the angles are in at which slices end."

    direction: Direction = "anticlock"
    "Which way around slices go."


class Annulus(AreaGlyph):
    """A ring for each row."""

    x: NumberSpec = "x"
    "The horizontal positions of the centres."

    y: NumberSpec = "y"
    "The vertical positions of the centres."

    inner_radius: NumberSpec = "inner_radius"
    "The radii of the holes in units of the horizontal axis."

    inner_radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    outer_radius: NumberSpec = "outer_radius"
    "The radii of the rings in units of the horizontal axis."

    outer_radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."


class Ellipse(AreaGlyph):
    """An ellipse for each row."""

    x: NumberSpec = "x"
    "The horizontal positions of the centres."

    y: NumberSpec = "y"
    "The vertical positions of the centres."

    width: NumberSpec = "width"
    "The whole widths, from side to side."

    height: NumberSpec = "height"
    "The whole heights, from the lower side to the upper one."

    width_units: SpatialUnits = "data"
    "What the widths are in: units of the axis, or CSS pixels."

    height_units: SpatialUnits = "data"
    "What the heights are in: units of the axis, or CSS pixels."

    angle: AngleSpec = 0.0
    "The angles by which ellipses are turned counterclockwise."

    angle_units: AngleUnits = "rad"
    "What the angles are in."
