"""Numbers in cells: what stands on, hangs from or is around a line has nothing below."""

from syncd.io import curdoc
from syncd.models import Range1d
from syncd.plotting import figure


plot = figure(
    name="plot",
    width=400,
    height=400,
    x_range=Range1d(0, 4),
    y_range=Range1d(0, 4),
    toolbar_location=None,
)
plot.grid.visible = False
looks = {"text_font_size": "60px", "text_align": "center", "text_color": "#ff0000"}
for x, baseline in enumerate(("bottom", "middle", "top")):
    plot.text([x + 1], [2], ["1"], text_baseline=baseline, **looks)
curdoc().add_root(plot)
