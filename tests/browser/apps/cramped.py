"""Figures that have little room, alone and side by side."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, gridplot, row
from syncd.models import Button, Div, RadioButtonGroup, Spinner
from syncd.plotting import figure


x = np.linspace(0, 10, 50)


def curve(name, width):
    plot = figure(width=width, height=200, title=f"Panel {name}", name=name)
    plot.line(x, np.sin(x))
    return plot


alone = [curve(f"wide{width}", width) for width in (180, 250, 300)]
grid = gridplot([curve(f"cell{number}", 220) for number in range(5)], ncols=5)
grid.name = "grid"

PERIODS = ["Day", "Week", "Month", "A whole year", "What nobody has counted yet"]
DYE = ".bk-btn { background: rgb(9, 8, 7) } .bk-btn.bk-active { background: rgb(1, 2, 3) }"
choices = RadioButtonGroup(name="choices", labels=PERIODS, active=1)
dyed = RadioButtonGroup(name="dyed", labels=["Off", "On"], active=1, stylesheets=[DYE])
reached = Div(name="reached", text="no")
reachable = Button(label="Reachable", width=120)
reachable.on_click(lambda: reached.update(text="yes"))
reaching = Div(text='<p style="margin-left: -200px; height: 60px">words</p>', width=90)


def thumbnail(name, place, width, height):
    plot = figure(width=width, height=height, title="T", name=name)
    for slope in range(3):
        plot.line([0, 2], [0, slope], legend_label=f"line {slope}")
    plot.add_layout(plot.legend[0], place)
    return plot


flat = thumbnail("flat", "above", 120, 100)
thin = thumbnail("thin", "right", 150, 140)
large = thumbnail("large", "above", 220, 200)
elastic = thumbnail("elastic", "above", 220, 200)
elastic.sizing_mode = "stretch_both"
elastic.min_height = 0

curdoc().add_root(column(*alone, grid))
curdoc().add_root(column(flat, thin, large))
curdoc().add_root(
    column(elastic, name="vessel", height=200, sizing_mode="stretch_width")
)
curdoc().add_root(column(choices, dyed, row(reachable, reaching), reached, width=200))
curdoc().add_root(Spinner(name="number", title="Number", value=300, width=90))
