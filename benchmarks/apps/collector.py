"""Collects all garbage when asked, and tells how long everybody had to wait."""

import gc
import time

from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import TextInput


question = TextInput(name="question")
answer = TextInput(name="answer")


def collect(attr, old, new):
    began = time.perf_counter()
    gc.collect()
    answer.value = f"{time.perf_counter() - began} {new}"


question.on_change("value", collect)
curdoc().add_root(column(question, answer))
