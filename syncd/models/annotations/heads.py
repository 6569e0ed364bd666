"""What arrows and whiskers end in."""

from syncd.model.specs import ColorSpec, NumberSpec
from syncd.models.graphics import Marking
from syncd.models.looks import FillLooks, HatchLooks, LineLooks


__all__ = ["ArrowHead", "NormalHead", "OpenHead", "TeeHead", "VeeHead"]


class ArrowHead(LineLooks, Marking):
    """What an arrow or a whisker ends in; its columns are those of the arrow's source."""

    size: NumberSpec = 25.0
    "The size in CSS pixels."


class OpenHead(ArrowHead):
    """Two strokes."""


class NormalHead(HatchLooks, FillLooks, ArrowHead):
    """A triangle."""

    fill_color: ColorSpec = "black"
    "The colour of the triangle; ``None`` draws none."


class VeeHead(NormalHead):
    """A triangle with a notch."""


class TeeHead(ArrowHead):
    """A stroke across the end."""
