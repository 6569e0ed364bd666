"""What shapes may be asked to be: Bokeh's names for what several have in common.

No shape derives from these, so they are types to ask for, and none to derive from.
"""

from abc import ABC

from syncd.models.glyphs.areas import AnnularWedge, Annulus, Ellipse, Ngon, Patch, Wedge
from syncd.models.glyphs.base import AreaGlyph, FillGlyph, StrokeGlyph
from syncd.models.glyphs.basic import Circle, HBar, Line, Marker, Text, VBar
from syncd.models.glyphs.boxes import Block, Quad, Rect
from syncd.models.glyphs.images import ImageBase, ImageURL
from syncd.models.glyphs.strokes import Arc, Ray


__all__ = [
    "ConnectedXYGlyph",
    "HatchGlyph",
    "LRTBGlyph",
    "LineGlyph",
    "RadialGlyph",
    "TextGlyph",
    "XYGlyph",
]


class XYGlyph(ABC):  # noqa: B024  # a type to ask for
    """A shape with a place: ``x`` and ``y``."""


class ConnectedXYGlyph(XYGlyph):
    """A shape whose places are joined."""


class RadialGlyph(XYGlyph):
    """A shape with a radius in data units."""


class LRTBGlyph(ABC):  # noqa: B024  # a type to ask for
    """A box with four sides."""


class LineGlyph(ABC):  # noqa: B024  # a type to ask for
    """A shape with lines."""


class HatchGlyph(ABC):  # noqa: B024  # a type to ask for
    """A shape with areas that may be hatched."""


class TextGlyph(ABC):  # noqa: B024  # a type to ask for
    """A shape that is words."""


_SHAPES: dict[type[ABC], tuple[type, ...]] = {
    XYGlyph: (
        *(AnnularWedge, Annulus, Arc, Ellipse, ImageBase, ImageURL),
        *(Marker, Ray, Rect, Text, Wedge),
    ),
    ConnectedXYGlyph: (Line, Patch),
    RadialGlyph: (Circle, Ngon),
    LRTBGlyph: (Block, HBar, Quad, VBar),
    LineGlyph: (AreaGlyph, Line, StrokeGlyph),
    HatchGlyph: (FillGlyph,),
    TextGlyph: (Text,),
}

for _kind, _shapes in _SHAPES.items():
    for _shape in _shapes:
        _kind.register(_shape)
