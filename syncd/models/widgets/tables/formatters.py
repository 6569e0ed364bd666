"""How tables write what is in their cells."""

from typing import Literal

from syncd.model import Model
from syncd.model.specs import ColorSpec
from syncd.models.enums import FontStyleSpec, TextAlignSpec
from syncd.models.formatters import NumeralLanguage, NumeralRounding


__all__ = [
    "BooleanFormatter",
    "CellFormatter",
    "DateFormatter",
    "HTMLTemplateFormatter",
    "NumberFormatter",
    "ScientificFormatter",
    "StringFormatter",
]


class CellFormatter(Model):
    """How the cells of a column are written."""


class StringFormatter(CellFormatter):
    """Writes cells as they are."""

    font_style: FontStyleSpec = "normal"
    "The style of the letters, or the name of a column of styles."

    text_align: TextAlignSpec = "left"
    "The side on which texts begin; numbers stand on the right if nobody says."

    text_color: ColorSpec = None
    "The colour of the letters; ``None`` is that of the table."

    background_color: ColorSpec = None
    "The colour of the cell; ``None`` is that of the row."

    nan_format: str = "NaN"
    "What is written for numbers and times that are missing."

    null_format: str = "(null)"
    "What is written for ``None``."


class NumberFormatter(StringFormatter):
    """Writes numbers by a pattern."""

    format: str = "0,0"
    """The pattern, such as ``0,0.00``, ``0.0a``, ``0%``, ``$0,0``, ``0b``, ``0o``.

    A comma groups thousands, brackets hold digits that may be left out, ``a``
    abbreviates, ``b`` counts bytes, ``o`` makes ordinals, ``%`` hundredths,
    ``00:00:00`` hours of seconds; ``(0)`` puts what is negative in parentheses.
    """

    language: NumeralLanguage = "en"
    "Whose marks stand between thousands and before fractions."

    rounding: NumeralRounding = "round"
    "Whether the last digit is the nearest, the one below or the one above."

    nan_format: str = "-"
    "What is written for numbers that are missing."

    null_format: str = "-"
    "What is written for ``None``."


class ScientificFormatter(StringFormatter):
    """Writes large and small numbers with powers of ten."""

    precision: int = 10
    "How many digits there are after the point."

    power_limit_high: int = 5
    "From which power of ten on numbers are large."

    power_limit_low: int = -3
    "Down from which power of ten numbers are small."

    nan_format: str = "-"
    "What is written for numbers that are missing."

    null_format: str = "-"
    "What is written for ``None``."


class BooleanFormatter(CellFormatter):
    """Writes a check mark for what is true."""

    icon: Literal[
        "check", "check-circle", "check-circle-o", "check-square", "check-square-o"
    ] = "check"
    "The check mark."


class DateFormatter(StringFormatter):
    """Writes dates and times."""

    format: str = "ISO-8601"
    """A pattern of ``strftime`` such as ``%d %b %Y %H:%M``, or a name.

    The names are ``ATOM``, ``W3C``, ``RFC-3339``, ``ISO-8601``, ``COOKIE``,
    ``RFC-822``, ``RFC-850``, ``RFC-1036``, ``RFC-1123``, ``RFC-2822``, ``RSS`` and
    ``TIMESTAMP``, which is the number of milliseconds since 1970.
    """

    nan_format: str = "-"
    "What is written for times that are missing."

    null_format: str = "-"
    "What is written for ``None``."


class HTMLTemplateFormatter(CellFormatter):
    """Writes cells as markup, without what could act in it."""

    template: str = "<%= value %>"
    """Markup with ``<%= … %>`` where values go.

    ``value`` is the cell, and other columns of the row have their names.
    ``<% if (…) { %> … <% } %>`` chooses. What stands there is a small part of
    JavaScript that runs under every Content Security Policy, and reaches
    nothing but the row.
    """
