"""What models consist of, as a plot: for those who want to see how a figure is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.errors import shown
from syncd.models import (
    BoxZoomTool,
    CDSView,
    Column,
    ColumnDataSource,
    DataTable,
    Figure,
    GlyphRenderer,
    GroupFilter,
    HoverTool,
    LabelSet,
    MultiLine,
    PanTool,
    Range1d,
    ResetTool,
    Scatter,
    TableColumn,
    TapTool,
    Title,
    WheelZoomTool,
)


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.model import Model

__all__ = ["generate_structure_plot"]

_MOST_WORDS = 200
_ROW = 40
"""How far the models of a column are apart, in CSS pixels."""


def generate_structure_plot(model: Model) -> Column:
    """Return a plot of what a model consists of, with a table of the chosen one's fields.

    What a model holds stands to the right of it. Tapping one fills the table; that
    takes a document that is served.

    Args:
        model: The model to look into.
    """
    columns = _columns(model)
    places = {
        part: (depth, (len(column) - 1) / 2 - at)
        for depth, column in enumerate(columns)
        for at, part in enumerate(column)
    }
    nodes = ColumnDataSource(
        data={
            "x": [x for x, _ in places.values()],
            "y": [y for _, y in places.values()],
            "model": [part.type for part in places],
            "name": [part.name or "" for part in places],
            "index": [str(number) for number in range(len(places))],
        }
    )
    edges = _edges(places)
    # Reading fields makes some of the models that they hold.
    table, group = _table(list(places))
    nodes.selected.on_change("indices", _chooser(group))
    return Column(children=[_plot(model, nodes, edges, columns), table])


def _columns(model: Model) -> list[list[Model]]:
    """Return the models by how many steps they are away."""
    known = {model}
    columns = [[model]]
    while True:
        column: list[Model] = []
        for part in columns[-1]:
            for held in part.held():
                if held not in known:
                    known.add(held)
                    column.append(held)
        if not column:
            return columns
        columns.append(column)


def _edges(places: Mapping[Model, tuple[float, float]]) -> ColumnDataSource:
    lines = [
        (places[part], places[held])
        for part in places
        for held in dict.fromkeys(part.held())
    ]
    return ColumnDataSource(
        data={
            "xs": [[start[0], end[0]] for start, end in lines],
            "ys": [[start[1], end[1]] for start, end in lines],
        }
    )


def _plot(
    model: Model,
    nodes: ColumnDataSource,
    edges: ColumnDataSource,
    columns: list[list[Model]],
) -> Figure:
    tall = max(map(len, columns))
    dots = GlyphRenderer(
        data_source=nodes,
        glyph=Scatter(x="x", y="y", size=15, fill_color="lightblue"),
        nonselection_glyph=Scatter(x="x", y="y", size=15, fill_color="lightblue"),
        selection_glyph=Scatter(x="x", y="y", size=15, fill_color="green"),
    )
    figure = Figure(
        title=Title(text=f"What {model.type} consists of: tap a model for its fields"),
        width=800,
        height=min(max(300, _ROW * tall), 1200),
        outline_line_alpha=0.0,
        x_range=Range1d(start=-0.5, end=len(columns)),
        y_range=Range1d(start=-tall / 2 - 0.5, end=tall / 2 + 0.5),
        renderers=[
            GlyphRenderer(
                data_source=edges,
                glyph=MultiLine(xs="xs", ys="ys", line_color="gray", line_alpha=0.5),
            ),
            dots,
            LabelSet(
                x="x",
                y="y",
                text="model",
                source=nodes,
                text_font_size="11px",
                x_offset=11,
                text_baseline="middle",
            ),
        ],
    )
    figure.add_tools(
        PanTool(),
        WheelZoomTool(),
        BoxZoomTool(),
        TapTool(renderers=[dots]),
        HoverTool(renderers=[dots], tooltips=[("model", "@model"), ("name", "@name")]),
        ResetTool(),
    )
    return figure


def _table(parts: list[Model]) -> tuple[DataTable, GroupFilter]:
    rows = [
        (str(number), item.name, _words(part, item.name), item.doc)
        for number, part in enumerate(parts)
        for item in part.fields().values()
    ]
    names = ("model", "props", "values", "doc")
    data = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    group = GroupFilter(column_name="model", group="0")
    table = DataTable(
        source=ColumnDataSource(data=data),
        columns=[
            TableColumn(field="props", title="Property"),
            TableColumn(field="values", title="Value"),
            TableColumn(field="doc", title="Meaning"),
        ],
        view=CDSView(filter=group),
        width=800,
        height=400,
        index_position=None,
    )
    return table, group


def _words(part: Model, name: str) -> str:
    value = getattr(part, name)
    return value[:_MOST_WORDS] if isinstance(value, str) else shown(value)


def _chooser(group: GroupFilter) -> Any:
    def choose(attr: str, old: list[int], new: list[int]) -> None:
        del attr, old
        if new:
            group.group = str(new[0])

    return choose
