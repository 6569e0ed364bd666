"""Figures that look and stand as they should only once code has come that few pages need."""

from syncd.layouts import column, row
from syncd.models import BoxZoomTool
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
