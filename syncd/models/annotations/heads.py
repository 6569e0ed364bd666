"""What arrows and whiskers end in."""

from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.graphics import Marking


__all__ = ["ArrowHead", "NormalHead", "OpenHead", "TeeHead", "VeeHead"]


class ArrowHead(Marking):
    """What an arrow or a whisker ends in."""

    size: NonNegative = 25.0
    "The size in CSS pixels."

    line_color: Color | None = "black"
    "The colour of the outline; ``None`` draws none."

    line_alpha: Percent = 1.0
    "The opacity of the outline, from 0 to 1."

    line_width: NonNegative = 1
    "The width of the outline in CSS pixels."


class OpenHead(ArrowHead):
    """Two strokes."""


class NormalHead(ArrowHead):
    """A triangle."""

    fill_color: Color | None = "black"
    "The colour of the triangle; ``None`` draws none."

    fill_alpha: Percent = 1.0
    "The opacity of the triangle, from 0 to 1."


class VeeHead(NormalHead):
    """A triangle with a notch."""


class TeeHead(ArrowHead):
    """A stroke across the end."""
