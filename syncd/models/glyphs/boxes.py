"""Rectangles, bands across the frame, and tiles."""

from typing import Literal

from syncd.model.specs import AngleSpec, NumberSpec
from syncd.models.enums import AngleUnits, SpatialUnits
from syncd.models.glyphs.base import AreaGlyph, Centres, StrokeGlyph
from syncd.models.glyphs.basic import Rounded


__all__ = ["Block", "HSpan", "HStrip", "HexTile", "Quad", "Rect", "VSpan", "VStrip"]


class Quad(Rounded, AreaGlyph):
    """A rectangle between four values for each row."""

    left: NumberSpec = "left"
    "The horizontal positions of the left sides."

    right: NumberSpec = "right"
    "The horizontal positions of the right sides."

    bottom: NumberSpec = "bottom"
    "The vertical positions of the lower sides."

    top: NumberSpec = "top"
    "The vertical positions of the upper sides."


class Rect(Rounded, Centres, AreaGlyph):
    """A rectangle around a point for each row."""

    width: NumberSpec = "width"
    "The whole widths, from side to side."

    height: NumberSpec = "height"
    "The whole heights, from the lower side to the upper one."

    width_units: SpatialUnits = "data"
    "What the widths are in: units of the axis, or CSS pixels."

    height_units: SpatialUnits = "data"
    "What the heights are in: units of the axis, or CSS pixels."

    angle: AngleSpec = 0.0
    "The angles by which rectangles are turned counterclockwise."

    angle_units: AngleUnits = "rad"
    "What the angles are in."

    dilate: bool = False
    "Whether sides lie on whole pixels outside of where they belong."


class Block(Rounded, AreaGlyph):
    """A rectangle with its lower left corner at a point for each row."""

    x: NumberSpec = "x"
    "The horizontal positions of the lower left corners."

    y: NumberSpec = "y"
    "The vertical positions of the lower left corners."

    width: NumberSpec = 1
    "The widths, from the left corners to the right; below 0 to the left."

    width_units: SpatialUnits = "data"
    "What the widths are in: units of the axis, or CSS pixels."

    height: NumberSpec = 1
    "The heights, from the lower corners upwards; below 0 downwards."

    height_units: SpatialUnits = "data"
    "What the heights are in: units of the axis, or CSS pixels."


class HexTile(AreaGlyph):
    """A hexagon of a grid for each row."""

    line_color = None

    size: float = 1.0
    "The distance of a hexagon's centre from its corners, in data units."

    aspect_scale: float = 1.0
    "The height of hexagons divided by what it would be with equal axes."

    q: NumberSpec = "q"
    "The columns of the hexagons, in axial coordinates."

    r: NumberSpec = "r"
    "The rows of the hexagons, in axial coordinates."

    scale: NumberSpec = 1.0
    "How large hexagons are drawn, as a share of their cells."

    orientation: Literal["pointytop", "flattop"] = "pointytop"
    "Whether hexagons have a corner or a side at the top."


class HSpan(StrokeGlyph):
    """A line across the whole frame for each row."""

    y: NumberSpec = "y"
    "The vertical positions of the lines."


class VSpan(StrokeGlyph):
    """A line from the bottom to the top of the frame for each row."""

    x: NumberSpec = "x"
    "The horizontal positions of the lines."


class HStrip(AreaGlyph):
    """A band across the whole frame for each row."""

    y0: NumberSpec = "y0"
    "The vertical positions of one side."

    y1: NumberSpec = "y1"
    "The vertical positions of the other side."


class VStrip(AreaGlyph):
    """A band from the bottom to the top of the frame for each row."""

    x0: NumberSpec = "x0"
    "The horizontal positions of one side."

    x1: NumberSpec = "x1"
    "The horizontal positions of the other side."
