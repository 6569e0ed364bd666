"""Figures whose tools few pages have: one is moved by the wheel, one is selected in."""

from syncd.layouts import column
from syncd.models import PolySelectTool, WheelPanTool
from syncd.plotting import curdoc, figure


where = {"x_range": (0, 10), "y_range": (0, 10), "width": 400, "height": 240}
rolled = figure(name="rolled", tools="", **where)
rolled.line([1, 9], [1, 9])
rolled.add_tools(WheelPanTool(dimension="width"))
rolled.toolbar.active_scroll = rolled.toolbar.tools[0]

chosen = figure(name="chosen", tools="", **where)
chosen.scatter([2, 8], [2, 8], size=10)
chosen.add_tools(PolySelectTool())
curdoc().add_root(column(rolled, chosen))
