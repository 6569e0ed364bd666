"""A line that gets a million points when a button is pressed."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import Button, ColumnDataSource
from bokeh.plotting import figure


POINTS = 1_000_000

source = ColumnDataSource(data={"x": np.zeros(0), "y": np.zeros(0)})
plot = figure(width=800, height=400, title="a million points")
plot.line("x", "y", source=source)


def bring():
    x = np.linspace(0, 100, POINTS)
    noise = np.random.default_rng(1).normal(scale=0.2, size=POINTS)
    source.data = {"x": x, "y": np.sin(x) + noise}


button = Button(label="bring")
button.on_click(bring)
curdoc().add_root(column(button, plot))
