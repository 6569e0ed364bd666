"""Parts of a page that the application replaces by others."""

from itertools import count

from syncd.layouts import column, gridplot
from syncd.models import Button, Div, TabPanel, Tabs
from syncd.plotting import curdoc, figure


def panels(number):
    return [TabPanel(title=f"Tab {number}", child=Div(text=f"words {number}"))]


def grid(number):
    plot = figure(width=200, height=120, title=f"plot {number}")
    plot.scatter([0, 1], [0, 1])
    return gridplot([[plot]])


tabs = Tabs(tabs=panels(0))
holder = column(grid(0))
numbers = count(1)


plot = figure(width=200, height=120, name="drawn")
plot.scatter([0, 1], [0, 1])


def replace_renderer():
    plot.renderers.pop()
    plot.scatter([0, 1], [0, 1])
    plot.title.text = f"drawing {next(numbers)}"


def replace_tabs():
    tabs.tabs = panels(next(numbers))


def replace_grid():
    holder.children = [grid(next(numbers))]


tabs_button = Button(label="Replace tabs")
tabs_button.on_click(replace_tabs)
grid_button = Button(label="Replace grid")
grid_button.on_click(replace_grid)
renderer_button = Button(label="Replace renderer")
renderer_button.on_click(replace_renderer)
curdoc().add_root(column(tabs_button, grid_button, renderer_button, tabs, holder, plot))
