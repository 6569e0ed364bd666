"""A column to be replaced from outside, and one field that is copied into another."""

import numpy as np
from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import ColumnDataSource, TextInput
from bokeh.plotting import figure


source = ColumnDataSource(data={"y": np.zeros(1)}, name="source")
plot = figure(height=400, width=400)
plot.scatter("y", "y", source=source)

question = TextInput(name="question")
answer = TextInput(name="answer")


def copy(attr, old, new):
    answer.value = new


question.on_change("value", copy)
curdoc().add_root(column(question, answer, plot))
