"""What is drawn over or below the data: lines and areas."""

import math
from typing import Annotated, Literal

from syncd.model import field
from syncd.model.kinds import NoneKind, UnionKind
from syncd.model.specs import (
    Color,
    ColorSpec,
    NonNegative,
    NumberSpec,
    Percent,
)
from syncd.models.annotations.guides import Annotation
from syncd.models.annotations.handles import (
    BoxInteractionHandles,
    HandlesKind,
    HoverAreaLooks,
    HoverLineLooks,
)
from syncd.models.annotations.heads import ArrowHead, OpenHead, TeeHead
from syncd.models.enums import (
    BorderRadius,
    HatchPattern,
    Movable,
    PlaceUnits,
    RenderLevel,
    Resizable,
)
from syncd.models.looks import FillLooks, HatchLooks, LineLooks
from syncd.models.nodes import BoxNodes, Node
from syncd.models.on_demand import make_when_read
from syncd.models.ranges import Spot
from syncd.models.sources import ColumnDataSource
from syncd.models.textures import Texture


__all__ = [
    "AreaAnnotation",
    "Arrow",
    "Band",
    "BoxAnnotation",
    "LineAnnotation",
    "PlaneAnnotation",
    "PolyAnnotation",
    "Slope",
    "Span",
    "Whisker",
]


class PlaneAnnotation(Annotation):
    """What stands at values of the figure's ranges."""

    x_range_name: str = "default"
    "The horizontal range: ``default``, or the name of one in ``extra_x_ranges``."

    y_range_name: str = "default"
    "The vertical range: ``default``, or the name of one in ``extra_y_ranges``."


class LineAnnotation(LineLooks, PlaneAnnotation):
    """What consists of a line."""


class Span(HoverLineLooks, LineAnnotation):
    """A line across the whole frame at one value."""

    location: Spot | Node | None = None
    "The value; ``None`` draws nothing."

    location_units: PlaceUnits = "data"
    "What the location is in: values of the axis, or CSS pixels (``screen``, ``canvas``)."

    dimension: Literal["width", "height"] = "width"
    "Whether the line goes across, or from the bottom to the top."

    editable: bool = False
    "Whether people can move the line, if its location is a number."


class Slope(LineAnnotation):
    """A straight line of a gradient, across the whole frame."""

    gradient: float | None = None
    "How much the line rises with each unit of the horizontal axis."

    y_intercept: float | None = None
    "Where the line crosses the vertical axis."

    above_fill_color: Color | None = None
    "The colour of what is above the line; ``None`` draws none."

    above_fill_alpha: Percent = 0.4
    "The opacity of what is above the line, from 0 to 1."

    above_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over what is above the line; ``None`` draws nothing."

    above_hatch_color: Color | None = "black"
    "The colour of the hatch above the line."

    above_hatch_alpha: Percent = 1.0
    "The opacity of the hatch above the line, from 0 to 1."

    above_hatch_scale: NonNegative = 12.0
    "The distance at which the hatch above the line repeats, in CSS pixels."

    above_hatch_weight: NonNegative = 1.0
    "The width of the lines of the hatch above the line, in CSS pixels."

    above_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``above_hatch_pattern`` has for them."

    below_fill_color: Color | None = None
    "The colour of what is below the line; ``None`` draws none."

    below_fill_alpha: Percent = 0.4
    "The opacity of what is below the line, from 0 to 1."

    below_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over what is below the line; ``None`` draws nothing."

    below_hatch_color: Color | None = "black"
    "The colour of the hatch below the line."

    below_hatch_alpha: Percent = 1.0
    "The opacity of the hatch below the line, from 0 to 1."

    below_hatch_scale: NonNegative = 12.0
    "The distance at which the hatch below the line repeats, in CSS pixels."

    below_hatch_weight: NonNegative = 1.0
    "The width of the lines of the hatch below the line, in CSS pixels."

    below_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``below_hatch_pattern`` has for them."


class AreaAnnotation(HatchLooks, FillLooks, LineAnnotation):
    """What has an area."""

    line_color: ColorSpec = "#cccccc"
    "The colour of outlines; ``None`` draws none."

    line_alpha: NumberSpec = 0.3
    "The opacity of outlines, from 0 to 1."

    fill_color: ColorSpec = "#fff9ba"
    "The colour of areas; ``None`` draws none."

    fill_alpha: NumberSpec = 0.4
    "The opacity of areas, from 0 to 1."


class BoxAnnotation(HoverAreaLooks, AreaAnnotation):
    """A box whose sides stand at values, or at the sides of the frame."""

    left: Spot | Node | None = None
    "Where the left side stands; ``None`` is the side of the frame."

    right: Spot | Node | None = None
    "Where the right side stands; ``None`` is the side of the frame."

    bottom: Spot | Node | None = None
    "Where the lower side stands; ``None`` is the side of the frame."

    top: Spot | Node | None = None
    "Where the upper side stands; ``None`` is the side of the frame."

    left_units: PlaceUnits = "data"
    "What ``left`` is in: values of the axis, or CSS pixels."

    right_units: PlaceUnits = "data"
    "What ``right`` is in: values of the axis, or CSS pixels."

    bottom_units: PlaceUnits = "data"
    "What ``bottom`` is in: values of the axis, or CSS pixels from below, or of the canvas from above."

    top_units: PlaceUnits = "data"
    "What ``top`` is in: values of the axis, or CSS pixels from below, or of the canvas from above."

    left_limit: Spot | Node | None = None
    "Where the left side cannot be moved beyond, in its units; ``None`` is the frame."

    right_limit: Spot | Node | None = None
    "Where the right side cannot be moved beyond, in its units; ``None`` is the frame."

    bottom_limit: Spot | Node | None = None
    "Where the lower side cannot be moved beyond, in its units; ``None`` is the frame."

    top_limit: Spot | Node | None = None
    "Where the upper side cannot be moved beyond, in its units; ``None`` is the frame."

    min_width: NonNegative = 0.0
    "How narrow people can make the box, in its units."

    min_height: NonNegative = 0.0
    "How low people can make the box, in its units."

    max_width: NonNegative = math.inf
    "How wide people can make the box, in its units."

    max_height: NonNegative = math.inf
    "How high people can make the box, in its units."

    border_radius: BorderRadius = 0
    "The radius of the corners in CSS pixels, or of each from the upper left on."

    inverted: bool = False
    "Whether everything but the box is filled."

    editable: bool = False
    "Whether people can move the box and its sides."

    movable: Movable = "both"
    "The directions in which people can move the box."

    resizable: Resizable = "all"
    "The sides that people can move."

    symmetric: bool = False
    "Whether the opposite side moves as well, so that the middle stays."

    use_handles: bool = False
    "Whether only handles can be dragged, or the whole box and all of its sides."

    handles: Annotated[
        BoxInteractionHandles | None, UnionKind([HandlesKind(), NoneKind()])
    ] = None
    """What the handles look like, if they are used. Read from Python it is there.

    `AreaVisuals` stand for the looks of all of them.
    """

    @property
    def nodes(self) -> BoxNodes:
        """The places of the box, as attributes such as ``left`` or ``top_center``."""
        return BoxNodes(self)


make_when_read(BoxAnnotation, "handles", lambda *_: BoxInteractionHandles())


class PolyAnnotation(HoverAreaLooks, AreaAnnotation):
    """An area between corners."""

    xs: list[Spot] = []
    "The horizontal positions of the corners."

    ys: list[Spot] = []
    "The vertical positions of the corners."

    xs_units: PlaceUnits = "data"
    "What ``xs`` are in: values of the axis, or CSS pixels."

    ys_units: PlaceUnits = "data"
    "What ``ys`` are in: values of the axis, or CSS pixels from below, or of the canvas from above."

    editable: bool = False
    "Whether people can move the area."


class Band(AreaAnnotation):
    """The area between two columns."""

    source: ColumnDataSource = field(default_factory=ColumnDataSource)
    "The source of the columns that are named here."

    base: NumberSpec = "base"
    "Where the rows stand along the band."

    base_units: PlaceUnits = "data"
    "What ``base`` is in: values of the axis, or CSS pixels of the frame or the canvas."

    lower: NumberSpec = "lower"
    "One side of the band."

    lower_units: PlaceUnits = "data"
    "What ``lower`` is in: values of the axis, or CSS pixels of the frame or the canvas."

    upper: NumberSpec = "upper"
    "The other side of the band."

    upper_units: PlaceUnits = "data"
    "What ``upper`` is in: values of the axis, or CSS pixels of the frame or the canvas."

    dimension: Literal["width", "height"] = "height"
    "The direction in which the band is between two values."


def _tee() -> ArrowHead:
    return TeeHead(size=10)


class Whisker(LineAnnotation):
    """A line between two values for each row; what the rows draw else covers it."""

    level: RenderLevel = "underlay"
    "What is drawn before and after it."

    source: ColumnDataSource = field(default_factory=ColumnDataSource)
    "The source of the columns that are named here."

    base: NumberSpec = "base"
    "Where the whiskers stand."

    base_units: PlaceUnits = "data"
    "What ``base`` is in: values of the axis, or CSS pixels of the frame or the canvas."

    lower: NumberSpec = "lower"
    "Where the whiskers begin."

    lower_units: PlaceUnits = "data"
    "What ``lower`` is in: values of the axis, or CSS pixels of the frame or the canvas."

    upper: NumberSpec = "upper"
    "Where the whiskers end."

    upper_units: PlaceUnits = "data"
    "What ``upper`` is in: values of the axis, or CSS pixels of the frame or the canvas."

    dimension: Literal["width", "height"] = "height"
    "The direction of the whiskers."

    lower_head: ArrowHead | None = field(default_factory=_tee)
    "What the lower ends look like."

    upper_head: ArrowHead | None = field(default_factory=_tee)
    "What the upper ends look like."


class Arrow(LineAnnotation):
    """An arrow for each row, or between two points."""

    source: ColumnDataSource | None = None
    "The data, if the ends are columns."

    x_start: NumberSpec = "x_start"
    "Where arrows begin horizontally."

    y_start: NumberSpec = "y_start"
    "Where arrows begin vertically."

    x_end: NumberSpec = "x_end"
    "Where arrows end horizontally."

    y_end: NumberSpec = "y_end"
    "Where arrows end vertically."

    start_units: PlaceUnits = "data"
    "What the beginnings are in: values of the axes, or CSS pixels from the lower left, or of the canvas from the upper left."

    end_units: PlaceUnits = "data"
    "What the ends are in: values of the axes, or CSS pixels from the lower left, or of the canvas from the upper left."

    start: ArrowHead | None = None
    "What arrows begin with."

    end: ArrowHead | None = field(default_factory=OpenHead)
    "What arrows end in."
