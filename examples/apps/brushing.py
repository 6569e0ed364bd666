"""Three measures of birds against one another: what is selected in one is in all.

Every figure draws from the same source, and those of a row or a column of the grid have
a range in common. The table below shows the selected rows.
"""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, gridplot
from syncd.models import (
    ColumnDataSource,
    DataRange1d,
    DataTable,
    Div,
    FactorRange,
    TableColumn,
)
from syncd.plotting import figure
from syncd.transform import factor_cmap, jitter


MEASURES = {
    "bill": "bill (mm)",
    "flipper": "flipper (mm)",
    "mass": "mass (kg)",
}
KINDS = {  # means of the measures
    "Adélie": (38.8, 190, 3.70),
    "Chinstrap": (48.8, 196, 3.73),
    "Gentoo": (47.5, 217, 5.08),
}
COLORS = ["#2f7bd9", "#e8743b", "#12978c"]
SPREADS = (2.7, 6.5, 0.42)
EACH = 90

random = np.random.default_rng(8)
built = random.normal(0, 0.6, EACH * len(KINDS))
kind = np.repeat(list(KINDS), EACH)
data = {"kind": kind}
for at, name in enumerate(MEASURES):
    mean = np.repeat([means[at] for means in KINDS.values()], EACH)
    noise = random.normal(0, 0.8, len(kind))
    data[name] = (mean + SPREADS[at] * (built + noise)).round(2)

source = ColumnDataSource(data)
ranges = {name: DataRange1d(range_padding=0.1) for name in MEASURES}
kinds = FactorRange(factors=list(KINDS))
color = factor_cmap("kind", palette=COLORS, factors=list(KINDS))
tips = [("", "@kind"), *((text, f"@{name}") for name, text in MEASURES.items())]


def make_figure(across, along):
    """Return the scatter of two measures, or a strip for each kind if they are one."""
    alone, first, last = across == along, across == "bill", along == "mass"
    plot = figure(
        name=f"{across} of each kind" if alone else f"{along} by {across}",
        height=250 if last else 220,
        x_range=ranges[across],
        y_range=kinds if alone else ranges[along],
        x_axis_label=MEASURES[across] if last else None,
        y_axis_label=None if alone else MEASURES[along],
        min_border_left=60 if first else 8,
        min_border_bottom=48 if last else 20,
        tools="pan,wheel_zoom,box_select,lasso_select,reset",
        active_drag="box_select",
        tooltips=tips,
    )
    plot.yaxis.visible = first
    plot.yaxis.major_label_orientation = "vertical" if alone else "horizontal"
    plot.scatter(
        across,
        jitter("kind", 0.5, range=kinds) if alone else along,
        source=source,
        color=color,
        size=6,
        alpha=0.65,
        nonselection_alpha=0.08,
    )
    return plot


grid = gridplot(
    [[make_figure(across, along) for across in MEASURES] for along in MEASURES],
    sizing_mode="stretch_width",
)

chosen = ColumnDataSource()
title = Div()
table = DataTable(
    source=chosen,
    columns=[TableColumn(field="kind", title="kind", width=160)]
    + [TableColumn(field=name, title=text) for name, text in MEASURES.items()],
    index_position=None,
    height=250,
    sizing_mode="stretch_width",
)


def tell(attr=None, old=None, new=()):
    """List the selected birds, or all if none is selected."""
    rows = new or range(len(kind))
    chosen.data = {name: values[list(rows)] for name, values in data.items()}
    title.text = f"<h2>{len(rows)} of {len(kind)} birds</h2>"


source.selected.on_change("indices", tell)
tell()

intro = Div(
    text="<h1>Linked brushing</h1><p>Drag over birds in any of the figures; the others"
    " and the table follow. Escape lets them go.</p>"
)
curdoc().add_root(
    column(intro, grid, title, table, spacing=12, sizing_mode="stretch_width")
)
curdoc().title = "Linked brushing"
