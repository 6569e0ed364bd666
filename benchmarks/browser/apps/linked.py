"""Four figures of a million points each, of which all show the same part."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import gridplot
from bokeh.models import ColumnDataSource
from bokeh.plotting import figure


POINTS = 1_000_000

x = np.linspace(0, 100, POINTS)
generator = np.random.default_rng(1)
plots = []
for number in range(4):
    noise = generator.normal(scale=0.2, size=POINTS)
    source = ColumnDataSource(data={"x": x, "y": np.sin(x * (number + 1)) + noise})
    ranges = {"x_range": plots[0].x_range, "y_range": plots[0].y_range} if plots else {}
    plot = figure(width=600, height=350, tools="pan,reset", **ranges)
    plot.line("x", "y", source=source)
    plots.append(plot)
curdoc().add_root(gridplot([plots[:2], plots[2:]], toolbar_location=None))
