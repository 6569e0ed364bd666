"""Two figures with one range, and a button that gives one of them more data."""

from syncd.layouts import column
from syncd.models import Button, ColumnDataSource
from syncd.plotting import curdoc, figure


SIZE = {"width": 400, "height": 200, "toolbar_location": None, "y_range": (0, 2)}

first = figure(name="first", **SIZE)
first.scatter([0, 10], [1, 1], size=14, color="#ff0000")

source = ColumnDataSource(data={"x": [10, 20], "y": [1, 1]})
second = figure(name="second", x_range=first.x_range, **SIZE)
second.scatter("x", "y", source=source, size=14, color="#0000ff")

more = Button(label="More")
more.on_click(lambda: source.stream({"x": [40], "y": [1]}))
curdoc().add_root(column(first, second, more))
