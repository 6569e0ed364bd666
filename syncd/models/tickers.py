"""Where ticks stand."""

from typing import Any

from syncd.model import Model
from syncd.model.kinds import ModelKind
from syncd.model.specs import NonNegativeInt, Positive, PositiveInt


__all__ = [
    "BasicTicker",
    "CategoricalTicker",
    "ContinuousTicker",
    "DatetimeTicker",
    "FixedTicker",
    "LogTicker",
    "SingleIntervalTicker",
    "Ticker",
    "TickerKind",
]


class Ticker(Model):
    """Where ticks stand."""


class ContinuousTicker(Ticker):
    """Ticks at round numbers."""

    desired_num_ticks: PositiveInt = 6
    "About how many major ticks there should be."

    num_minor_ticks: NonNegativeInt = 5
    "Into how many parts minor ticks cut the distance of two major ones."


class BasicTicker(ContinuousTicker):
    """Ticks at round numbers of a linear axis."""


class LogTicker(ContinuousTicker):
    """Ticks at round numbers of a logarithmic axis."""


class DatetimeTicker(ContinuousTicker):
    """Ticks at round times."""

    num_minor_ticks = 0


class FixedTicker(ContinuousTicker):
    """Ticks where the author wants them."""

    ticks: list[float] = []
    "The values of the major ticks."

    minor_ticks: list[float] = []
    "The values of the minor ticks."


class SingleIntervalTicker(ContinuousTicker):
    """Ticks at equal distances."""

    interval: Positive = 1.0
    "The distance of two major ticks."


class CategoricalTicker(Ticker):
    """A tick at each factor."""


class TickerKind(ModelKind):
    """A ticker; a list of numbers stands for one at just these values."""

    def __init__(self, *, optional: bool = False, automatic: bool = False) -> None:
        super().__init__(Ticker)
        self.optional = optional
        self.automatic = automatic
        self.expected = "a Ticker or a list of numbers"

    def check(self, value: Any) -> Any:
        """Return the ticker to store, or raise `ValueError`."""
        if value is None and self.optional:
            return None
        if self.automatic and value == "auto":
            return value
        if isinstance(value, Model):
            return super().check(value)
        if isinstance(value, list | tuple | range) or _is_array(value):
            return FixedTicker(ticks=list(value))
        raise ValueError


def _is_array(value: Any) -> bool:
    """Tell an array from numpy's single numbers, which can be lists as little."""
    return hasattr(value, "tolist") and getattr(value, "ndim", 1) > 0
