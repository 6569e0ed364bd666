"""Coordinates within coordinates: small planes inside of a figure's frame."""

from syncd.model import Model, field
from syncd.models.ranges import DataRange1d, Range
from syncd.models.scales import LinearScale, Scale


__all__ = ["CoordinateMapping"]


class CoordinateMapping(Model):
    """A plane of its own, that lies in a part of a figure's frame.

    What the source ranges show fills what the target ranges say of the figure's own
    ranges. `figure.subplot` makes one.
    """

    x_source: Range = field(default_factory=DataRange1d)
    "What is shown of the plane horizontally."

    y_source: Range = field(default_factory=DataRange1d)
    "What is shown of the plane vertically."

    x_scale: Scale = field(default_factory=LinearScale)
    "How horizontal values become distances in the plane."

    y_scale: Scale = field(default_factory=LinearScale)
    "How vertical values become distances in the plane."

    x_target: Range | None = None
    "Where the plane lies, in horizontal values of the figure; ``None`` is all of it."

    y_target: Range | None = None
    "Where the plane lies, in vertical values of the figure; ``None`` is all of it."
