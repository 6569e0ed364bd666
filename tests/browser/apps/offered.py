"""Menus of toolbars, tabs of one size, names on axes, and a range to drag."""

from syncd.io import curdoc
from syncd.layouts import column, gridplot, row
from syncd.models import (
    ActionItem,
    Button,
    Div,
    Menu,
    RangeTool,
    TabPanel,
    Tabs,
    TextInput,
)
from syncd.plotting import figure


def menu(words):
    return Menu(ActionItem(label=words))


named = figure(name="named", x_range=["a", "b", "c", "d"], height=200, width=300)
named.vbar(x=["a", "b", "c", "d"], top=[1, 2, 3, 4], width=0.8)
named.toolbar.context_menu = menu("of the bar")

focused = Button(label="Focused", name="focused")
place = Div(text="Menu here", name="place", context_menu=menu("of the place"))
written = TextInput(name="written", context_menu=menu("of the field"))
curdoc().add_root(column(row(focused, place, written), named))

tabs = Tabs(
    name="tabs",
    link_layouts=True,
    tabs=[
        TabPanel(title="Small", child=Div(text="little")),
        TabPanel(title="Large", child=Div(text="much", width=320, height=180)),
    ],
)
curdoc().add_root(tabs)

sides = []
for location in ("left", "right"):
    cell = figure(width=150, height=150)
    cell.line([1, 2], [1, 2])
    grid = gridplot([[cell]], toolbar_location=location)
    grid.name = location
    grid.toolbar.context_menu = menu(f"of the {location}")
    sides.append(grid)
curdoc().add_root(row(*sides))

ranged = figure(name="ranged", width=500, height=150, x_range=(0, 100), tools="xpan")
ranged.line([0, 100], [0, 1])
view = figure(width=200, height=100, x_range=(40, 60))
ranged.add_tools(RangeTool(x_range=view.x_range))
curdoc().add_root(ranged)
