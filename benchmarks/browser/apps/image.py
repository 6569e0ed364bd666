"""An image of a million cells that changes when a button is pressed."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import Button, ColumnDataSource
from bokeh.plotting import figure


SIDE = 1_000

x, y = np.meshgrid(np.linspace(0, 6, SIDE), np.linspace(0, 6, SIDE))
phase = 0.0


def picture():
    return {"image": [(np.sin(x + phase) * np.cos(y)).astype(np.float32)]}


source = ColumnDataSource(data=picture())
plot = figure(width=600, height=600, x_range=(0, 1), y_range=(0, 1), title="an image")
plot.image("image", x=0, y=0, dw=1, dh=1, palette="Viridis256", source=source)


def redraw():
    global phase  # noqa: PLW0603 - as applications do it
    phase += 0.5
    source.data = picture()


button = Button(label="redraw")
button.on_click(redraw)
curdoc().add_root(column(button, plot))
