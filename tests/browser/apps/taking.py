"""Columns that take the rest of rows which no author has given a width."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import Button, Div, Select, Slider
from syncd.plotting import figure


def wide():
    plot = figure(width=800, height=120, toolbar_location=None)
    plot.line([1, 2], [1, 2])
    return plot


def fields(name):
    return column(
        Slider(title="Year", start=2012, end=2020, value=2014),
        Select(title="Brand", value="a", options=["a", "b"]),
        sizing_mode="stretch_width",
        name=name,
    )


text = Div(text="Words that would be a long line of their own. " * 8)
curdoc().add_root(row(wide(), fields("fields")))
curdoc().add_root(row(fields("one"), fields("two")))
curdoc().add_root(
    row(wide(), column(Button(label="Go"), sizing_mode="stretch_width", name="little"))
)
curdoc().add_root(
    row(
        wide(),
        column(text, sizing_mode="stretch_width", name="words"),
        sizing_mode="stretch_width",
    )
)
