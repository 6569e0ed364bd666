"""What stands side by side on a desk, and has no room for that on a phone."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, gridplot
from syncd.models import CheckboxButtonGroup, Div, TabPanel, Tabs
from syncd.plotting import figure


x = np.linspace(0, 10, 50)


def curve(name, **options):
    plot = figure(width=300, height=200, title=name, name=name, **options)
    plot.line(x, np.sin(x))
    return plot


def tabs(location):
    panels = [
        TabPanel(title=title, child=Div(text=f"About {title}"))
        for title in ("Temperature", "Wind", "Rain")
    ]
    return Tabs(tabs=panels, tabs_location=location, name=location)


grid = gridplot([[curve("a"), curve("b")], [curve("c"), None]])
grid.name = "grid"
small = [figure(width=150, height=120, name=name) for name in ("s", "t")]
for each in small:
    each.line(x, x)

told = figure(
    height=260, sizing_mode="stretch_width", title="Told", name="told", x_range=(0, 10)
)
for shift, word in enumerate(["sample", "Cumulative", "Unbelievablylongname"]):
    told.line(x, np.sin(x + shift), legend_label=word)
told.add_layout(told.legend[0], "right")
inside = figure(height=260, sizing_mode="stretch_width", title="Inside", name="inside")
for shift, word in enumerate(["Incomprehensibilities" * 3, "two"]):
    inside.line(x, np.sin(x + shift), legend_label=word)

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
days = CheckboxButtonGroup(name="days", labels=DAYS, active=[0], width=300)
few = CheckboxButtonGroup(name="few", labels=DAYS[:3], active=[0], width=300)
large = '<div style="font-size: 30px">Two lines of<br>large words</div><p>Small</p>'

curdoc().add_root(
    column(
        tabs("left"),
        tabs("right"),
        days,
        few,
        Div(text=large, name="large"),
        Div(text="One line", name="usual"),
        grid,
        gridplot([small], toolbar_location=None),
        inside,
        told,
        sizing_mode="stretch_width",
    )
)
