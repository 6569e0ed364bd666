"""A figure that fills the window."""

from syncd.io import curdoc
from syncd.plotting import figure


plot = figure(sizing_mode="stretch_both", name="tall")
plot.line([1, 2, 3], [3, 1, 2])
curdoc().add_root(plot)
