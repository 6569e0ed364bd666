"""A figure whose rows grow when a button is pressed, with what stands around them."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    Button,
    ColumnDataSource,
    HoverTool,
    LinearColorMapper,
)
from syncd.plotting import figure
from syncd.transform import transform


source = ColumnDataSource({"x": [0, 1], "y": [0, 1], "kind": ["first", "first"]})
plot = figure(width=500, height=300, name="growing", title="Growing")
plot.title.align = "center"
plot.scatter("x", "y", size=20, source=source)

# What is told about sizes would have it shown anew, too: here they stay.
level = figure(width=500, height=300, name="level", x_range=(0, 3), y_range=(0, 3))
level.frame_align = False
level.scatter("x", "x", size=20, source=source, legend_field="kind")
level.add_tools(HoverTool(tooltips=[("row", "$index")], mode="vline"))

mapped = ColumnDataSource({"x": [], "y": []})
mapper = LinearColorMapper(["red", "blue"], low=0, high=1)
colourful = figure(width=500, height=300, name="mapped", toolbar_location=None)
colourful.scatter("x", "y", size=30, color=transform("y", mapper), source=mapped)


def grow():
    source.stream({"x": [2], "y": [1_000_000], "kind": ["second"]})
    mapped.stream({"x": [0, 1], "y": [0, 1]})


def recolour():
    mapper.palette = ["lime", "black"]


buttons = [Button(label="grow"), Button(label="recolour")]
buttons[0].on_click(grow)
buttons[1].on_click(recolour)
curdoc().add_root(column(*buttons, plot, level, colourful))
