"""Rows and a grid of figures that fill the window together."""

from syncd.layouts import column, grid, row
from syncd.plotting import curdoc, figure


def plot(name):
    made = figure(name=name, sizing_mode="stretch_both")
    made.line([1, 2, 3], [3, 1, 2])
    return made


above = row(plot("a"), plot("b"), sizing_mode="stretch_both")
below = grid(
    [[plot("c"), plot("d")], [plot("e"), plot("f"), plot("g")]],
    sizing_mode="stretch_both",
)
curdoc().add_root(column(above, below, sizing_mode="stretch_both"))
