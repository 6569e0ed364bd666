"""Two columns of as many rows as it is told, of arrays or lists."""

import os

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import ColumnDataSource, TextInput
from bokeh.plotting import figure


ROWS = int(os.environ["ROWS"])
NEW = 10
AS_LISTS = os.environ.get("KIND") == "lists"


def typed(values):
    return values.tolist() if AS_LISTS else values


x = typed(np.arange(ROWS, dtype=float))
waves = [typed(np.sin(np.arange(ROWS) / ROWS + shift)) for shift in range(2)]
source = ColumnDataSource(data={"x": x, "y": waves[0]}, name="source")
plot = figure()
plot.line("x", "y", source=source)
work = TextInput(name="work")


def whole(number):
    source.data["y"] = waves[number % 2]


def stream(number):
    rows = typed(np.arange(number, number + NEW, dtype=float))
    source.stream({"x": rows, "y": rows}, rollover=ROWS)


def patch(number):
    source.patch({"y": [(number * 7919 % ROWS, float(number))]})


def act(attr, old, new):
    name, _, number = new.partition(" ")
    {"whole": whole, "stream": stream, "patch": patch}[name](int(number))


work.on_change("value", act)
curdoc().add_root(column(work, plot))
