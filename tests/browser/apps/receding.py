"""What steps back behind others where nobody has said how."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import ColumnDataSource, GlyphRenderer, Scatter
from syncd.plotting import figure


WHERE = {"x_range": (0, 4), "y_range": (0, 4), "width": 400, "height": 300}

rows = ColumnDataSource({"x": [1, 3], "y": [1, 3]})
rows.selected.indices = [0]
dots = figure(name="dots", tools="", background_fill_color="#ffffff", **WHERE)
dots.scatter("x", "y", source=rows, size=30, line_width=60, color="#ff0000")
lines = figure(name="lines", tools="", background_fill_color="#ffffff", **WHERE)
lines.line([0, 4], [1, 1], line_width=20, color="#ff0000")
lines.line([0, 4], [3, 3], line_width=20, color="#ff0000", legend_label="third")
lines.legend.click_policy = "mute"
image = figure(name="image", tools="", background_fill_color="#ffffff", **WHERE)
image.image([[[1]]], x=0, y=0, dw=4, dh=4, palette=["#ff0000"], legend_label="all")
image.legend.click_policy = "mute"
by_hand = figure(name="by_hand", tools="", background_fill_color="#ffffff", **WHERE)
disks = Scatter(
    x="x", y="y", size=30, line_width=60, line_color="#ff0000", fill_color="#ff0000"
)
by_hand.renderers.append(GlyphRenderer(data_source=rows, glyph=disks))
way = ColumnDataSource(
    {"x": [0, 1, 2, 3, 4], "y": [1] * 5, "above": [2] * 5, "high": [3.5] * 5}
)
way.selected.indices = [1, 2]
path = figure(name="path", tools="tap", background_fill_color="#ffffff", **WHERE)
looks = {"line_width": 20, "color": "#ff0000", "selection_color": "#0000ff"}
path.line("x", "y", source=way, **looks)
path.line([0, 4], [3, 3], **looks)
path.step("x", "above", source=way, **looks)
path.varea("x", y1="high", y2=4, source=way, color="#ff0000", selection_color="#0000ff")
for plot in (dots, lines, image, by_hand, path):
    plot.grid.grid_line_color = None

curdoc().add_root(column(dots, lines, image, by_hand, path))
