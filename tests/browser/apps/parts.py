"""Graphs, contours, and looks that only some shapes have; names say which."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    BoxAnnotation,
    ColumnDataSource,
    ContourRenderer,
    Div,
    EdgesAndLinkedNodes,
    EqHistColorMapper,
    LinearColorMapper,
    LinearInterpolator,
    NodesAndAdjacentNodes,
    NodesAndLinkedEdges,
    PolarTransform,
    Scatter,
    StaticLayoutProvider,
    WeightedStackColorMapper,
)
from syncd.plotting import figure
from syncd.plotting.contour import ContourData, FillData, LineData


RED, GREEN, BLUE, YELLOW = "#ff0000", "#00ff00", "#0000ff", "#ffff00"
SIZE = {"width": 400, "height": 300, "toolbar_location": None}
heard = Div(text="nothing", name="heard")


def plot(name, span=4, **options):
    made = figure(
        name=name, x_range=(0, span), y_range=(0, span), **{**SIZE, **options}
    )
    made.grid.grid_line_color = None
    return made


PLACES = {"a": (1, 1), "b": (3, 1), "c": (3, 3), 4: (1, 3)}


def graph(name, **policies):
    made = plot(name, tools="tap,hover,box_select")
    renderer = made.graph(
        {"index": ["a", "b", "c", 4]},
        {"start": ["a", "b"], "end": ["b", "c"]},
        StaticLayoutProvider(graph_layout=PLACES),
        node_size=30,
        node_color=BLUE,
        node_hover_color=YELLOW,
        node_selection_color=RED,
        edge_line_width=12,
        edge_color=GREEN,
        edge_hover_color=YELLOW,
        edge_selection_color=RED,
        name=name,
        **policies,
    )

    def tell(attr, old, new):
        nodes = renderer.node_renderer.data_source.selected.indices
        edges = renderer.edge_renderer.data_source.selected.indices
        heard.text = f"{name} {sorted(nodes)} {sorted(edges)}"

    for part in (renderer.node_renderer, renderer.edge_renderer):
        part.data_source.selected.on_change("indices", tell)
    made.hover.tooltips = [("node", "@index"), ("from", "@start")]
    return made


linked = graph(
    "linked",
    selection_policy=NodesAndLinkedEdges(),
    inspection_policy=EdgesAndLinkedNodes(),
)
adjacent = graph("adjacent", selection_policy=NodesAndAdjacentNodes())

contours = plot("contours", tools="tap")
outer, inner = [0.5, 3.5, 3.5, 0.5], [1.5, 2.5, 2.5, 1.5]
up, upper = [0.5, 0.5, 3.5, 3.5], [1.5, 1.5, 2.5, 2.5]
made = ContourRenderer(levels=[0.0, 1.0, 3.0])
made.fill_renderer.glyph.fill_color = {"field": "color"}
made.line_renderer.glyph.line_color = BLUE
made.line_renderer.glyph.line_width = 6
made.fill_renderer.data_source.data = {"color": [RED, GREEN]}
made.set_data(
    ContourData(
        FillData(
            [[[outer, inner]], [[inner]]], [[[up, upper]], [[upper]]], [0, 1], [1, 3]
        ),
        LineData([[], inner, []], [[], upper, []], [0, 1, 3]),
    )
)
contours.renderers = [made]
made.fill_renderer.data_source.selected.on_change(
    "indices", lambda attr, old, new: setattr(heard, "text", f"contours {new}")
)
contours.add_layout(made.construct_color_bar(name="bar"), "right")

corners = plot("corners")
corners.ngon([1, 3], [2, 2], 0.8, n=[4, 2], color=RED)
corners.vbar([3], 1, [3.5], bottom=[0.5], border_radius=60, color=BLUE)
box = {"left": 0, "right": 1, "bottom": 0, "top": 1, "fill_alpha": 1}
round_corner = {"bottom_right": 30}
corners.add_layout(
    BoxAnnotation(**box, fill_color=GREEN, border_radius=round_corner, line_width=0)
)

words = plot("words")
words.text(
    [2],
    [2],
    ["box"],
    anchor="bottom_left",
    padding=20,
    text_color=GREEN,
    background_fill_color=BLUE,
    border_line_color=RED,
    border_line_width=6,
    text_font_size="24px",
)

stack = plot("stack", 2)
numbers = np.zeros((2, 2, 2))
numbers[0, 0] = 4, 0
numbers[0, 1] = 0, 4
numbers[1, 0] = 2, 2
numbers[1, 1] = np.nan
stack.image_stack(
    [numbers],
    0,
    0,
    2,
    2,
    color_mapper=WeightedStackColorMapper(
        palette=[RED, BLUE], nan_color=GREEN, color_baseline=0
    ),
)

ranks = plot("ranks")
ranks.image(
    [np.array([[1, 2, 3, 1000]])],
    0,
    0,
    4,
    4,
    color_mapper=EqHistColorMapper(palette=[RED, GREEN, BLUE, YELLOW]),
)

polar = plot("polar")
turned = PolarTransform(angle_units="deg")
polar.scatter(
    turned.x,
    turned.y,
    source=ColumnDataSource({"radius": [3, 3], "angle": [90, 0]}),
    size=40,
    color=RED,
)
polar.renderers[0].glyph.y = turned.y

table = plot("table")
read = LinearInterpolator(
    x="at", y="becomes", data=ColumnDataSource({"at": [10, 0], "becomes": [3, 1]})
)
table.scatter([1, 3], {"field": "y", "transform": read}, size=30, color=RED)
table.renderers[0].data_source.data = {"x": [1, 3], "y": [0, 10]}

dashes = plot("dashes")
dashes.multi_line(
    [[0, 4], [0, 4]],
    [[1, 1], [3, 3]],
    line_dash=["solid", [40, 1000]],
    line_width=20,
    line_color=RED,
)

domain = plot("domain")
whole = domain.scatter([1, 3], [1, 3], size=30)
whole.glyph.fill_color = {
    "field": "x",
    "transform": LinearColorMapper(
        palette=[RED, GREEN, BLUE], domain=[(whole, "wide")]
    ),
}
whole.data_source.data = {"x": [1, 3], "y": [1, 3], "wide": [0, 9]}

pointed = plot("pointed", tools="hover")
pointed.scatter([1, 3], [2, 2], size=40, color=BLUE, hover_color=YELLOW)
thick = pointed.line([0, 4], [3, 3], line_width=10, color=GREEN)
thick.hover_glyph = thick.glyph.clone(line_color=RED)

behind = plot("behind")
some = ColumnDataSource({"x": [1, 3], "y": [2, 2]})
some.selected.indices = [0]
behind.add_glyph(
    some, Scatter(size=60, fill_color=BLUE, line_color=GREEN, line_width=12)
)

curdoc().add_root(
    column(
        heard,
        linked,
        adjacent,
        contours,
        corners,
        words,
        stack,
        ranks,
        polar,
        table,
        dashes,
        domain,
        pointed,
        behind,
    )
)
