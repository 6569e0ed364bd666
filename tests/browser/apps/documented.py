"""A figure whose tooltips are small documents."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import ColumnDataSource, HoverTool, Styles
from syncd.models.dom import HTML, ColorRef, Index, ValueRef
from syncd.plotting import figure


plot = figure(
    name="plot", width=400, height=300, tools="", x_range=(0, 2), y_range=(0, 2)
)
plot.scatter([1], [1], size=40)
plot.add_tools(
    HoverTool(
        tooltips=HTML(
            html=[
                "<b>#",
                Index(),
                "</b> ",
                ValueRef(field="x", format="%.2f", formatter="printf"),
            ],
            style=Styles(color="#ff0000"),
        )
    )
)

source = ColumnDataSource({"x": [1], "y": [1], "paint": ["tomato"]})
painted = figure(
    name="painted", width=400, height=300, tools="", x_range=(0, 2), y_range=(0, 2)
)
painted.scatter("x", "y", size=40, color="paint", source=source)
both = ColorRef(field="paint")
words = ColorRef(field="paint", swatch=False)
swatch = ColorRef(field="paint", hex=False)
places = ["<p>", both, "</p><p>", words, "</p><p>", swatch, "</p>"]
painted.add_tools(HoverTool(tooltips=HTML(html=places)))
curdoc().add_root(column(plot, painted))
