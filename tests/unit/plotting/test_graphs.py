"""Graphs and contours from what authors have."""

import sys

import numpy as np
import pytest

from syncd.document import Document
from syncd.errors import FieldError
from syncd.models import (
    Circle,
    ColumnDataSource,
    GraphRenderer,
    NodesAndLinkedEdges,
    StaticLayoutProvider,
)
from syncd.palettes import Spectral
from syncd.plotting import figure, from_networkx
from syncd.plotting.contour import contour_data, from_contour


class Told:
    """Nodes or edges, with or without what is known of them."""

    def __init__(self, *rows):
        self.rows = rows

    def __call__(self, *, data):
        assert data
        return self.rows


class Graph:
    """What networkx tells of a graph."""

    def __init__(self, nodes, edges):
        self.nodes = Told(*nodes)
        self.edges = Told(*edges)


TRIANGLE = Graph(
    [("a", {"size": 1}), ("b", {}), (3, {"size": 2, "index": 9})],
    [("a", "b", {"path": [1, 2]}), ("b", 3, {"start": "x"})],
)
PLACES = {"a": (0, 0), "b": np.array([1, 0]), np.int64(3): [0.5, 1]}


def test_attributes_of_a_graph_become_columns(caplog):
    renderer = from_networkx(TRIANGLE, PLACES)
    assert dict(renderer.node_renderer.data_source.data) == {
        "size": [1, None, 2],
        "index": ["a", "b", 3],
    }
    assert dict(renderer.edge_renderer.data_source.data) == {
        "path": [[1, 2], []],
        "start": ["a", "b"],
        "end": ["b", 3],
    }
    layout = renderer.layout_provider.graph_layout
    assert layout == {"a": [0, 0], "b": [1, 0], 3: [0.5, 1]}
    assert "the attribute 'index' of nodes is left out" in caplog.text
    assert "the attribute 'start' of edges is left out" in caplog.text


def test_a_layout_may_be_a_function_with_arguments_of_its_own():
    def line(graph, *, step):
        rows = graph.nodes(data=True)
        return {node: (step * place, 0) for place, (node, _) in enumerate(rows)}

    renderer = from_networkx(TRIANGLE, line, step=2)
    assert renderer.layout_provider.graph_layout[3] == [4, 0]


def test_a_layout_that_lacks_nodes_is_told_of(caplog):
    from_networkx(TRIANGLE, {"a": (0, 0)})
    assert "no place for 2 of 3 nodes, among them 'b'" in caplog.text


def test_an_attribute_is_a_list_for_all_or_none():
    mixed = Graph([(1, {"a": [1]}), (2, {"a": 2})], [])
    with pytest.raises(ValueError, match="'a' is a list for some and none for others"):
        from_networkx(mixed, {1: (0, 0), 2: (0, 0)})


@pytest.mark.parametrize("layout", [{1: (0,)}, {1: "ab"}, {1.5: (0, 0)}, [(0, 0)]])
def test_a_layout_has_a_pair_for_each_node(layout):
    with pytest.raises(FieldError, match="pairs of numbers by the numbers or names"):
        StaticLayoutProvider(graph_layout=layout)


def test_a_figure_draws_a_graph_in_looks_of_its_parts():
    plot = figure()
    made = plot.graph(
        {"index": [1, 2], "kind": ["square", "circle"]},
        ColumnDataSource({"start": [1], "end": [2]}),
        StaticLayoutProvider(graph_layout={1: (0, 0), 2: (1, 1)}),
        node_marker="kind",
        node_fill_color="red",
        node_selection_fill_color="green",
        edge_line_width=3,
        edge_nonselection_line_color="grey",
        edge_hover_line_color="blue",
        selection_policy=NodesAndLinkedEdges(),
        name="net",
    )
    assert plot.renderers == [made]
    nodes, edges = made.node_renderer, made.edge_renderer
    assert nodes.glyph.marker == "kind"
    assert (nodes.glyph.fill_color, nodes.selection_glyph.fill_color) == (
        "red",
        "green",
    )
    assert (edges.glyph.line_width, edges.hover_glyph.line_color) == (3, "blue")
    assert (made.name, nodes.nonselection_glyph) == ("net", None)
    assert (edges.nonselection_glyph.line_alpha, nodes.muted_glyph.fill_alpha) == (
        1,
        0.2,
    )
    round_ones = plot.graph(
        {"index": [1]}, {"start": [], "end": []}, None, node_radius=1
    )
    assert isinstance(round_ones.node_renderer.glyph, Circle)


def test_a_graph_travels_with_all_its_parts():
    document = Document()
    document.add_root(figure(renderers=[GraphRenderer()]))
    types = {model.type for model in document.models.values()}
    assert {"GraphRenderer", "NodesOnly", "Scatter", "MultiLine"} <= types


GRID = np.array([[0.0, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 0]])


def test_contours_say_what_they_need(monkeypatch):
    monkeypatch.setitem(sys.modules, "contourpy", None)
    with pytest.raises(ImportError, match="contourpy, which is not installed"):
        figure().contour(z=GRID, levels=[0.5], line_color="red")


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (None, "at least one level"),
        ([], "at least one"),
        ([1, 1], "item 1, 1.0, follows"),
    ],
)
def test_levels_ascend(levels, expected):
    with pytest.raises(ValueError, match=expected):
        contour_data(z=GRID, levels=levels)


def test_only_looks_are_taken_of_contours():
    with pytest.raises(ValueError, match="got line_kolor"):
        from_contour(z=GRID, levels=[0.5], line_kolor="red")
    with pytest.raises(ValueError, match="got neither"):
        from_contour(z=GRID, levels=[0.5], fill_color="red")


class TestFoundContours:
    @pytest.fixture(autouse=True)
    def _needs(self):
        pytest.importorskip("contourpy")

    def test_areas_and_lines_have_a_row_each(self):
        made = figure().contour(
            z=GRID,
            levels=[0.25, 0.5, 0.75],
            fill_color=Spectral,
            hatch_pattern=["x", " "],
            line_color=["#000000", "#ffffff"],
            line_width=[1, 2, 3],
        )
        areas = made.fill_renderer.data_source.data
        lines = made.line_renderer.data_source.data
        assert (areas["lower_levels"], areas["upper_levels"]) == (
            [0.25, 0.5],
            [0.5, 0.75],
        )
        assert len(areas["fill_color"]) == 2
        assert areas["hatch_pattern"] == ["x", " "]
        # Around the middle: the outer ring, and the hole that the next area fills.
        assert [len(rings) for rings in areas["xs"][0]] == [2]
        assert lines["levels"] == [0.25, 0.5, 0.75]
        assert list(lines["line_color"]) == ["#000000", "#7f7f7f", "#ffffff"]
        assert min(lines["xs"][1]) == 0.5
        assert made.levels == [0.25, 0.5, 0.75]

    def test_other_contours_keep_the_looks(self):
        made = from_contour(z=GRID, levels=[0.25, 0.5], fill_color=["#ff0000"])
        made.set_data(contour_data(z=GRID * 2, levels=[0.25, 0.5]))
        areas = made.fill_renderer.data_source.data
        assert list(areas["fill_color"]) == ["#ff0000"]
        assert min(map(min, areas["xs"][0][0])) == 0.125
        assert made.line_renderer.data_source.data["levels"] == [0.25, 0.5]

    def test_the_colour_bar_shows_the_same(self):
        made = from_contour(z=GRID, levels=[0.25, 0.5], fill_color=["red"])
        bar = made.construct_color_bar(title="height")
        assert bar.fill_renderer is made.fill_renderer
        assert (bar.levels, bar.ticker.ticks, bar.title) == (
            [0.25, 0.5],
            [0.25, 0.5],
            "height",
        )

    def test_colours_that_cannot_be_mixed_are_as_many_as_contours(self):
        with pytest.raises(ValueError, match="2 colours were given for 3 contours"):
            from_contour(z=GRID, levels=[0.1, 0.2, 0.3], line_color=["red", "blue"])
