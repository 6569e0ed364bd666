"""The button and its numbers, as scripts of Bokeh's first releases wrote it.

The columns are edited in place and the change is announced by hand.
"""
# ruff: noqa: NPY002, PLW0603  # applications are written as their authors like

import numpy as np

from syncd.models import Button
from syncd.palettes import RdYlBu3
from syncd.plotting import curdoc, figure, vplot


p = figure(x_range=(0, 100), y_range=(0, 100), toolbar_location=None)
p.border_fill_color = "black"
p.background_fill_color = "black"
p.outline_line_color = None
p.grid.grid_line_color = None

r = p.text(
    x=[],
    y=[],
    text=[],
    text_color=[],
    text_font_size="20pt",
    text_baseline="middle",
    text_align="center",
)

i = 0

ds = r.data_source


def callback():
    global i
    ds.data["x"].append(np.random.random() * 70 + 15)
    ds.data["y"].append(np.random.random() * 70 + 15)
    ds.data["text_color"].append(RdYlBu3[i % 3])
    ds.data["text"].append(str(i))
    ds.trigger("data", ds.data, ds.data)
    i = i + 1


button = Button(label="Press Me")
button.on_click(callback)

curdoc().add_root(vplot(button, p))
