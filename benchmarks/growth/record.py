"""What growth is measured in: costs by size, and how fast they rise."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self


_LAST = 3
_SLACK = 0.2
_NOISE = 1.5


@dataclass(slots=True)
class Series:
    """One cost at several sizes.

    Attributes:
        title: What costs.
        unit: ``s`` or ``B``.
        expected: The exponent of its work: 0 if the size should not matter, 1
            if everything has to be looked at.
        points: Sizes and costs.
    """

    title: str
    unit: str
    expected: float
    points: list[tuple[float, float]] = field(default_factory=list)

    def add(self, size: float, cost: float) -> None:
        """Take a measurement."""
        self.points.append((size, cost))

    @property
    def exponent(self) -> float:
        """How fast it grows over all sizes."""
        return _slope(self.points)

    @property
    def last_exponent(self) -> float:
        """How fast it grows in the end, where what is constant counts least."""
        return _slope(self.points[-_LAST:])

    @property
    def too_fast(self) -> bool:
        """Whether it grows faster in the end than its work, by more than noise."""
        (size, cost), (last, most) = self.points[-_LAST:][0], self.points[-1]
        fair = cost * (last / size) ** self.expected
        return self.last_exponent > self.expected + _SLACK and most > _NOISE * fair


@dataclass(slots=True)
class Panel:
    """Costs of one unit, drawn on one pair of axes."""

    title: str
    series: list[Series]


@dataclass(slots=True)
class Chart:
    """How everything grows with one size.

    Attributes:
        name: Of the file.
        title: What grows.
        count: What is counted, in a word.
        size: The same in a few words.
        note: How it was measured.
        panels: What is drawn.
    """

    name: str
    title: str
    count: str
    size: str
    note: str
    panels: list[Panel]

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Self:
        """Return what `dataclasses.asdict` has made plain."""
        panels = [
            Panel(panel["title"], [Series(**series) for series in panel["series"]])
            for panel in plain["panels"]
        ]
        return cls(**{**plain, "panels": panels})

    @property
    def series(self) -> list[Series]:
        """All costs."""
        return [series for panel in self.panels for series in panel.series]


def _slope(points: list[tuple[float, float]]) -> float:
    """Return the slope of a straight line through the logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len({x for x, _ in logs}) < 2:  # noqa: PLR2004 - a line needs two points
        return math.nan
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    above = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    return above / sum((x - mean_x) ** 2 for x, _ in logs)
