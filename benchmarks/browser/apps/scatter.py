"""100,000 markers with a size, a colour and an opacity each, to be drawn, pointed at and selected."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column, row
from bokeh.models import Button, ColumnDataSource
from bokeh.plotting import figure


POINTS = 100_000
COLOURS = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b"]

generator = np.random.default_rng(1)
source = ColumnDataSource(
    data={
        "x": generator.normal(size=POINTS),
        "y": generator.normal(size=POINTS),
        "size": generator.uniform(3, 10, POINTS),
        "color": generator.choice(COLOURS, POINTS).tolist(),
        "alpha": generator.uniform(0.2, 0.9, POINTS),
    }
)
plot = figure(
    width=800,
    height=500,
    x_range=(-4, 4),
    y_range=(-4, 4),
    tools="box_select,lasso_select,hover",
    active_drag="box_select",
    tooltips=[("size", "@size")],
    title="100,000 markers",
)
plot.scatter(
    "x",
    "y",
    size="size",
    color="color",
    alpha="alpha",
    marker="circle",
    source=source,
)


def redraw():
    plot.x_range.end = 8 - plot.x_range.end + 0.5


def patch():
    source.patch({"size": [(0, float(generator.uniform(3, 10)))]})


buttons = []
for act in (redraw, patch):
    button = Button(label=act.__name__)
    button.on_click(act)
    buttons.append(button)
curdoc().add_root(column(row(*buttons), plot))
