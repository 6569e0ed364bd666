"""One field that a callback copies into another."""

from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import TextInput


question = TextInput(name="question")
answer = TextInput(name="answer")


def copy(attr, old, new):
    answer.value = new


question.on_change("value", copy)
curdoc().add_root(column(question, answer))
