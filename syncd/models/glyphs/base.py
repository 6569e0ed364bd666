"""What shapes have in common: lines, areas, and where they stand."""

from syncd.model import Model
from syncd.model.specs import AngleSpec, NumberSpec
from syncd.models.enums import AngleUnits, Direction
from syncd.models.graphics import Decoration
from syncd.models.looks import FillLooks, HatchLooks, LineLooks


__all__ = ["AreaGlyph", "Centres", "FillGlyph", "Glyph", "Sectors", "StrokeGlyph"]


class Glyph(Model):
    """The shape that rows of data are drawn as."""

    decorations: list[Decoration] = []
    """What stands at the ends of each row's glyph.

    Lines, segments, arcs, rays and curves have ends; `GlyphRenderer.add_decoration`
    adds to this.
    """


class StrokeGlyph(LineLooks, Glyph):
    """What shapes with a line for each row have."""


class FillGlyph(HatchLooks, FillLooks, Glyph):
    """What shapes with an area have."""


class AreaGlyph(LineLooks, FillGlyph):
    """What shapes with an area and an outline have."""


class Centres(Model, part=True):
    """Where the middle of each row's shape is."""

    x: NumberSpec = "x"
    "The horizontal positions of the centres."

    y: NumberSpec = "y"
    "The vertical positions of the centres."


class Sectors(Model, part=True):
    """Which part of a circle each row has."""

    start_angle: AngleSpec = "start_angle"
    "Where parts begin, counterclockwise from the right."

    start_angle_units: AngleUnits = "rad"
    "What the angles are in at which parts begin."

    end_angle: AngleSpec = "end_angle"
    "Where parts end."

    end_angle_units: AngleUnits = "rad"
    "What the angles are in at which parts end."

    direction: Direction = "anticlock"
    "Which way around parts go."
