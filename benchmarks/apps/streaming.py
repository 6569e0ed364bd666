"""A curve that grows by 100 points 20 times a second, once it is told to."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import ColumnDataSource, TextInput
from bokeh.plotting import figure


POINTS = 100

source = ColumnDataSource(data={"x": np.zeros(0), "y": np.zeros(0)}, name="source")
plot = figure(height=400, width=400, title="growing")
plot.line("x", "y", source=source)
begin = 0


def grow():
    global begin  # noqa: PLW0603 - as applications do it
    x = np.arange(begin, begin + POINTS, dtype=float)
    source.stream({"x": x, "y": np.sin(x / 100)}, rollover=1000)
    begin += POINTS


def start(attr, old, new):
    curdoc().add_periodic_callback(grow, 50)


go = TextInput(name="go")
go.on_change("value", start)
curdoc().add_root(column(go, plot))
