"""How the values at ticks are written."""

from typing import Literal

from syncd.model import Model


__all__ = [
    "BasicTickFormatter",
    "CategoricalTickFormatter",
    "DatetimeTickFormatter",
    "LogTickFormatter",
    "NumeralTickFormatter",
    "PrintfTickFormatter",
    "TickFormatter",
]


class TickFormatter(Model):
    """How the values at ticks are written."""


class BasicTickFormatter(TickFormatter):
    """Numbers with as many digits as they need to differ."""

    precision: Literal["auto"] | int = "auto"
    "Digits after the point."

    use_scientific: bool = True
    "Whether very large and very small numbers are written as powers of ten."

    power_limit_high: int = 5
    "Above this power of ten numbers are written as powers."

    power_limit_low: int = -3
    "Below this power of ten numbers are written as powers."


class LogTickFormatter(TickFormatter):
    """Powers of ten."""


class CategoricalTickFormatter(TickFormatter):
    """Factors by their names."""


class NumeralTickFormatter(TickFormatter):
    """Numbers by a pattern of digits."""

    format: str = "0,0"
    "The pattern: ``0,0.00``, ``0%``, ``$0.0a``, ``0[.]00`` and the like."


class PrintfTickFormatter(TickFormatter):
    """Numbers by a format of the C language's printf."""

    format: str = "%s"
    "The format, such as ``%.2f km``."


class DatetimeTickFormatter(TickFormatter):
    """Times by conversions such as ``%Y-%m-%d``, one for each scale.

    ``None`` leaves the form at that scale to the browser, which writes as
    much as is needed to tell the ticks apart.
    """

    microseconds: str | list[str] | None = None
    "The form where ticks are microseconds apart."

    milliseconds: str | list[str] | None = None
    "The form where ticks are milliseconds apart."

    seconds: str | list[str] | None = None
    "The form where ticks are seconds apart."

    minsec: str | list[str] | None = None
    "The form where minutes and seconds both matter."

    minutes: str | list[str] | None = None
    "The form where ticks are minutes apart."

    hourmin: str | list[str] | None = None
    "The form where hours and minutes both matter."

    hours: str | list[str] | None = None
    "The form where ticks are hours apart."

    days: str | list[str] | None = None
    "The form where ticks are days apart."

    months: str | list[str] | None = None
    "The form where ticks are months apart."

    years: str | list[str] | None = None
    "The form where ticks are years apart."
