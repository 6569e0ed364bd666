"""Words that are drawn over or below the data."""

from syncd.model import field
from syncd.model.specs import (
    AngleSpec,
    ColorSpec,
    IntSpec,
    NumberSpec,
    StringSpec,
)
from syncd.models.annotations.marks import PlaneAnnotation
from syncd.models.enums import (
    AngleUnits,
    BorderRadius,
    DashSpec,
    Direction,
    LineCapSpec,
    LineJoinSpec,
    Padding,
    PlaceUnits,
    TextAnchorSpec,
)
from syncd.models.looks import BackgroundHatchLooks, TextLooks
from syncd.models.nodes import Node
from syncd.models.ranges import Spot
from syncd.models.sources import ColumnDataSource
from syncd.models.texts import BaseText


__all__ = [
    "HTMLLabel",
    "HTMLLabelSet",
    "Label",
    "LabelSet",
    "TextAnnotation",
]


class TextAnnotation(TextLooks, BackgroundHatchLooks, PlaneAnnotation):
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

    background_fill_color: ColorSpec = None
    "The colour of what is behind words; ``None`` draws none."

    background_fill_alpha: NumberSpec = 1.0
    "The opacity of what is behind words, from 0 to 1."

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
