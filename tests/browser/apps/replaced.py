"""Tabs that the application replaces by others."""

from itertools import count

from syncd.layouts import column
from syncd.models import Button, Div, TabPanel, Tabs
from syncd.plotting import curdoc


def panels(number):
    return [TabPanel(title=f"Tab {number}", child=Div(text=f"words {number}"))]


tabs = Tabs(tabs=panels(0))
button = Button(label="Replace")
numbers = count(1)


def replace():
    tabs.tabs = panels(next(numbers))


button.on_click(replace)
curdoc().add_root(column(button, tabs))
