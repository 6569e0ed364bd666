"""A figure in which a unit is as long across as upwards, as wide as its window."""

from syncd.io import curdoc
from syncd.plotting import figure


plot = figure(
    name="plot", height=300, sizing_mode="stretch_width", match_aspect=True, tools="pan"
)
plot.line([0, 10], [0, 10])
curdoc().add_root(plot)
