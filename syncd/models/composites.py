"""Renderers that consist of two others: graphs and contours."""

from typing import TYPE_CHECKING, Any

from syncd.model import field
from syncd.models.glyphs import MultiLine, MultiPolygons, Scatter
from syncd.models.graphs import GraphHitTestPolicy, LayoutProvider, NodesOnly
from syncd.models.renderers import DataRenderer, GlyphRenderer
from syncd.models.sources import ColumnDataSource
from syncd.models.tickers import FixedTicker


if TYPE_CHECKING:
    from syncd.models.annotations import ContourColorBar

__all__ = ["ContourRenderer", "GraphRenderer"]


def _nodes() -> GlyphRenderer:
    return GlyphRenderer(glyph=Scatter(), data_source=ColumnDataSource({"index": []}))


def _edges() -> GlyphRenderer:
    source = ColumnDataSource({"start": [], "end": []})
    return GlyphRenderer(glyph=MultiLine(), data_source=source)


class GraphRenderer(DataRenderer):
    """Draws nodes, and edges between them."""

    layout_provider: LayoutProvider | None = None
    "Where the nodes stand; ``None`` draws nothing."

    node_renderer: GlyphRenderer = field(default_factory=_nodes)
    "Draws the nodes; its source has a column ``index`` that tells them apart."

    edge_renderer: GlyphRenderer = field(default_factory=_edges)
    "Draws the edges; columns ``start`` and ``end`` of its source name nodes."

    selection_policy: GraphHitTestPolicy = field(default_factory=NodesOnly)
    "What is selected when a part of the graph is."

    inspection_policy: GraphHitTestPolicy = field(default_factory=NodesOnly)
    "What looks as if it were pointed at when a part of the graph is."


def _polygons() -> GlyphRenderer:
    return GlyphRenderer(glyph=MultiPolygons(line_alpha=0, line_width=0))


def _lines() -> GlyphRenderer:
    return GlyphRenderer(glyph=MultiLine())


class ContourRenderer(DataRenderer):
    """Draws the lines of equal values, and the areas between them."""

    line_renderer: GlyphRenderer = field(default_factory=_lines)
    "Draws the lines; its source has a row for each level."

    fill_renderer: GlyphRenderer = field(default_factory=_polygons)
    "Draws the areas; its source has a row for each two levels that follow each other."

    levels: list[float] = []
    "The values, ascending."

    def set_data(self, data: Any) -> None:
        """Show other contours in the same looks.

        Args:
            data: What `syncd.plotting.contour.contour_data` returned.
        """
        _replace(self.fill_renderer, data.fill_data, ("lower_levels", "upper_levels"))
        _replace(self.line_renderer, data.line_data, ("levels",))

    def construct_color_bar(self, **values: Any) -> "ContourColorBar":
        """Return a colour bar with the looks of the contours.

        Args:
            **values: Fields of the `ContourColorBar`.
        """
        from syncd.models.annotations import ContourColorBar  # noqa: PLC0415  # it is one

        return ContourColorBar(
            **{
                "fill_renderer": self.fill_renderer,
                "line_renderer": self.line_renderer,
                "levels": self.levels,
                "ticker": FixedTicker(ticks=self.levels),
                **values,
            }
        )


def _replace(renderer: GlyphRenderer, data: Any, names: tuple[str, ...]) -> None:
    """Put other shapes into a source, and leave the columns of their looks."""
    shapes = {"xs", "ys", *names}
    source = renderer.data_source
    if data is None:
        source.data = {name: [] for name in ("xs", "ys", *names)}
        return
    looks = {name: column for name, column in source.data.items() if name not in shapes}
    source.data = {**data.asdict(), **looks}
