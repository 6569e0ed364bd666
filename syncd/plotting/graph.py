"""Graphs of networkx, or of anything that tells its nodes and edges as that does."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from syncd.models.composites import GraphRenderer
from syncd.models.glyphs import Circle, MultiLine, Scatter
from syncd.models.graphs import StaticLayoutProvider
from syncd.models.sources import ColumnDataSource
from syncd.plotting.glyphs import FADED, GlyphCall, make_renderer


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from syncd.models.graphs import LayoutProvider
    from syncd.models.renderers import GlyphRenderer

__all__ = ["from_networkx", "make_graph"]

_log = logging.getLogger("syncd.plotting")

_NODE_NAMES = frozenset({"index"})
_EDGE_NAMES = frozenset({"start", "end"})


def from_networkx(
    graph: Any,
    layout_function: Callable[..., Mapping[Any, Any]] | Mapping[Any, Any],
    **kwargs: Any,
) -> GraphRenderer:
    """Return what draws a graph.

    Attributes of nodes and edges become columns of their sources; what lacks one
    has ``None`` there, or an empty list among lists.

    Args:
        graph: A graph of networkx, or anything with its ``nodes`` and ``edges``.
        layout_function: Where the nodes stand: pairs of ``x`` and ``y`` by node,
            or a function of the graph that returns such.
        **kwargs: Further arguments of that function.

    Raises:
        ValueError: An attribute is a list for some, and none for others.
    """
    nodes = list(graph.nodes(data=True))
    edges = list(graph.edges(data=True))
    renderer = GraphRenderer()
    renderer.node_renderer.data_source.data = {
        **_attributes((told for _, told in nodes), "node", _NODE_NAMES),
        "index": [node for node, _ in nodes],
    }
    renderer.edge_renderer.data_source.data = {
        **_attributes((told for _, _, told in edges), "edge", _EDGE_NAMES),
        "start": [start for start, _, _ in edges],
        "end": [end for _, end, _ in edges],
    }
    if callable(layout_function):
        layout: Any = layout_function(graph, **kwargs)
    else:
        layout = layout_function
        missing = [node for node, _ in nodes if node not in layout]
        if missing:
            _log.warning(
                "the layout has no place for %s of %s nodes, among them %r: they are not drawn",
                len(missing),
                len(nodes),
                missing[0],
            )
    renderer.layout_provider = StaticLayoutProvider(graph_layout=layout)
    return renderer


def make_graph(
    node_source: Any, edge_source: Any, layout: LayoutProvider, values: dict[str, Any]
) -> GraphRenderer:
    """Return what draws a graph, with looks as authors of figures write them.

    Args:
        node_source: The nodes, with a column ``index``.
        edge_source: The edges, with columns ``start`` and ``end``.
        layout: Where the nodes stand.
        values: Looks that begin with ``node_`` and ``edge_``, and fields of the
            `GraphRenderer`.
    """
    nodes = _prefixed(values, "node_")
    edges = _prefixed(values, "edge_")
    marker = nodes.get("marker", "circle")
    source = _as_source(node_source)
    if isinstance(marker, str) and marker in source.data:
        nodes["marker"] = {"field": marker}
    shape = Circle if "radius" in nodes and marker == "circle" else Scatter
    if shape is Circle:
        nodes.pop("marker", None)
    return GraphRenderer(
        layout_provider=layout,
        node_renderer=_renderer(shape, nodes, source),
        edge_renderer=_renderer(MultiLine, edges, _as_source(edge_source)),
        **values,
    )


def _renderer(
    shape: type[Scatter | Circle | MultiLine],
    looks: dict[str, Any],
    source: ColumnDataSource,
) -> GlyphRenderer:
    # Where they are, the layout tells.
    places = ("xs", "ys") if shape is MultiLine else ("x", "y")
    call = GlyphCall(
        shape, (), (), {**dict.fromkeys(places), **looks, "source": source}
    )
    return make_renderer(call, {**FADED, "nonselection": None})


def _as_source(source: Any) -> ColumnDataSource:
    return source if isinstance(source, ColumnDataSource) else ColumnDataSource(source)


def _prefixed(values: dict[str, Any], prefix: str) -> dict[str, Any]:
    names = [
        name
        for name in values
        if name.startswith(prefix) and name != f"{prefix}renderer"
    ]
    return {name.removeprefix(prefix): values.pop(name) for name in names}


def _attributes(
    told: Iterable[Mapping[Any, Any]], kind: str, reserved: frozenset[str]
) -> dict[str, list[Any]]:
    """Return a column for each attribute that is told of any."""
    rows = list(told)
    names = list(dict.fromkeys(str(name) for row in rows for name in row))
    for name in reserved.intersection(names):
        _log.warning(
            "the attribute %r of %ss is left out: the column of that name says what"
            " belongs together. Another name keeps it",
            name,
            kind,
        )
    return {
        name: _column(name, [row.get(name) for row in rows])
        for name in names
        if name not in reserved
    }


def _column(name: str, values: list[Any]) -> list[Any]:
    if not any(isinstance(value, list | tuple) for value in values):
        return values
    if any(not isinstance(value, list | tuple | None) for value in values):
        message = f"the attribute {name!r} is a list for some and none for others"
        raise ValueError(message)
    return [[] if value is None else list(value) for value in values]
