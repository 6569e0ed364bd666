"""How people change what is in the cells of tables."""

from syncd.model import Model
from syncd.model.specs import Positive, PositiveInt


__all__ = [
    "CellEditor",
    "CheckboxEditor",
    "DateEditor",
    "IntEditor",
    "NumberEditor",
    "PercentEditor",
    "SelectEditor",
    "StringEditor",
    "TextEditor",
    "TimeEditor",
]


class CellEditor(Model):
    """How the cells of a column are edited; by itself it edits nothing."""


class StringEditor(CellEditor):
    """Edits a line of text, and numbers where the column has numbers."""

    completions: list[str] = []
    "Texts that are offered while one types."


class TextEditor(CellEditor):
    """Edits several lines of text: shift and enter begin a line."""


class SelectEditor(CellEditor):
    """Edits by choosing one of several texts."""

    options: list[str] = []
    "The texts to choose from."


class PercentEditor(CellEditor):
    """Edits whole numbers from 0 to 100."""


class CheckboxEditor(CellEditor):
    """Edits what is true or not."""


class IntEditor(CellEditor):
    """Edits whole numbers."""

    step: PositiveInt = 1
    "How much an arrow adds."


class NumberEditor(CellEditor):
    """Edits numbers."""

    step: Positive = 0.01
    "How much an arrow adds."


class TimeEditor(CellEditor):
    """Edits times of the day."""


class DateEditor(CellEditor):
    """Edits dates."""
