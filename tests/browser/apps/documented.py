"""A figure whose tooltips are small documents."""

from syncd.io import curdoc
from syncd.models import HoverTool, Styles
from syncd.models.dom import HTML, Index, ValueRef
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
curdoc().add_root(plot)
