"""One curve of 200 points and what shapes it."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column, row
from bokeh.models import ColumnDataSource, Slider, TextInput
from bokeh.plotting import figure


N = 200
x = np.linspace(0, 4 * np.pi, N)
source = ColumnDataSource(data={"x": x, "y": np.sin(x)}, name="source")

plot = figure(
    height=400,
    width=400,
    title="my sine wave",
    tools="crosshair,pan,reset,save,wheel_zoom",
    x_range=(0, 4 * np.pi),
    y_range=(-2.5, 2.5),
)
plot.line("x", "y", source=source, line_width=3, line_alpha=0.6)

text = TextInput(title="title", value="my sine wave", name="text")
offset = Slider(title="offset", value=0.0, start=-5.0, end=5.0, step=0.1, name="offset")
amplitude = Slider(
    title="amplitude", value=1.0, start=-5.0, end=5.0, step=0.1, name="amplitude"
)
phase = Slider(title="phase", value=0.0, start=0.0, end=2 * np.pi)
freq = Slider(title="frequency", value=1.0, start=0.1, end=5.1, step=0.1)


def update_title(attrname, old, new):
    plot.title.text = text.value


def update_data(attrname, old, new):
    a, b, w, k = amplitude.value, offset.value, phase.value, freq.value
    x = np.linspace(0, 4 * np.pi, N)
    source.data = {"x": x, "y": a * np.sin(k * x + w) + b}


text.on_change("value", update_title)
for slider in (offset, amplitude, phase, freq):
    slider.on_change("value", update_data)

inputs = column(text, offset, amplitude, phase, freq)
curdoc().add_root(row(inputs, plot, width=800))
curdoc().title = "Sliders"
