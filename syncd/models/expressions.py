"""Columns that the browser computes of others."""

from typing import Any

from syncd.model import Model


__all__ = ["CumSum", "Expression", "Stack"]


class Expression(Model):
    """A column that the browser computes."""


class Stack(Expression):
    """The sums of the rows of several columns."""

    columns: list[str] = []
    "The names of the columns; ``fields`` says the same to the constructor."

    def __init__(self, **values: Any) -> None:
        # Bokeh's name for it is that of a method of all models here.
        if "fields" in values:
            values["columns"] = values.pop("fields")
        super().__init__(**values)


class CumSum(Expression):
    """The sum of a column's rows up to each row."""

    field: str = ""
    "The name of the column."

    include_zero: bool = False
    "Whether sums begin with 0 and leave out the row itself."
