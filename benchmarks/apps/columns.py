"""A column that is filled as somebody asks."""

import functools

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import ColumnDataSource, TextInput
from bokeh.plotting import figure


source = ColumnDataSource(data={"y": np.zeros(1)}, name="source")
wanted = TextInput(name="wanted")
plot = figure(height=400, width=400)
plot.scatter("y", "y", source=source)


@functools.cache
def numbers(kind, size, turn):
    array = np.random.default_rng(turn).random(size)
    return array.tolist() if kind == "list" else array


def fill(attr, old, new):
    kind, size, turn = new.split()
    source.data = {"y": numbers(kind, int(size), int(turn))}


wanted.on_change("value", fill)
curdoc().add_root(column(wanted, plot))
