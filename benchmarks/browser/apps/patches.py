"""2,000 shapes of twelve corners each."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import Button, ColumnDataSource
from bokeh.palettes import Viridis256
from bokeh.plotting import figure


SHAPES, CORNERS, ACROSS = 2_000, 12, 50

generator = np.random.default_rng(1)
turns = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
xs, ys, colours = [], [], []
for shape in range(SHAPES):
    radii = generator.uniform(0.3, 0.6, CORNERS)
    xs.append((shape % ACROSS + radii * np.cos(turns)).tolist())
    ys.append((shape // ACROSS + radii * np.sin(turns)).tolist())
    colours.append(Viridis256[int(generator.integers(256))])
source = ColumnDataSource(data={"xs": xs, "ys": ys, "color": colours})
plot = figure(width=800, height=600, x_range=(-1, 50), y_range=(-1, 40))
plot.patches("xs", "ys", fill_color="color", line_color="white", source=source)


def redraw():
    plot.x_range.end = 100.5 - plot.x_range.end


button = Button(label="redraw")
button.on_click(redraw)
curdoc().add_root(column(button, plot))
