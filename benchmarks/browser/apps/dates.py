"""A line of 100,000 minutes on an axis of dates."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import Button
from bokeh.plotting import figure


POINTS = 100_000

times = np.datetime64("2026-01-01") + np.arange(POINTS) * np.timedelta64(1, "m")
walk = np.random.default_rng(1).normal(size=POINTS).cumsum()
plot = figure(
    width=800,
    height=400,
    x_axis_type="datetime",
    x_range=(times[0], times[-1]),
    title="minutes",
)
plot.line(times, walk)
ends = [times[-1], times[-POINTS // 10]]


def redraw():
    ends.reverse()
    plot.x_range.end = ends[0]


button = Button(label="redraw")
button.on_click(redraw)
curdoc().add_root(column(button, plot))
