"""How the values at ticks are written."""

from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from syncd.model import Model
from syncd.model.kinds import StrKind
from syncd.models.enums import Place
from syncd.models.tickers import Ticker


__all__ = [
    "RELATIVE_DATETIME_CONTEXT",
    "BasicTickFormatter",
    "CategoricalTickFormatter",
    "CustomJSTickFormatter",
    "DatetimeTickFormatter",
    "LogTickFormatter",
    "MercatorTickFormatter",
    "NumeralTickFormatter",
    "PrintfTickFormatter",
    "TickFormatter",
    "TimedeltaTickFormatter",
]

NumeralLanguage: TypeAlias = Literal[
    "be-nl",
    "chs",
    "cs",
    "da-dk",
    "de",
    "de-ch",
    "en",
    "en-gb",
    "es",
    "es-ES",
    "et",
    "fi",
    "fr",
    "fr-CA",
    "fr-ch",
    "hu",
    "it",
    "ja",
    "nl-nl",
    "pl",
    "pt-br",
    "pt-pt",
    "ru",
    "ru-UA",
    "sk",
    "th",
    "tr",
    "uk-UA",
]
"""A language, by whose custom numbers are written."""

NumeralRounding: TypeAlias = Literal[
    "round", "nearest", "floor", "rounddown", "ceil", "roundup"
]
"""Where digits that are left out go; each way has two names."""

TimeScale: TypeAlias = Literal[
    "microseconds",
    "milliseconds",
    "seconds",
    "minsec",
    "minutes",
    "hourmin",
    "hours",
    "days",
    "months",
    "years",
]
"""How far apart the ticks of times are; ``minsec`` and ``hourmin`` are in between."""

DurationScale: TypeAlias = Literal[
    "nanoseconds",
    "microseconds",
    "milliseconds",
    "seconds",
    "minsec",
    "minutes",
    "hourmin",
    "hours",
    "days",
]
"""How far apart the ticks of durations are."""


class _FormKind(StrKind):
    """A form; of a list, which former releases took, the first one counts."""

    def check(self, value: Any) -> str:
        if isinstance(value, list | tuple) and value:
            value = value[0]
        return super().check(value)


Form: TypeAlias = Annotated[str, _FormKind()]
"""How a time is written, such as ``%Y-%m-%d``."""


class TickFormatter(Model):
    """How the values at ticks are written."""


class BasicTickFormatter(TickFormatter):
    """Numbers with as many digits as they need to differ."""

    precision: Literal["auto"] | int = "auto"
    "Digits after the point."

    use_scientific: bool = True
    "Whether very large and very small numbers are written as powers of ten."

    power_limit_high: int = 5
    "From this power of ten on, numbers are written as powers."

    power_limit_low: int = -3
    "Down from this power of ten, numbers are written as powers."


class MercatorTickFormatter(BasicTickFormatter):
    """Metres of a Mercator map as degrees of latitude or longitude."""

    dimension: Literal["lat", "lon"] | None = None
    "What the axis shows; ``None`` goes by its direction."


class LogTickFormatter(TickFormatter):
    """Powers of ten, or of the base of a ticker."""

    ticker: Ticker | None = None
    "The ticker whose base is written; ``None`` is 10."

    min_exponent: int = 0
    "Powers whose exponent is less are written as plain numbers."


class CategoricalTickFormatter(TickFormatter):
    """Factors by their names."""


class CustomJSTickFormatter(TickFormatter):
    """What JavaScript of the application's own makes of ticks.

    The page's Content Security Policy must allow it with ``script-src
    'unsafe-eval'``; where it does not, ticks are written as if there were no
    formatter, and the console says so once.
    """

    runs_in_browser: ClassVar[bool] = True

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    code: str = ""
    "The body of a function of ``tick``, ``index`` and ``ticks`` that returns words."


class NumeralTickFormatter(TickFormatter):
    """Numbers by a pattern of digits."""

    format: str = "0,0"
    "The pattern: ``0,0.00``, ``0%``, ``$0.0a``, ``0[.]00``, ``0b``, ``0o`` and the like."

    language: NumeralLanguage = "en"
    "The language by whose custom thousands and decimals are set apart."

    rounding: NumeralRounding = "round"
    "Where digits that are left out go: to the nearest number, down or up."


class PrintfTickFormatter(TickFormatter):
    """Numbers by a format of the C language's printf."""

    format: str = "%s"
    "The format, such as ``%.2f km``."


class _TimesFormatter(TickFormatter):
    """What formatters of times and of durations have in common."""

    hide_repeats: bool = False
    "Whether a label that is that of the tick before is left out."

    context_which: Literal["start", "center", "end", "all"] = "start"
    "Which ticks have a context."

    context_location: Place = "below"
    "Where the context stands beside the label."


class DatetimeTickFormatter(_TimesFormatter):
    """Times by conversions such as ``%Y-%m-%d``, one for each scale.

    A formatter with nothing but its defaults leaves the form to the browser:
    it writes as much as is needed to tell the ticks apart, and below the first
    one, and wherever it changes, the day or the year.
    """

    microseconds: Form = "%fus"
    "The form where ticks are microseconds apart."

    milliseconds: Form = "%3Nms"
    "The form where ticks are milliseconds apart."

    seconds: Form = "%Ss"
    "The form where ticks are seconds apart."

    minsec: Form = ":%M:%S"
    "The form where minutes and seconds both matter."

    minutes: Form = ":%M"
    "The form where ticks are minutes apart."

    hourmin: Form = "%H:%M"
    "The form where hours and minutes both matter."

    hours: Form = "%Hh"
    "The form where ticks are hours apart."

    days: Form = "%m/%d"
    "The form where ticks are days apart."

    months: Form = "%m/%Y"
    "The form where ticks are months apart."

    years: Form = "%Y"
    "The form where ticks are years apart."

    strip_leading_zeros: bool | list[TimeScale] = False
    "Whether labels begin without zeros, or the scales whose labels do."

    boundary_scaling: bool = True
    "Whether a tick at which a longer unit begins is written in the form of that."

    context: "str | DatetimeTickFormatter | None" = None
    "What else stands at ticks, such as the day at hours."


class TimedeltaTickFormatter(_TimesFormatter):
    """Durations by conversions such as ``%H:%M``, one for each scale.

    Small letters stand for all of the duration in a unit (``%h``), capital ones
    for what is beyond the next longer unit (``%H``, ``%M``, ``%S``, ``%MS``,
    ``%US``, ``%NS``); ``%d`` is for days.
    """

    nanoseconds: Form = "%NSns"
    "The form where ticks are nanoseconds apart."

    microseconds: Form = "%USus"
    "The form where ticks are microseconds apart."

    milliseconds: Form = "%MSms"
    "The form where ticks are milliseconds apart."

    seconds: Form = "%H:%M:%S"
    "The form where ticks are seconds apart."

    minsec: Form = "%H:%M:%S"
    "The form where minutes and seconds both matter."

    minutes: Form = "%H:%M"
    "The form where ticks are minutes apart."

    hourmin: Form = "%H:%M"
    "The form where hours and minutes both matter."

    hours: Form = "%H:%M"
    "The form where ticks are hours apart."

    days: Form = "%d days"
    "The form where ticks are days apart."

    strip_leading_zeros: bool | list[DurationScale] = False
    "Whether labels begin without zeros, or the scales whose labels do."

    context: "str | TimedeltaTickFormatter | None" = None
    "What else stands at ticks, such as the days at hours."


def RELATIVE_DATETIME_CONTEXT() -> DatetimeTickFormatter:  # noqa: N802  # Bokeh's name
    """Return a context for times: at each scale, what is longer than its units."""
    return DatetimeTickFormatter(
        microseconds="%T",
        milliseconds="%T",
        seconds="%H:%M",
        minsec="%Hh",
        minutes="%Hh",
        hourmin="%F",
        hours="%F",
        days="%Y",
        months="",
        years="",
    )
