"""Figures for narrow pages: low ones, deep axes, and legends of many entries."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import RangeTool
from syncd.plotting import figure


main = figure(height=200, x_range=(2, 5), sizing_mode="stretch_width", name="main")
main.line([0, 10], [0, 1])
low = figure(
    title="Drag the middle and edges of the box to change the range above",
    height=110,
    sizing_mode="stretch_width",
    y_axis_type=None,
    toolbar_location=None,
    tools="",
    name="low",
)
low.line([0, 10], [0, 1])
low.add_tools(RangeTool(x_range=main.x_range))
names = ["The product is easy to use", "Support answers quickly"]
deep = figure(
    y_range=names,
    title="How far do you agree? (n = 1,204)",
    height=200,
    sizing_mode="stretch_width",
    toolbar_location=None,
    name="deep",
)
deep.hbar(names, right=[1, 2], height=0.5)
many = figure(height=350, sizing_mode="stretch_width", name="many")
for at in range(12):
    many.line([0, 1], [at, at + 1], legend_label=f"entry {at}")
many.legend.location = "bottom_left"
few = figure(height=350, sizing_mode="stretch_width", name="few")
for at in range(3):
    few.line([0, 1], [at, at + 1], legend_label=f"entry {at}")
curdoc().add_root(column(main, low, deep, many, few, sizing_mode="stretch_width"))
