"""Grids of what has a place on the page."""

from typing import Annotated, Any, TypeAlias

from syncd.model import field
from syncd.model.kinds import (
    DictKind,
    IntKind,
    ListKind,
    ModelKind,
    NoneKind,
    StrKind,
    TupleKind,
    UnionKind,
)
from syncd.model.specs import NonNegativeInt
from syncd.models.enums import Place
from syncd.models.layouts import LayoutDOM, UIElement
from syncd.models.tools import Toolbar


__all__ = ["GridBox", "GridPlot", "HBox", "VBox"]

_MOST = 1_000
"""So many rows and columns a grid may have."""


class _CellKind(TupleKind):
    """A model, its row and column, and how many of them it takes if that was said."""

    def __init__(self) -> None:
        place, span = IntKind(0, _MOST - 1), IntKind(1, _MOST)
        super().__init__([ModelKind(LayoutDOM), place, place, span, span])
        self.short = TupleKind(self.items[:3])
        self.expected = (
            "a model, its row and column, and perhaps how many of each it takes"
        )

    def check(self, value: Any) -> tuple[Any, ...]:
        if isinstance(value, list | tuple) and len(value) == len(self.short.items):
            return self.short.check(value)
        return super().check(value)

    def schema(self) -> dict[str, Any]:
        return {"kind": "union", "options": [self.short.schema(), super().schema()]}


class _TrackKind(StrKind):
    """The number of a row or column, kept as text as all keys are."""

    expected = "the number of a row or column"

    def check(self, value: Any) -> str:
        number = int(super().check(value)) if isinstance(value, str) else value
        return str(IntKind(0, _MOST - 1).check(number))


def _tracks() -> UnionKind:
    """Return what says how large rows or columns are."""
    size = UnionKind([StrKind(), IntKind(0), DictKind(StrKind(), StrKind())])
    one_by_one = DictKind(_TrackKind(), size)
    return UnionKind([NoneKind(), StrKind(), IntKind(0), ListKind(size), one_by_one])


Cells: TypeAlias = Annotated[list[Any], ListKind(_CellKind())]
Tracks: TypeAlias = Annotated[Any, _tracks()]


class _SlotKind(DictKind):
    """A model with the row or column that it takes, as a dict."""

    def __init__(self, place: str) -> None:
        super().__init__(
            StrKind(), UnionKind([ModelKind(UIElement), IntKind(0, _MOST)])
        )
        self.keys = {"child", "span", place}
        self.expected = (
            f"a model, or a dict with 'child' and perhaps {place!r} and 'span'"
        )

    def check(self, value: Any) -> Any:
        slot = super().check(
            {"child": value} if isinstance(value, UIElement) else value
        )
        if not slot.keys() <= self.keys or not isinstance(slot.get("child"), UIElement):
            raise ValueError
        return slot

    def schema(self) -> dict[str, Any]:
        options = [ModelKind(UIElement).schema(), super().schema()]
        return {"kind": "union", "options": options}


class GridBox(LayoutDOM):
    """Models in rows and columns."""

    children: Cells = []
    """Models with their row and column, counted from 0, and how many of them they take
    if that is more than one."""

    rows: Tracks = None
    "How tall the rows are: CSS sizes for all, or one by one."

    cols: Tracks = None
    "How wide the columns are: CSS sizes for all, or one by one."

    spacing: NonNegativeInt | tuple[NonNegativeInt, NonNegativeInt] = 0
    "The gap in CSS pixels: one, or between rows and between columns."


def place_of(grid: GridBox, model: LayoutDOM) -> tuple[range, range]:
    """Return the rows and columns of a grid that a model takes; none if it is absent."""
    for cell, row, column, *spans in grid.children:
        if cell is model:
            tall, wide = spans or (1, 1)
            return range(row, row + tall), range(column, column + wide)
    return range(0), range(0)


class GridPlot(GridBox):
    """Figures in rows and columns, with one bar for the tools of all."""

    toolbar: Toolbar = field(default_factory=Toolbar)
    "The bar that offers the tools."

    toolbar_location: Place | None = "above"
    "The side at which the bar stands; ``None`` hides it."


class HBox(LayoutDOM):
    """Models side by side, in columns of given widths."""

    children: Annotated[list[Any], ListKind(_SlotKind("col"))] = []
    "Models, or dicts of a ``child``, its ``col`` from 0 and the ``span`` of columns."

    cols: Tracks = None
    "How wide the columns are: CSS sizes for all, or one by one."

    spacing: NonNegativeInt = 0
    "The gap between columns in CSS pixels."


class VBox(LayoutDOM):
    """Models one below another, in rows of given heights."""

    children: Annotated[list[Any], ListKind(_SlotKind("row"))] = []
    "Models, or dicts of a ``child``, its ``row`` from 0 and the ``span`` of rows."

    rows: Tracks = None
    "How tall the rows are: CSS sizes for all, or one by one."

    spacing: NonNegativeInt = 0
    "The gap between rows in CSS pixels."
