"""Tabs at every side, and a row in the middle of room of its own."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import Div, TabPanel, Tabs


def tabs(side):
    panels = [TabPanel(child=Div(text=title), title=title) for title in ("one", "two")]
    return Tabs(tabs=panels, tabs_location=side, name=side)


above = Div(text="above", margin=0, name="first")
inner = Div(text="inner", margin=0, name="inner")
apart = row(inner, margin=(11, 22, 33, 44), name="apart")
below = Div(text="below", margin=0, name="last")
sides = [tabs(side) for side in ("above", "right", "below", "left")]
curdoc().add_root(column(above, apart, below, *sides))
