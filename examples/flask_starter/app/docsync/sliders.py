"""One sine curve and what shapes it. ``syncd serve`` runs this for each session."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import ColumnDataSource, Slider, TextInput
from syncd.plotting import figure


x = np.linspace(0, 4 * np.pi, 200)
source = ColumnDataSource(data={"x": x, "y": np.sin(x)})

plot = figure(
    height=400,
    width=500,
    title="my sine wave",
    tools="pan,wheel_zoom,reset,hover",
    x_range=(0, 4 * np.pi),
    y_range=(-2.5, 2.5),
    x_axis_label="x",
    y_axis_label="y",
)
plot.line("x", "y", source=source, line_width=3, line_alpha=0.8)

title = TextInput(title="title", value="my sine wave")
offset = Slider(title="offset", value=0.0, start=-5.0, end=5.0, step=0.1)
amplitude = Slider(title="amplitude", value=1.0, start=-5.0, end=5.0, step=0.1)
phase = Slider(title="phase", value=0.0, start=0.0, end=2 * np.pi, step=0.1)
frequency = Slider(title="frequency", value=1.0, start=0.1, end=5.1, step=0.1)


def update_title(attr, old, new):
    plot.title.text = new


def update_curve(attr, old, new):
    y = amplitude.value * np.sin(frequency.value * x + phase.value) + offset.value
    source.data = {"x": x, "y": y}


title.on_change("value", update_title)
for slider in (offset, amplitude, phase, frequency):
    slider.on_change("value", update_curve)

inputs = column(title, offset, amplitude, phase, frequency, spacing=14)
curdoc().add_root(row(inputs, plot, spacing=20))
curdoc().title = "Sliders"
