"""Where nodes and edges of graphs stand, and which belong together."""

from collections.abc import Mapping
from typing import Annotated, Any

from syncd.model import Model
from syncd.model.kinds import Kind
from syncd.models.expressions import CoordinateTransform


__all__ = [
    "EdgeCoordinates",
    "EdgesAndLinkedNodes",
    "EdgesOnly",
    "GraphCoordinates",
    "GraphHitTestPolicy",
    "LayoutProvider",
    "NodeCoordinates",
    "NodesAndAdjacentNodes",
    "NodesAndLinkedEdges",
    "NodesOnly",
    "StaticLayoutProvider",
]


class _PlacesKind(Kind):
    """The places of nodes, by their numbers or names."""

    container = "dict"
    expected = "a dict of pairs of numbers by the numbers or names of nodes"

    def check(self, value: Any) -> dict[int | str, list[float]]:
        if not isinstance(value, Mapping):
            raise ValueError  # noqa: TRY004  # the field turns it into a FieldError
        return {_key(key): _place(place) for key, place in value.items()}

    def schema(self) -> dict[str, Any]:
        return {"kind": "dict", "item": {"kind": "list", "item": {"kind": "number"}}}


def _key(key: Any) -> int | str:
    if isinstance(key, str):
        return key
    if isinstance(key, bool) or not hasattr(key, "__index__"):
        raise ValueError
    return int(key)


def _place(place: Any) -> list[float]:
    """Return a pair of numbers; of numpy's arrays we know that they can be iterated."""
    try:
        x, y = (float(part) for part in place)
    except TypeError:
        raise ValueError from None
    return [x, y]


class LayoutProvider(Model):
    """Where the nodes of a graph stand."""

    @property
    def node_coordinates(self) -> "NodeCoordinates":
        """The places of the nodes as an expression."""
        return NodeCoordinates(layout=self)

    @property
    def edge_coordinates(self) -> "EdgeCoordinates":
        """The places along the edges as an expression."""
        return EdgeCoordinates(layout=self)


class StaticLayoutProvider(LayoutProvider):
    """Places of nodes that are known beforehand."""

    graph_layout: Annotated[dict[int | str, Any], _PlacesKind()] = {}
    "A pair of ``x`` and ``y`` for each node, by its value in the column ``index``."


class GraphCoordinates(CoordinateTransform):
    """Places that a layout gives."""

    layout: LayoutProvider | None = None
    "The layout that is asked for the places of the nodes."


class NodeCoordinates(GraphCoordinates):
    """The places of nodes, which the column ``index`` names."""


class EdgeCoordinates(GraphCoordinates):
    """The places along edges, whose ends the columns ``start`` and ``end`` name.

    Columns ``xs`` and ``ys`` may hold other paths than straight lines.
    """


class GraphHitTestPolicy(Model):
    """Which parts of a graph are meant by what is pointed at."""


class EdgesOnly(GraphHitTestPolicy):
    """Edges that are pointed at."""


class NodesOnly(GraphHitTestPolicy):
    """Nodes that are pointed at."""


class NodesAndLinkedEdges(GraphHitTestPolicy):
    """Nodes that are pointed at, and the edges that end there."""


class EdgesAndLinkedNodes(GraphHitTestPolicy):
    """Edges that are pointed at, and the nodes at their ends."""


class NodesAndAdjacentNodes(GraphHitTestPolicy):
    """Nodes that are pointed at, and those that an edge connects with them."""
