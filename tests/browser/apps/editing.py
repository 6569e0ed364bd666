"""Figures that people draw in, and what Python hears of it."""

from syncd.io import curdoc
from syncd.models import (
    BoxAnnotation,
    BoxEditTool,
    ColumnDataSource,
    Div,
    FreehandDrawTool,
    LineEditTool,
    PointDrawTool,
    PolyAnnotation,
    PolyDrawTool,
    PolyEditTool,
    Range1d,
    RangeTool,
)
from syncd.plotting import figure


BLUE = "#0000ff"
WHERE = {"x_range": (0, 10), "y_range": (0, 10), "width": 420, "height": 320}

heard = Div(name="heard", text="nothing")


def short(value):
    if isinstance(value, list | tuple):
        return "[" + " ".join(map(short, value)) + "]"
    return f"{value:.1f}" if isinstance(value, int | float) else str(value)


def tell(name):
    def told(attr, old, new):
        columns = (f"{key} {short(list(new[key]))}" for key in sorted(new))
        heard.text = f"{name}: {', '.join(columns)}"

    return told


def canvas(name, tool, **values):
    made = figure(name=name, title=name, tools="", **(WHERE | values))
    made.grid.grid_line_color = None
    made.add_tools(tool)
    made.toolbar.active_multi = tool
    return made


dots = ColumnDataSource({"x": [2.0, 5.0], "y": [2.0, 5.0], "kind": ["a", "b"]})
points = PointDrawTool(empty_value="new")
plot = canvas("points", points)
points.renderers = [
    plot.scatter("x", "y", source=dots, size=16, color=BLUE, line_color=None)
]
dots.on_change("data", tell("points"))

few = ColumnDataSource({"x": [], "y": [], "kind": []}, default_values={"kind": "few"})
limited = PointDrawTool(num_objects=2, drag=False)
small = canvas("limited", limited)
limited.renderers = [small.scatter("x", "y", source=few, size=16, color=BLUE)]
few.on_change("data", tell("limited"))

rects = ColumnDataSource({"x": [3], "y": [3], "width": [2], "height": [2]})
boxes = BoxEditTool()
drawn = canvas("boxes", boxes)
boxes.renderers = [
    drawn.rect("x", "y", "width", "height", source=rects, color=BLUE, fill_alpha=0.5)
]
rects.on_change("data", tell("boxes"))

areas = ColumnDataSource(
    {"xs": [[1, 4, 4, 1]], "ys": [[1, 1, 4, 4]], "n": [1]}, name="areas"
)
shapes = PolyDrawTool()
paper = canvas("polys", shapes)
shapes.renderers = [
    paper.patches("xs", "ys", source=areas, fill_color=BLUE, fill_alpha=0.4)
]
shapes.vertex_renderer = paper.scatter([], [], size=8, color="#ffffff")
areas.on_change("data", tell("polys"))

corners = ColumnDataSource({"xs": [[2, 8, 8]], "ys": [[2, 2, 8]]})
edit = PolyEditTool()
desk = canvas("corners", edit)
edit.renderers = [
    desk.patches("xs", "ys", source=corners, fill_color=BLUE, fill_alpha=0.4)
]
edit.vertex_renderer = desk.scatter([], [], size=12, color="#ff0000")
corners.on_change("data", tell("corners"))

strokes = ColumnDataSource({"xs": [], "ys": []})
free = FreehandDrawTool(num_objects=1)
sheet = canvas("free", free)
free.renderers = [sheet.multi_line("xs", "ys", source=strokes, line_width=4)]
strokes.on_change(
    "data", lambda attr, old, new: setattr(heard, "text", f"free: {len(new['xs'])}")
)

curve = ColumnDataSource({"x": [1, 3, 5, 7, 9], "y": [2, 4, 3, 6, 5]})
bend = LineEditTool(dimensions="height")
graph = canvas("line", bend)
bend.renderers = [graph.line("x", "y", source=curve, line_width=4, color=BLUE)]
bend.intersection_renderer = graph.scatter([], [], size=12, color="#ff0000")
curve.on_change("data", tell("line"))

wide = figure(name="wide", title="wide", tools="pan", **(WHERE | {"x_range": (2, 4)}))
wide.line([0, 10], [0, 10], color=BLUE)
over = RangeTool(x_range=wide.x_range)
narrow = figure(name="narrow", title="narrow", tools="", **(WHERE | {"height": 160}))
narrow.line([0, 10], [0, 10], color=BLUE)
narrow.add_tools(over)
own = Range1d(start=1, end=2)
start = RangeTool(x_range=own, start_gesture="pan", overlay={"fill_color": "orange"})
begun = figure(name="begun", title="begun", tools="", **(WHERE | {"height": 160}))
begun.line([0, 10], [0, 10], color=BLUE)
begun.add_tools(start)


def tell_range(attr, old, new):
    first, last = wide.x_range, own
    heard.text = " ".join(
        f"{end:.1f}" for end in (first.start, first.end, last.start, last.end)
    )


for each in (wide.x_range, own):
    each.on_change("start", tell_range)
    each.on_change("end", tell_range)

box = BoxAnnotation(left=2, right=4, bottom=2, top=6, editable=True, name="box")
area = PolyAnnotation(xs=[6, 9, 9], ys=[2, 2, 5], editable=True, name="area")
marked = figure(name="marked", title="marked", tools="pan", **WHERE)
marked.line([0, 10], [0, 10], color=BLUE)
marked.add_layout(box)
marked.add_layout(area)


def tell_box(attr, old, new):
    sides = (box.left, box.right, box.bottom, box.top)
    heard.text = "box " + " ".join(f"{side:.1f}" for side in sides)


for side in ("left", "right", "bottom", "top"):
    box.on_change(side, tell_box)
area.on_change(
    "xs", lambda attr, old, new: setattr(heard, "text", f"area {short(new)}")
)

for each in (
    plot,
    small,
    drawn,
    paper,
    desk,
    sheet,
    graph,
    wide,
    narrow,
    begun,
    marked,
):
    curdoc().add_root(each)
curdoc().add_root(heard)
