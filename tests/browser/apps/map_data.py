"""A map that shows where its data are, wherever they go."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, ColumnDataSource
from syncd.plotting import figure


METRES = 1e6
source = ColumnDataSource({"x": [0.0, METRES], "y": [0.0, METRES / 10]})
p = figure(
    name="map",
    width=400,
    height=350,
    x_axis_type="mercator",
    y_axis_type="mercator",
    tools="pan,reset",
)
p.add_tile({"url": "/tiles/{Z}/{X}/{Y}.svg", "attribution": ""})
p.scatter("x", "y", source=source, size=20)


def leave() -> None:
    source.data = {"x": [8 * METRES, 9 * METRES], "y": [4 * METRES, 7 * METRES]}


button = Button(label="Elsewhere")
button.on_click(leave)
curdoc().add_root(column(button, p))
