"""Pictures: arrays of numbers or of colours, and files."""

from typing import Literal

from syncd.model import field
from syncd.model.specs import (
    AngleSpec,
    NonNegativeInt,
    NumberSpec,
    SequenceSpec,
    StringSpec,
)
from syncd.models.enums import AngleUnits, BoxAnchor, SpatialUnits
from syncd.models.glyphs.base import Glyph
from syncd.models.mappers import (
    ColorMapper,
    LinearColorMapper,
    StackColorMapper,
    WeightedStackColorMapper,
)


__all__ = ["Image", "ImageRGBA", "ImageStack", "ImageURL"]

Origin = Literal["bottom_left", "top_left", "bottom_right", "top_right"]
"""The corner that the first number of an array stands at."""


def _greys() -> ColorMapper:
    from syncd.palettes import Greys9  # noqa: PLC0415 - all palettes are many

    return LinearColorMapper(palette=list(Greys9))


def _stack() -> StackColorMapper:
    return WeightedStackColorMapper()


class ImageBase(Glyph):
    """What pictures of arrays have."""

    image: SequenceSpec = "image"
    "The arrays: rows of columns, the lowest row first."

    x: NumberSpec = "x"
    "The horizontal positions of the anchors."

    y: NumberSpec = "y"
    "The vertical positions of the anchors."

    dw: NumberSpec = "dw"
    "The widths of the pictures, from side to side."

    dw_units: SpatialUnits = "data"
    "What the widths are in: units of the axis, or CSS pixels."

    dh: NumberSpec = "dh"
    "The heights of the pictures, from the lower side to the upper one."

    dh_units: SpatialUnits = "data"
    "What the heights are in: units of the axis, or CSS pixels."

    global_alpha: NumberSpec = 1.0
    "The opacity of the pictures, from 0 to 1."

    dilate: bool = False
    "Whether sides lie on whole pixels outside of where they belong."

    origin: Origin = "bottom_left"
    "The corner that the first number of an array stands at."

    anchor: BoxAnchor = "bottom_left"
    "The place of a picture that stands at its position."


class Image(ImageBase):
    """A picture for each row, whose colours stand for numbers."""

    color_mapper: ColorMapper = field(default_factory=_greys)
    "How numbers become colours."


class ImageStack(ImageBase):
    """A picture for each row, of arrays with several numbers for each pixel.

    Their third dimension has a colour of the mapper's palette for each number.
    """

    color_mapper: StackColorMapper = field(default_factory=_stack)
    "How numbers become colours."


class ImageRGBA(ImageBase):
    """A picture for each row, of arrays that are colours.

    They are 32-bit numbers with red in the lowest byte, or have a third
    dimension of red, green, blue and opacity from 0 to 255.
    """


class ImageURL(Glyph):
    """A picture for each row, from a file."""

    url: StringSpec = "url"
    "The addresses of the pictures: ``http``, ``https``, or data of a picture."

    x: NumberSpec = "x"
    "The horizontal positions of the anchors."

    y: NumberSpec = "y"
    "The vertical positions of the anchors."

    w: NumberSpec = None
    "The widths; ``None`` is that of the picture."

    h: NumberSpec = None
    "The heights; ``None`` is that of the picture."

    w_units: SpatialUnits = "data"
    "What the widths are in: units of the axis, or CSS pixels."

    h_units: SpatialUnits = "data"
    "What the heights are in: units of the axis, or CSS pixels."

    angle: AngleSpec = 0.0
    "The angles by which pictures are turned counterclockwise."

    angle_units: AngleUnits = "rad"
    "What the angles are in."

    global_alpha: NumberSpec = 1.0
    "The opacity of the pictures, from 0 to 1."

    anchor: BoxAnchor = "top_left"
    "The place of a picture that stands at its position."

    dilate: bool = False
    "Whether sides lie on whole pixels outside of where they belong."

    retry_attempts: NonNegativeInt = 0
    "How often a picture is asked for again that did not come."

    retry_timeout: NonNegativeInt = 0
    "The time between two attempts in milliseconds."
