"""Columns that the browser computes of others."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from syncd.model import Field, Model
from syncd.model.specs import AngleSpec, NumberSpec
from syncd.models.callbacks import Coded
from syncd.models.enums import AngleUnits, Direction


__all__ = [
    "CoordinateTransform",
    "CumSum",
    "CustomJSExpr",
    "Expression",
    "Maximum",
    "Minimum",
    "PolarTransform",
    "ScalarExpression",
    "Stack",
    "XComponent",
    "XYComponent",
    "YComponent",
]


class Expression(Model):
    """A column that the browser computes."""

    computes_columns: ClassVar[bool] = True


class _Names(list[str]):
    """Names of columns; called, they are the method that all models have."""

    def __init__(self, names: Iterable[str], owner: type[Model]) -> None:
        super().__init__(names)
        self._owner = owner

    def __call__(self) -> Mapping[str, Field]:
        return self._owner._fields  # the method of that name is hidden


class _FieldsOfStack:
    """Bokeh's name for columns to sum is that of a method of all models here."""

    def __get__(self, model: Any, owner: type[Model]) -> _Names:
        return _Names(() if model is None else model.columns, owner)

    def __set__(self, model: Any, names: Any) -> None:
        model.columns = names


class Stack(Expression):
    """The sums of the rows of several columns.

    ``fields`` is another name for ``columns``.
    """

    columns: list[str] = []
    "The names of the columns."

    fields = _FieldsOfStack()


class CumSum(Expression):
    """The sum of a column's rows up to each row."""

    field: str = ""
    "The name of the column."

    include_zero: bool = False
    "Whether sums begin with 0 and leave out the row itself."


class CustomJSExpr(Coded, Expression):
    """A column that code of the application's own computes.

    The code is the body of a generator function that knows the ``args`` by their
    names, and the source as ``this``. It returns or yields a value for each row,
    or returns one for all. For the rest see `CustomJS`.
    """

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    code: str = ""
    "The body of a generator function."


class ScalarExpression(Model):
    """A number that the browser computes of a column."""

    field: str = ""
    "The name of the column."


class Minimum(ScalarExpression):
    """The least number of a column."""

    initial: float | None = float("inf")
    "What it is at most; ``None`` sets no limit."


class Maximum(ScalarExpression):
    """The greatest number of a column."""

    initial: float | None = float("-inf")
    "What it is at least; ``None`` sets no limit."


class CoordinateTransform(Expression):
    """Places that the browser computes of columns."""

    @property
    def x(self) -> "XComponent":
        """An expression of the horizontal positions."""
        return XComponent(transform=self)

    @property
    def y(self) -> "YComponent":
        """An expression of the vertical positions."""
        return YComponent(transform=self)


class PolarTransform(CoordinateTransform):
    """Places by their distances from the origin, and directions."""

    radius: NumberSpec = "radius"
    "The distances from the origin; below 0 they go the other way."

    angle: AngleSpec = "angle"
    "The directions, from the one in which the horizontal axis grows."

    angle_units: AngleUnits = "rad"
    "What the directions are in."

    direction: Direction = "anticlock"
    "Which way around angles go."


class XYComponent(Expression):
    """One of the two positions of places."""

    transform: CoordinateTransform | None = None
    "What computes the places."


class XComponent(XYComponent):
    """The horizontal positions of places."""


class YComponent(XYComponent):
    """The vertical positions of places."""
