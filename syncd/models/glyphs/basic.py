"""The shapes that most figures consist of."""

from typing import Annotated

from syncd.model import Model
from syncd.model.kinds import DictKind, ModelKind
from syncd.model.specs import (
    AngleSpec,
    ColorSpec,
    IntSpec,
    NonNegative,
    NumberSpec,
    StringSpec,
)
from syncd.models.callbacks import CustomJS
from syncd.models.enums import (
    AngleUnits,
    BorderRadius,
    DashSpec,
    LineCapSpec,
    LineJoinSpec,
    MarkerSpec,
    OutlineShapeSpec,
    OwnMarkerKind,
    Padding,
    RadiusDimension,
    SpatialUnits,
    TextAnchorSpec,
)
from syncd.models.glyphs.base import AreaGlyph, Centres, Glyph
from syncd.models.looks import BackgroundHatchLooks, OneLineLooks, TextLooks


__all__ = ["Circle", "HBar", "Line", "Marker", "Scatter", "Text", "VBar"]


class Line(OneLineLooks, Glyph):
    """A line through all rows."""

    x: NumberSpec = "x"
    "The horizontal positions."

    y: NumberSpec = "y"
    "The vertical positions."


class Text(TextLooks, BackgroundHatchLooks, Glyph):
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

    anchor: TextAnchorSpec = "auto"
    "The place of a text's box that stands at its position; by default as it is aligned."

    padding: Padding = 0
    "The room between a text and the outline around it, in CSS pixels."

    border_radius: BorderRadius = 0
    "The radius of the corners of outlines in CSS pixels."

    outline_shape: OutlineShapeSpec = "box"
    "The shape of outlines."

    background_fill_color: ColorSpec = None
    "The colour of what is behind texts; ``None`` draws none."

    background_fill_alpha: NumberSpec = 1.0
    "The opacity of what is behind texts, from 0 to 1."

    border_line_color: ColorSpec = None
    "The colour of the lines around texts; ``None`` draws none."

    border_line_alpha: NumberSpec = 1.0
    "The opacity of the lines around texts, from 0 to 1."

    border_line_width: NumberSpec = 1
    "The width of the lines around texts in CSS pixels."

    border_line_dash: DashSpec = "solid"
    "The dash of the lines around texts."

    border_line_dash_offset: IntSpec = 0
    "How far into its dash a line begins, in CSS pixels: of what is around texts."

    border_line_cap: LineCapSpec = "butt"
    "How lines end: of what is around texts."

    border_line_join: LineJoinSpec = "bevel"
    "How lines turn: of what is around texts."


class Marker(AreaGlyph):
    """What markers of all shapes have."""

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

    hit_dilation: NonNegative = 1.0
    "How much larger than markers the places are at which they are pointed at."


class Scatter(Marker):
    """A marker of a size in pixels at each row."""

    marker: MarkerSpec = "circle"
    "The shapes of the markers."

    defs: Annotated[
        dict[str, CustomJS], DictKind(OwnMarkerKind(), ModelKind(CustomJS))
    ] = {}
    """Markers of one's own, by names that begin with ``@``.

    The code gets ``ctx``, the number ``i`` of the row, the radius ``r`` and ``visuals``,
    and returns a ``Path2D`` about the origin, or draws by itself. It needs ``--allow-eval``.
    """


class Circle(Centres, AreaGlyph):
    """A circle of a radius in data units at each row."""

    radius: NumberSpec = "radius"
    "The radii in units of the horizontal axis."

    radius_units: SpatialUnits = "data"
    "What the radii are in: units of the axis, or CSS pixels."

    radius_dimension: RadiusDimension = "x"
    "The axis in whose units the radii are."

    hit_dilation: NonNegative = 1.0
    "How much larger than circles the places are at which they are pointed at."


class Rounded(Model, part=True):
    """How round the corners of rectangles are."""

    border_radius: BorderRadius = 0
    "The radius of the corners in CSS pixels, or of each from the upper left on."


class VBar(Rounded, AreaGlyph):
    """A bar that stands on each row's position."""

    x: NumberSpec = "x"
    "The horizontal positions of the bars' middles."

    width: NumberSpec = 1
    "The widths of the bars."

    width_units: SpatialUnits = "data"
    "What the widths are in: units of the axis, or CSS pixels."

    bottom: NumberSpec = 0
    "Where the bars begin."

    top: NumberSpec = "top"
    "Where the bars end."


class HBar(Rounded, AreaGlyph):
    """A bar that lies at each row's position."""

    y: NumberSpec = "y"
    "The vertical positions of the bars' middles."

    height: NumberSpec = 1
    "The heights of the bars."

    height_units: SpatialUnits = "data"
    "What the heights are in: units of the axis, or CSS pixels."

    left: NumberSpec = 0
    "Where the bars begin."

    right: NumberSpec = "right"
    "Where the bars end."
