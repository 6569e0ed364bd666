"""The same markers thrice: once few enough to be drawn one by one."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import row
from syncd.models import ColumnDataSource
from syncd.plotting import figure


SHOWN, HIDDEN = 400, 3_000
MARKERS = ["circle", "square", "triangle", "star", "cross", "circle_x", "dot"]
COLORS = ["#1f77b4", "tomato", "rgba(20, 130, 40, 0.5)"]

chance = np.random.default_rng(1)
data = {
    "x": chance.uniform(0, 10, SHOWN).tolist(),
    "y": chance.uniform(0, 10, SHOWN).tolist(),
    "size": chance.uniform(3, 20, SHOWN).tolist(),
    "color": chance.choice(COLORS, SHOWN).tolist(),
    "alpha": chance.uniform(0.3, 1, SHOWN).tolist(),
    "marker": chance.choice(MARKERS, SHOWN).tolist(),
}
nowhere = {name: [column[0]] * HIDDEN for name, column in data.items()}
nowhere["x"] = [float("nan")] * HIDDEN

figures = []
for name, columns in {
    "few": data,
    "many": {name: column + nowhere[name] for name, column in data.items()},
    "more": {name: column + 2 * nowhere[name] for name, column in data.items()},
}.items():
    plot = figure(width=400, height=400, x_range=(0, 10), y_range=(0, 10), name=name)
    plot.scatter(
        "x",
        "y",
        size="size",
        color="color",
        alpha="alpha",
        marker="marker",
        source=ColumnDataSource(columns),
    )
    figures.append(plot)
curdoc().add_root(row(*figures))
