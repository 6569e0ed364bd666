"""Figures that look and stand as they should only once code has come that few pages need."""

from syncd.layouts import column, row
from syncd.models import (
    BoxZoomTool,
    ColumnDataSource,
    Div,
    NumeralTickFormatter,
    PointDrawTool,
    Slider,
)
from syncd.plotting import curdoc, figure


RED = "#ff0000"

wide = figure(name="wide", width=400, height=200, y_range=(0, 1e9))
wide.yaxis.axis_label = "people"
wide.yaxis.formatter.use_scientific = False
wide.select_one(BoxZoomTool).overlay.fill_color = RED
wide.line([1, 2], [1, 1e9])


def beside(name):
    plot = figure(name=name, width=400, height=200, y_range=(0, 1))
    plot.line([1, 2], [0, 1], legend_label="a")
    plot.add_layout(plot.legend[0], "left")
    return plot


curdoc().add_root(row(column(wide, beside("kept")), beside("alone")))

where = {"x_range": (0, 10), "y_range": (0, 10), "width": 400, "height": 240}
hand = figure(name="hand", tools="pan", **where)
dots = ColumnDataSource({"x": [2.0], "y": [2.0]})
draws = PointDrawTool(renderers=[hand.scatter("x", "y", source=dots, size=16)])
hand.add_tools(draws)
hand.toolbar.active_multi = draws
drawn = Div(name="drawn", text="nothing")


def tell(attr, old, new):
    rows = zip(new["x"], new["y"], strict=True)
    drawn.text = ", ".join(f"{x:.0f} {y:.0f}" for x, y in rows)


dots.on_change("data", tell)
curdoc().add_root(row(hand, drawn))

picked = figure(name="picked", tools="box_select,tap", **where)
rows = ColumnDataSource({"x": [2.0, 4.0, 6.0, 8.0], "y": [2.0, 4.0, 6.0, 8.0]})
picked.scatter("x", "y", source=rows, size=16)
chosen = Div(name="chosen", text="nothing")
rows.selected.on_change("indices", lambda attr, old, new: chosen.update(text=str(new)))
curdoc().add_root(row(picked, chosen))

money = NumeralTickFormatter(format="$0,0")
curdoc().add_root(
    Slider(name="priced", title="Price", start=0, end=9e3, value=1234, format=money)
)
