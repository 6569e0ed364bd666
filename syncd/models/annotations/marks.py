"""What is drawn over or below the data: lines, areas and words."""

import math
from typing import Annotated, Literal

from syncd.model import field
from syncd.model.kinds import NoneKind, UnionKind
from syncd.model.specs import (
    AngleSpec,
    Color,
    ColorSpec,
    FontSizeSpec,
    IntSpec,
    NonNegative,
    NumberSpec,
    Percent,
    StringSpec,
    TextSpec,
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
    AngleUnits,
    BorderRadius,
    DashSpec,
    Direction,
    FontStyleSpec,
    HatchPattern,
    HatchPatternSpec,
    LineCapSpec,
    LineJoinSpec,
    Movable,
    Padding,
    PlaceUnits,
    RenderLevel,
    Resizable,
    TextAlignSpec,
    TextAnchorSpec,
    TextBaselineSpec,
)
from syncd.models.looks import FillLooks, HatchLooks, LineLooks
from syncd.models.nodes import BoxNodes, Node
from syncd.models.on_demand import make_when_read
from syncd.models.ranges import Spot
from syncd.models.sources import ColumnDataSource
from syncd.models.texts import BaseText
from syncd.models.textures import Texture


__all__ = [
    "AreaAnnotation",
    "Arrow",
    "Band",
    "BoxAnnotation",
    "HTMLLabel",
    "HTMLLabelSet",
    "Label",
    "LabelSet",
    "LineAnnotation",
    "PlaneAnnotation",
    "PolyAnnotation",
    "Slope",
    "Span",
    "TextAnnotation",
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


class TextAnnotation(PlaneAnnotation):
    """What consists of words."""

    x_units: PlaceUnits = "data"
    "What ``x`` is in: values of the axis, or CSS pixels."

    y_units: PlaceUnits = "data"
    "What ``y`` is in: values of the axis, or CSS pixels from below, or of the canvas from above."

    x_offset: NumberSpec = 0
    "How far words stand to the right of their positions, in CSS pixels."

    y_offset: NumberSpec = 0
    "How far words stand above their positions, in CSS pixels."

    angle: AngleSpec = 0.0
    "The angles by which words are turned counterclockwise."

    angle_units: AngleUnits = "rad"
    "What the angles are in."

    text_color: ColorSpec = "#444444"
    "The colour of words; the default takes that of the page."

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

    background_fill_color: ColorSpec = None
    "The colour of what is behind words; ``None`` draws none."

    background_fill_alpha: NumberSpec = 1.0
    "The opacity of what is behind words, from 0 to 1."

    background_hatch_pattern: HatchPatternSpec = None
    "What is drawn over what is behind words: dots, lines and so on; ``None`` draws nothing."

    background_hatch_color: ColorSpec = "black"
    "The colour of the hatch over what is behind words; ``None`` draws none."

    background_hatch_alpha: NumberSpec = 1.0
    "The opacity of the hatch over what is behind words, from 0 to 1."

    background_hatch_scale: NumberSpec = 12.0
    "The distance at which the hatch over what is behind words repeats, in CSS pixels."

    background_hatch_weight: NumberSpec = 1.0
    "The width of the lines of the hatch over what is behind words in CSS pixels."

    background_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``background_hatch_pattern`` has for them."

    border_line_color: ColorSpec = None
    "The colour of the line around words; ``None`` draws none."

    border_line_alpha: NumberSpec = 1.0
    "The opacity of the line around words, from 0 to 1."

    border_line_width: NumberSpec = 1
    "The width of the line around words in CSS pixels."

    border_line_dash: DashSpec = "solid"
    "The dash of the line around words."

    border_line_dash_offset: IntSpec = 0
    "How far into its dash a line begins, in CSS pixels: of the line around words."

    border_line_cap: LineCapSpec = "butt"
    "How lines end: of the line around words."

    border_line_join: LineJoinSpec = "bevel"
    "How lines turn: of the line around words."

    padding: Padding = 0
    "The room between words and the line around them, in CSS pixels."

    border_radius: BorderRadius = 0
    "The radius of the corners of the line around words, in CSS pixels."


class Label(TextAnnotation):
    """Words at one place."""

    x: Spot | Node | None = None
    "The horizontal position: a value of the axis, or the place of a `Node`."

    y: Spot | Node | None = None
    "The vertical position: a value of the axis, or the place of a `Node`."

    text: str | BaseText = ""
    "What the label says; TeX in it is shown as a formula."

    anchor: TextAnchorSpec = "auto"
    "The place of its box that stands at its position; by default as it is aligned."

    direction: Direction = "anticlock"
    "The way around in which it is turned."

    editable: bool = False
    "Whether people can move the label, if its position consists of numbers."


class HTMLLabel(Label):
    """Words at one place, as `Label`; they are words here, too, never markup."""


class LabelSet(TextAnnotation):
    """Words at each row."""

    source: ColumnDataSource = field(default_factory=ColumnDataSource)
    "The source of the columns that are named here."

    x: NumberSpec = "x"
    "The horizontal positions."

    y: NumberSpec = "y"
    "The vertical positions."

    text: StringSpec = "text"
    "What the labels say, one for each row."


class HTMLLabelSet(LabelSet):
    """Words at each row, as `LabelSet`; they are words here, too, never markup."""
