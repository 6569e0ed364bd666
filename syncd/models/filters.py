"""Which rows of a source are drawn."""

from typing import Any

from syncd.model import Model, field
from syncd.models.callbacks import Coded


__all__ = [
    "AllIndices",
    "BooleanFilter",
    "CDSView",
    "CompositeFilter",
    "CustomJSFilter",
    "DifferenceFilter",
    "Filter",
    "GroupFilter",
    "IndexFilter",
    "IntersectionFilter",
    "InversionFilter",
    "SymmetricDifferenceFilter",
    "UnionFilter",
]


class Filter(Model):
    """Which rows of a source are drawn.

    Filters can be combined: ``a & b``, ``a | b``, ``a - b``, ``a ^ b``, ``~a``.
    """

    def __and__(self, other: "Filter") -> "IntersectionFilter":
        return IntersectionFilter(operands=[self, other])

    def __or__(self, other: "Filter") -> "UnionFilter":
        return UnionFilter(operands=[self, other])

    def __sub__(self, other: "Filter") -> "DifferenceFilter":
        return DifferenceFilter(operands=[self, other])

    def __xor__(self, other: "Filter") -> "SymmetricDifferenceFilter":
        return SymmetricDifferenceFilter(operands=[self, other])

    def __invert__(self) -> "InversionFilter":
        return InversionFilter(operand=self)


class AllIndices(Filter):
    """All rows."""


class IndexFilter(Filter):
    """The rows of some numbers."""

    indices: list[int] | None = None
    "The numbers of the rows, from 0; ``None`` takes all."

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(**_named(("indices",), args, values))


class BooleanFilter(Filter):
    """The rows that are marked."""

    booleans: list[bool] | None = None
    "Whether each row is drawn; ``None`` takes all."

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(**_named(("booleans",), args, values))


class GroupFilter(Filter):
    """The rows with one value in a column."""

    column_name: str = ""
    "The name of the column."

    group: Any = ""
    "The value that the column has in those rows."

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(**_named(("column_name", "group"), args, values))


class CompositeFilter(Filter):
    """Rows that several filters decide about."""

    operands: list[Filter] = []
    "The filters that decide together, in the order in which they are asked."


class IntersectionFilter(CompositeFilter):
    """The rows that all filters take."""

    operands: list[Filter] = []
    "The filters that all have to take a row."


class UnionFilter(CompositeFilter):
    """The rows that any filter takes."""

    operands: list[Filter] = []
    "The filters of which one has to take a row."


class DifferenceFilter(CompositeFilter):
    """The rows that the first filter takes and no other."""

    operands: list[Filter] = []
    "The filter that has to take a row, and those that must not."


class SymmetricDifferenceFilter(CompositeFilter):
    """The rows that an odd number of filters takes."""

    operands: list[Filter] = []
    "The filters that are counted."


class InversionFilter(Filter):
    """The rows that a filter does not take."""

    operand: Filter | None = None
    "The filter that must not take a row."


class CustomJSFilter(Coded, Filter):
    """The rows that code of the application's own takes.

    The code is the body of a function that knows the ``args`` by their names and
    the source as ``source``. It returns numbers of rows, or ``true`` or ``false`` for
    each row. For the rest see `CustomJS`.
    """

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    code: str = ""
    "The body of a function."


class CDSView(Model):
    """The rows of a source that a renderer draws.

    ``filters`` in the constructor stands for a filter that takes the rows that
    all of them take; ``source`` is that of the renderer.
    """

    filter: Filter | None = field(default_factory=AllIndices)
    "Which rows; ``None`` takes all."

    def __init__(self, *args: Any, **values: Any) -> None:
        values = _named(("filter",), args, values)
        values.pop("source", None)
        filters = values.pop("filters", None)
        if filters is not None:
            if "filter" in values:
                message = "a CDSView takes a filter or filters, got both"
                raise ValueError(message)
            values["filter"] = IntersectionFilter(operands=list(filters))
        super().__init__(**values)


def _named(
    names: tuple[str, ...], args: tuple[Any, ...], values: dict[str, Any]
) -> dict[str, Any]:
    """Return arguments by position under their names, beside the others."""
    if len(args) > len(names):
        message = f"at most {len(names)} arguments by position, got {len(args)}"
        raise TypeError(message)
    return {**dict(zip(names, args, strict=False)), **values}
