"""Figures in which rows are selected, and what Python hears of it."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import BoxSelectTool, BoxZoomTool, ColumnDataSource, Div
from syncd.plotting import figure


RED, BLUE, GREEN = "#ff0000", "#0000ff", "#00ff00"
WHERE = {"x_range": (0, 5), "y_range": (0, 5), "width": 400, "height": 300}

dots = ColumnDataSource({"x": [1, 2, 3, 4], "y": [1, 2, 3, 4]}, name="dots")
plot = figure(
    name="points",
    tools="box_select,lasso_select,poly_select,tap,pan,reset",
    active_drag="box_select",
    active_tap="poly_select",
    title="Points",
    **WHERE,
)
plot.grid.grid_line_color = None
plot.scatter(
    "x",
    "y",
    source=dots,
    size=16,
    color=BLUE,
    line_color=None,
    selection_color=RED,
    nonselection_color=GREEN,
    nonselection_alpha=1,
)

bars = ColumnDataSource({"x": [1, 2, 3], "top": [2, 3, 4]}, name="bars")
chart = figure(name="chart", tools=[BoxSelectTool(dimensions="width")], **WHERE)
chart.grid.grid_line_color = None
chart.vbar("x", 0.8, "top", source=bars, color=BLUE, line_color=None)

heard = Div(name="heard", text="dots nothing")


def tell(attr, old, new):
    heard.text = f"dots {sorted(new)}"


def tell_bars(attr, old, new):
    heard.text = f"bars {sorted(new)}"


dots.selected.on_change("indices", tell)
bars.selected.on_change("indices", tell_bars)

free = figure(name="free", tools="pan,box_zoom,reset", width=400, height=200)
free.select_one(BoxZoomTool).overlay.fill_color = RED
free.line([0, 10], [0, 1], color=BLUE)
ends = Div(name="ends", text="ends unknown")


def tell_ends(attr, old, new):
    start, end = free.x_range.start, free.x_range.end
    if start is not None and end is not None:
        ends.text = f"ends {start:.6g} {end:.6g}"


free.x_range.on_change("start", tell_ends)
free.x_range.on_change("end", tell_ends)

curdoc().add_root(column(heard, ends, plot, chart, free))
