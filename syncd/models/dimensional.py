"""Units of measurement, for bars that tell lengths."""

from typing import Annotated, Any

from syncd.model import Model
from syncd.model.specs import Positive


__all__ = [
    "Angular",
    "CustomDimensional",
    "Dimensional",
    "ImperialLength",
    "Metric",
    "MetricLength",
    "ReciprocalMetric",
    "ReciprocalMetricLength",
]

_METRIC_TICKS = [1, 2, 5, 10, 15, 20, 25, 50, 75, 100, 125, 150, 200, 250, 500, 750]

PREFIXES = (
    *(("Q", 30), ("R", 27), ("Y", 24), ("Z", 21), ("E", 18), ("P", 15), ("T", 12)),
    *(("G", 9), ("M", 6), ("k", 3), ("h", 2), ("", 0), ("d", -1), ("c", -2), ("m", -3)),
    *(("µ", -6), ("n", -9), ("p", -12), ("f", -15), ("a", -18), ("z", -21)),
    *(("y", -24), ("r", -27), ("q", -30)),
)
"""The prefixes of metric units, and the powers of ten that they stand for."""


class Dimensional(Model):
    """Units of one dimension, and the values that read well in them."""

    ticks: list[float] = []
    "The values to choose from for a bar whose length may be adapted."

    include: list[str] | None = None
    "The units that are used; ``None`` is all."

    exclude: list[str] = []
    "The units that are not used."

    def is_known(self, unit: str) -> bool:
        """Tell whether a unit is one of these."""
        return unit in self.units()

    def units(self) -> dict[str, float]:
        """Return how many base units each unit is."""
        return {}


Unit = tuple[Positive, str] | tuple[Positive, str, str]


class CustomDimensional(Dimensional):
    """Units that are listed."""

    basis: Annotated[dict[str, Unit], "by short name"] = {}
    """The units by their short names.

    Each with how many base units it is, its name in TeX, and perhaps a long one.
    """

    def units(self) -> dict[str, float]:
        """Return how many base units each unit is."""
        return {name: parts[0] for name, parts in self.basis.items()}


class Metric(Dimensional):
    """A unit and those that prefixes such as kilo and milli make of it."""

    base_unit: str = ""
    "The short name of the unit, such as ``eV``."

    full_unit: str | None = None
    "The long name of the unit, such as ``electronvolt``."

    ticks: list[float] = [*_METRIC_TICKS]
    "The values to choose from for a bar whose length may be adapted."

    def units(self) -> dict[str, float]:
        """Return how many base units each unit is."""
        return {f"{prefix}{self.base_unit}": 10.0**power for prefix, power in PREFIXES}


class ReciprocalMetric(Metric):
    """So many per unit, or per a unit with a prefix."""

    def units(self) -> dict[str, float]:
        """Return how many base units each unit is."""
        return {f"{name}⁻1": 1 / factor for name, factor in super().units().items()}


class MetricLength(Metric):
    """Metres, with their prefixes."""

    base_unit: str = "m"
    "The short name of the unit."

    exclude: list[str] = ["dm", "hm"]
    "The units that are not used."


class ReciprocalMetricLength(ReciprocalMetric):
    """So many per metre, or per a metre with a prefix."""

    base_unit: str = "m"
    "The short name of the unit."

    exclude: list[str] = ["dm", "hm"]
    "The units that are not used."


def _imperial() -> Any:
    return {
        "in": (1 / 12, "in", "inch"),
        "ft": (1, "ft", "foot"),
        "yd": (3, "yd", "yard"),
        "ch": (66, "ch", "chain"),
        "fur": (660, "fur", "furlong"),
        "mi": (5280, "mi", "mile"),
        "lea": (15840, "lea", "league"),
    }


class ImperialLength(CustomDimensional):
    """Inches, feet, yards, miles and their kin."""

    basis: dict[str, Unit] = _imperial()
    "The units by their short names, in feet."

    ticks: list[float] = [1, 3, 6, 12, 60]
    "The values to choose from for a bar whose length may be adapted."


class Angular(CustomDimensional):
    """Degrees, minutes and seconds."""

    basis: dict[str, Unit] = {
        "°": (1, "^\\circ", "degree"),
        "'": (1 / 60, "^\\prime", "minute"),
        "''": (1 / 3600, "^{\\prime\\prime}", "second"),
    }
    "The units by their short names, in degrees."

    ticks: list[float] = [1, 3, 6, 12, 60, 120, 240, 360]
    "The values to choose from for a bar whose length may be adapted."
