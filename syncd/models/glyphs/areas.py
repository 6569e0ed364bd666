"""Areas with other outlines than rectangles."""

from syncd.model import Model
from syncd.model.specs import AngleSpec, NumberSpec, SequenceSpec
from syncd.models.enums import AngleUnits, RadiusDimension, SpatialUnits, StepMode
from syncd.models.glyphs.base import AreaGlyph, Centres, FillGlyph, Sectors


__all__ = [
    "AnnularWedge",
    "Annulus",
    "Ellipse",
    "HArea",
    "HAreaStep",
    "MultiPolygons",
    "Ngon",
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


class Rings(Model, part=True):
    """How large the hole and the ring of each row are."""

    inner_radius: NumberSpec = "inner_radius"
    "The radii of the holes in units of the horizontal axis."

    inner_radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    outer_radius: NumberSpec = "outer_radius"
    "The radii of the rings in units of the horizontal axis."

    outer_radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."


class Wedge(Sectors, Centres, AreaGlyph):
    """A slice of a pie for each row."""

    radius: NumberSpec = "radius"
    "The radii in units of the horizontal axis."

    radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."


class AnnularWedge(Sectors, Rings, Centres, AreaGlyph):
    """A slice of a ring for each row."""


class Annulus(Rings, Centres, AreaGlyph):
    """A ring for each row."""


class Ellipse(Centres, AreaGlyph):
    """An ellipse for each row."""

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


class Ngon(Centres, AreaGlyph):
    """A regular polygon for each row."""

    radius: NumberSpec = "radius"
    "The distances of corners from centres."

    radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    radius_dimension: RadiusDimension = "x"
    "The axis in whose units the radii are."

    n: NumberSpec = "n"
    "How many corners there are; below 3 nothing is drawn."

    angle: AngleSpec = 0.0
    "The angles by which polygons are turned; at 0 a corner is above the centre."

    angle_units: AngleUnits = "rad"
    "What the angles are in."
