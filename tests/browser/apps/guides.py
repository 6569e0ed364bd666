"""What Bokeh's own examples do with layouts that inherit, and legends of a column."""

from syncd.layouts import column, row
from syncd.models import ColumnDataSource, Select, Slider
from syncd.plotting import curdoc, figure


source = ColumnDataSource(
    {
        "fruit": ["apple", "pear", "plum"],
        "count": [1, 2, 3],
        "color": ["#ff0000", "#00ff00", "#0000ff"],
    }
)
plot = figure(x_range=source.data["fruit"], height=300, sizing_mode="stretch_width")
plot.vbar(
    "fruit", top="count", width=0.9, color="color", source=source, legend_field="fruit"
)
plot.line("fruit", "count", source=source, color="#ff00ff", legend_label="all")
plot.xaxis.major_label_orientation = 1

inputs = column(
    Slider(title="one"), Select(options=["a"], value="a", title="two"), width=300
)
page = column(row(inputs, plot, sizing_mode="inherit"), sizing_mode="stretch_width")
squeezed = column(
    Slider(title="three"),
    Select(options=["a"], value="a"),
    height=20,
    sizing_mode="stretch_both",
)
curdoc().add_root(page)
curdoc().add_root(squeezed)
