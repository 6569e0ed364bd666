"""A cloud of points, and how those that are selected are distributed.

Dragging over the cloud selects points. The histograms at two of its sides share its
ranges; in each, the selected points stand before all of them.
"""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, gridplot
from syncd.models import ColumnDataSource, Div
from syncd.plotting import figure


POINT, CHOSEN = "#2f7bd9", "#e8743b"
BINS, SIDE = 40, 130

random = np.random.default_rng(5)
x = np.concatenate([random.normal(0, 1.4, 1600), random.normal(4.5, 0.9, 900)])
y = np.concatenate([random.normal(1, 1.1, 1600), random.normal(3.4, 1.2, 900)])
y += 0.3 * x

points = ColumnDataSource({"x": x, "y": y})
cloud = figure(
    name="Points",
    height=420,
    sizing_mode="stretch_width",
    x_range=(-5, 8),
    y_range=(-4, 9),
    tools="pan,wheel_zoom,box_select,lasso_select,reset",
    active_drag="lasso_select",
    min_border_left=52,
)
cloud.scatter(
    "x",
    "y",
    source=points,
    size=5,
    color=POINT,
    alpha=0.55,
    selection_color=CHOSEN,
    selection_alpha=0.8,
    nonselection_color=POINT,
    nonselection_alpha=0.15,
)


def make_bins(values):
    """Return a source of the bins of some values, and their edges."""
    counts, edges = np.histogram(values, bins=BINS)
    source = ColumnDataSource(
        {
            "left": edges[:-1],
            "right": edges[1:],
            "all": counts,
            "chosen": np.zeros(BINS, int),
        }
    )
    return source, edges


x_bins, x_edges = make_bins(x)
y_bins, y_edges = make_bins(y)
plain = {"tools": "", "toolbar_location": None}
heading = Div()

across = figure(
    name="Histogram along x",
    height=SIDE,
    sizing_mode="stretch_width",
    x_range=cloud.x_range,
    min_border_left=52,
    **plain,
)
beside = figure(
    name="Histogram along y",
    width=SIDE,
    height=420,
    y_range=cloud.y_range,
    y_axis_location="right",
    **plain,
)
for top, color, alpha in (("all", POINT, 0.5), ("chosen", CHOSEN, 0.9)):
    look = {"fill_color": color, "fill_alpha": alpha, "line_color": None}
    across.quad("left", "right", top, 0, source=x_bins, **look)
    beside.quad(0, top, "right", "left", source=y_bins, **look)
across.y_range.start = beside.x_range.start = 0
across.xgrid.visible = beside.ygrid.visible = False


def count(attr=None, old=None, new=()):
    """Count the selected points of each bin."""
    chosen = list(new)
    x_bins.data["chosen"] = np.histogram(x[chosen], bins=x_edges)[0]
    y_bins.data["chosen"] = np.histogram(y[chosen], bins=y_edges)[0]
    words = f"{len(chosen):,} of {len(x):,} points" if chosen else f"{len(x):,} points"
    heading.text = f"<h2>{words}</h2>"


points.selected.on_change("indices", count)
count()

grid = gridplot([[cloud, beside], [across, None]])
grid.sizing_mode = "stretch_width"
intro = Div(
    text="<h1>Selection and histograms</h1><p>Draw a loop around some points to see how"
    " they are distributed. With shift you add to them, Escape lets them go.</p>"
)
curdoc().add_root(
    column(
        intro,
        heading,
        grid,
        spacing=8,
        sizing_mode="stretch_width",
    )
)
curdoc().title = "Selection and histograms"
