"""Bars of sizes, beside a figure and in it."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import Button, FixedTicker, SizeBar
from syncd.plotting import figure


RED, GREEN = "#ff0000", "#00ff00"
PLAIN = {"width": 500, "height": 300, "tools": "", "y_range": (0, 100)}

circles = figure(name="circles", x_range=(0, 100), **PLAIN)
source = circles.circle([20, 50, 80], [50, 50, 50], radius=[1, 2, 4]).data_source
circles.add_layout(
    SizeBar(
        title="Radius in km",
        ticker=FixedTicker(ticks=[4]),
        glyph_fill_color=RED,
        padding=4,
    ),
    "below",
)

shapes = figure(name="shapes", x_range=(0, 100), **PLAIN)
shapes.scatter([1], [1])
shapes.ngon([20, 50, 80], [20, 20, 20], radius=[1, 3, 5], n=4)
shapes.add_layout(
    SizeBar(glyph_fill_color=GREEN, location="top", bounds=(2, 5), width="max")
)

zoom = Button(label="zoom", name="zoom")
zoom.on_click(lambda: circles.x_range.update(start=0, end=50))
empty = Button(label="empty", name="empty")
empty.on_click(lambda: source.data.update(x=[], y=[], radius=[]))
curdoc().add_root(column(row(zoom, empty), circles, shapes))
