"""A line that 1,000 points are streamed to 20 times a second, of which 100,000 stay."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import Button, ColumnDataSource
from bokeh.plotting import figure


POINTS, ROLLOVER, EVERY_MS = 1_000, 100_000, 50

generator = np.random.default_rng(1)


def rows(begin, count):
    x = np.arange(begin, begin + count, dtype=float)
    return {"x": x, "y": np.sin(x / 5_000) + generator.normal(scale=0.1, size=count)}


source = ColumnDataSource(data=rows(0, ROLLOVER))
plot = figure(width=800, height=400, title="growing")
plot.line("x", "y", source=source)
end = ROLLOVER


def grow():
    global end  # noqa: PLW0603 - as applications do it
    source.stream(rows(end, POINTS), rollover=ROLLOVER)
    end += POINTS


def start():
    curdoc().add_periodic_callback(grow, EVERY_MS)


button = Button(label="start")
button.on_click(start)
curdoc().add_root(column(button, plot))
