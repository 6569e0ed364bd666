"""Looks at all objects when asked, and tells how long everybody had to wait.

A server may exempt objects from collections; here none is, as when it looks at
all of them itself.
"""

import gc
import time

from bokeh.io import curdoc
from bokeh.layouts import column
from bokeh.models import TextInput


question = TextInput(name="question")
answer = TextInput(name="answer")


def collect(attr, old, new):
    gc.unfreeze()
    began = time.perf_counter()
    gc.collect()
    seconds = time.perf_counter() - began
    gc.freeze()
    answer.value = f"{seconds} {new}"


question.on_change("value", collect)
curdoc().add_root(column(question, answer))
