"""Widgets with margins of their own, above a figure."""

from syncd.layouts import column
from syncd.models import Button, Div
from syncd.plotting import curdoc, figure


close = Div(text="close", margin=0)
far = Button(label="far", margin=(20, 30), sizing_mode="stretch_width")
plot = figure(width=200, height=150)
plot.line([1, 2], [1, 2])

curdoc().add_root(column(close, far, plot, sizing_mode="stretch_width"))
