"""A document of as many models as it is told to have, nearly all of them idle."""

import os

from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import Slider, TextInput


REST = 5

question = TextInput(name="question")
answer = TextInput(name="answer")
change = TextInput(name="change")
place = column(answer)
sliders = [
    Slider(title=f"slider {number}", start=0, end=10, step=0.1, value=number % 10)
    for number in range(int(os.environ["MODELS"]) - REST)
]


def copy(attr, old, new):
    answer.value = new


def replace(attr, old, new):
    place.children = [TextInput(value=new)]


question.on_change("value", copy)
change.on_change("value", replace)
curdoc().add_root(column(question, change, place, *sliders))
