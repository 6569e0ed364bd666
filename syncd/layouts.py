"""Rows, columns and grids in one call."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard, TypeVar

from syncd.models import (
    Column,
    FlexBox,
    GridBox,
    GridPlot,
    LayoutDOM,
    Row,
    Spacer,
    WidgetBox,
)
from syncd.models.merging import merge_bars, merged
from syncd.util.deprecation import deprecated


if TYPE_CHECKING:
    from syncd.models import Toolbar

_B = TypeVar("_B", bound=FlexBox)

_Cell: TypeAlias = tuple[LayoutDOM, int, int, int, int]
"""A model, its row and column, and how many of each it takes."""

_MOST_CELLS = 10_000

__all__ = [
    "Spacer",
    "WidgetBox",
    "column",
    "grid",
    "gridplot",
    "hplot",
    "layout",
    "row",
    "vplot",
    "widgetbox",
]


def row(*children: Any, sizing_mode: Any = None, **values: Any) -> Row:
    """Return models side by side.

    Args:
        *children: Models, or one list of them.
        sizing_mode: How the row takes its size from its parent; children say
            so themselves.
        **values: Further fields of the `Row`, such as ``width``.
    """
    return _boxed(Row, children, sizing_mode, values)


def column(*children: Any, sizing_mode: Any = None, **values: Any) -> Column:
    """Return models one below another.

    Args:
        *children: Models, or one list of them.
        sizing_mode: How the column takes its size from its parent; children
            say so themselves.
        **values: Further fields of the `Column`, such as ``width``.
    """
    return _boxed(Column, children, sizing_mode, values)


def vplot(*children: Any, **values: Any) -> Column:
    """Return models one below another; the older name of `column`."""
    deprecated("vplot()", "column()")
    return column(*children, **values)


def hplot(*children: Any, **values: Any) -> Row:
    """Return models side by side; the older name of `row`."""
    deprecated("hplot()", "row()")
    return row(*children, **values)


def widgetbox(*children: Any, **values: Any) -> Column:
    """Return models one below another; the older name of `column`."""
    deprecated("widgetbox()", "column()")
    return column(*children, **values)


def layout(*children: Any, sizing_mode: Any = None, **values: Any) -> Column:
    """Return nested lists of models as rows in a column.

    Args:
        *children: Lists of rows, or one list of them; a row is a model or a
            list, whose lists in turn are columns.
        sizing_mode: How everything takes its size from its parent, but for
            models that say so themselves.
        **values: Further fields of the outermost `Column`.
    """
    items = _flat([*children, *values.pop("children", ())])
    rows = [_nested(item, Row, sizing_mode) for item in items]
    return column(_sized(rows, sizing_mode), sizing_mode=sizing_mode, **values)


def gridplot(
    children: Iterable[Any],
    *,
    ncols: int | None = None,
    width: int | None = None,
    height: int | None = None,
    sizing_mode: Any = None,
    toolbar_location: Any = "above",
    toolbar_options: dict[str, Any] | None = None,
    merge_tools: bool = True,
    **values: Any,
) -> GridPlot:
    """Return figures as a grid with one toolbar for all of them.

    Args:
        children: Rows of models, or with ``ncols`` models alone; ``None``
            leaves a place empty.
        ncols: The number of columns.
        width: The width of every figure in CSS pixels.
        height: The height of every figure in CSS pixels.
        sizing_mode: How everything takes its size from its parent.
        toolbar_location: The side of the grid at which the toolbar stands;
            ``None`` hides it.
        toolbar_options: Fields of the toolbar, such as ``autohide``.
        merge_tools: Whether figures hide their own toolbars, and one button
            drives the same tools of all.
        **values: ``plot_width`` and ``plot_height`` as older scripts have them.
    """
    width = values.pop("plot_width", width)
    height = values.pop("plot_height", height)
    if values:
        message = f"gridplot got unexpected arguments {sorted(values)}"
        raise TypeError(message)
    cells: list[tuple[LayoutDOM, int, int]] = []
    bars: list[Toolbar] = []
    for row_number, line in enumerate(_rows(list(children), ncols)):
        for column_number, item in enumerate(line):
            if item is None:
                continue
            _size(_checked(item), width, height)
            cells.append((item, row_number, column_number))
            if merge_tools:
                bars.extend(merged(item))
    _sized([item for item, *_ in cells], sizing_mode)
    return GridPlot(
        children=cells,
        toolbar=merge_bars(bars, toolbar_options or {}),
        toolbar_location=toolbar_location,
        sizing_mode=sizing_mode,
    )


def _size(item: LayoutDOM, width: int | None, height: int | None) -> None:
    if width is not None:
        item.width = width
    if height is not None:
        item.height = height


def grid(
    children: Any,
    sizing_mode: Any = None,
    nrows: int | None = None,
    ncols: int | None = None,
) -> GridBox:
    """Return nested lists of models as one grid, whose lines run through all of it.

    Args:
        children: A list of rows; a row is a model or a list, whose lists in turn
            are columns; ``None`` leaves a place empty. A `Row` or `Column` that is
            given instead stands for a list of its children, and so do those in it
            that say nothing of their size or spacing.
        sizing_mode: How the grid takes its size from its parent, and its models
            from their places, but for those that say so themselves.
        nrows: The number of rows, of models that are not in lists.
        ncols: The number of columns, of models that are not in lists.
    """
    if nrows is not None or ncols is not None:
        models = list(children)
        columns = ncols or -(-len(models) // (nrows or 1))
        children = _rows(models, columns)
    elif isinstance(children, FlexBox):
        children = _listed(children, across=False)
    _, _, cells = _cells(children, across=False)
    if len(cells) > _MOST_CELLS:
        message = f"a grid has at most {_MOST_CELLS} models, got {len(cells)}"
        raise ValueError(message)
    _sized([item for item, *_ in cells], sizing_mode)
    return GridBox(children=cells, sizing_mode=sizing_mode)


def _cells(item: Any, *, across: bool) -> tuple[int, int, list[_Cell]]:
    """Return how many rows and columns something takes, and what stands where."""
    if not isinstance(item, list | tuple):
        return 1, 1, [] if item is None else [(_checked(item), 0, 0, 1, 1)]
    parts = [_cells(child, across=not across) for child in item]
    # Parts side by side have all rows in common, each as many times as it has to.
    # What is empty takes a place all the same: it may be filled later.
    parts = [(rows or 1, columns or 1, cells) for rows, columns, cells in parts]
    common = math.lcm(*(rows if across else columns for rows, columns, _ in parts))
    placed: list[_Cell] = []
    at = 0
    for rows, columns, cells in parts:
        for model, row_at, column_at, tall, wide in cells:
            if across:
                by = common // rows
                placed.append((model, row_at * by, at + column_at, tall * by, wide))
            else:
                by = common // columns
                placed.append((model, at + row_at, column_at * by, tall, wide * by))
        at += columns if across else rows
    return (common, at, placed) if across else (at, common, placed)


def _listed(box: FlexBox, *, across: bool) -> list[Any]:
    """Return what a box holds as nested lists, of which the first goes across or not."""
    items = [
        _listed(item, across=not isinstance(box, Row)) if _is_plain(item) else item
        for item in box.children
    ]
    return items if isinstance(box, Row) is across else [items]


def _is_plain(item: LayoutDOM) -> TypeGuard[FlexBox]:
    """Whether something is a box that leaves its size to others."""
    return (
        isinstance(item, FlexBox)
        and item.sizing_mode is None
        and item.width_policy == item.height_policy == "auto"
        and item.spacing == 0
    )


def _rows(children: list[Any], ncols: int | None) -> list[list[Any]]:
    if ncols is None:
        for number, line in enumerate(children):
            if not isinstance(line, Iterable) or isinstance(line, str):
                message = (
                    f"row {number} of the grid is {line!r}, expected a list of models; with"
                    " ncols=… the models may be in one list"
                )
                raise ValueError(message)  # noqa: TRY004  # as for no model
        return [list(line) for line in children]
    if ncols < 1:
        message = f"ncols is {ncols}, expected at least 1"
        raise ValueError(message)
    return [children[at : at + ncols] for at in range(0, len(children), ncols)]


def _nested(item: Any, cls: type[FlexBox], sizing_mode: Any) -> LayoutDOM:
    """Return a list as a box whose lists are boxes across it."""
    if not isinstance(item, list | tuple):
        return _checked(item)
    other = Column if cls is Row else Row
    inner = [_nested(child, other, sizing_mode) for child in item]
    return _boxed(cls, _sized(inner, sizing_mode), sizing_mode, {})


def _boxed(
    cls: type[_B], children: Iterable[Any], sizing_mode: Any, values: dict[str, Any]
) -> _B:
    children = [*children, *values.pop("children", ())]
    items = [_checked(item) for item in _flat(children)]
    return cls(children=items, sizing_mode=sizing_mode, **values)


def _sized(items: list[Any], sizing_mode: Any) -> list[LayoutDOM]:
    """Give a sizing mode to those of the models that have none of their own."""
    for item in map(_checked, items):
        if sizing_mode is not None and item.sizing_mode is None:
            item.sizing_mode = sizing_mode
    return items


def _flat(children: Iterable[Any]) -> list[Any]:
    """Return the children, whether given one by one or as one list."""
    items = list(children)
    if len(items) == 1 and isinstance(items[0], list | tuple):
        return list(items[0])
    return items


def _checked(item: Any) -> LayoutDOM:
    if isinstance(item, LayoutDOM):
        return item
    message = f"a layout holds models that have a place on the page, got {item!r}"
    if item is None:
        message += "; Spacer() leaves a place empty"
    raise ValueError(message)
