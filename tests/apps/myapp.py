"""A button that puts the next number at a random place.

The example of Bokeh's user guide; nothing but the imports differs.
"""
# ruff: noqa: C408, PLW0603  # applications are written as their authors like

from random import random

from syncd.layouts import column
from syncd.models import Button
from syncd.palettes import RdYlBu3
from syncd.plotting import curdoc, figure


# a black plot without axes to speak of
p = figure(x_range=(0, 100), y_range=(0, 100), toolbar_location=None)
p.border_fill_color = "black"
p.background_fill_color = "black"
p.outline_line_color = None
p.grid.grid_line_color = None

# texts, of which there are none at first
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


# every press adds one text, in one step with a new dict
def callback():
    global i

    new_data = dict()
    new_data["x"] = ds.data["x"] + [random() * 70 + 15]
    new_data["y"] = ds.data["y"] + [random() * 70 + 15]
    new_data["text_color"] = ds.data["text_color"] + [RdYlBu3[i % 3]]
    new_data["text"] = ds.data["text"] + [str(i)]
    ds.data = new_data

    i = i + 1


button = Button(label="Press Me")
button.on_click(callback)

curdoc().add_root(column(button, p))
