"""A figure whose rows grow when a button is pressed, with what stands around them."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    Button,
    ColorBar,
    ColumnDataSource,
    HoverTool,
    LinearColorMapper,
    Slope,
)
from syncd.plotting import figure
from syncd.transform import transform


source = ColumnDataSource({"x": [0, 1], "y": [0, 1], "kind": ["first", "first"]})
plot = figure(width=500, height=300, name="growing", title="Growing")
plot.title.align = "center"
plot.scatter("x", "y", size=20, source=source, legend_field="kind")
plot.add_tools(HoverTool(tooltips=[("row", "$index")], mode="vline"))

mapped = ColumnDataSource({"x": [], "y": []})
mapper = LinearColorMapper(["red", "blue"], low=0, high=1)
colourful = figure(width=500, height=300, name="mapped", toolbar_location=None)
colourful.scatter("x", "y", size=30, color=transform("y", mapper), source=mapped)
colourful.add_layout(Slope(gradient=0, y_intercept=0.5))
colourful.add_layout(ColorBar(color_mapper=mapper, title="heights"), "right")


def grow():
    source.stream({"x": [2], "y": [1_000_000], "kind": ["second"]})
    mapped.stream({"x": [0, 1], "y": [0, 1]})


def recolour():
    mapper.palette = ["lime", "black"]


buttons = [Button(label="grow"), Button(label="recolour")]
buttons[0].on_click(grow)
buttons[1].on_click(recolour)
curdoc().add_root(column(*buttons, plot, colourful))
