"""Figures that have little room, alone and side by side."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, gridplot
from syncd.plotting import figure


x = np.linspace(0, 10, 50)


def curve(name, width):
    plot = figure(width=width, height=200, title=f"Panel {name}", name=name)
    plot.line(x, np.sin(x))
    return plot


alone = [curve(f"wide{width}", width) for width in (180, 250, 300)]
grid = gridplot([curve(f"cell{number}", 220) for number in range(5)], ncols=5)
grid.name = "grid"
curdoc().add_root(column(*alone, grid))
