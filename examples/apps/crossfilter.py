"""Cars, seen along any two of their measures.

The menus choose what stands on the axes and what colours and sizes mean. Whatever
is selected in the scatter is counted below, and a bar that is tapped selects its cars.
"""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import ColumnDataSource, Div, Select
from syncd.plotting import figure


COLORS = ["#2f7bd9", "#e8743b", "#12978c", "#9a6ddb", "#d64f8c"]
DIAMETERS = (5, 22)
CYLINDERS = [4, 6, 8]

random = np.random.default_rng(7)


def make_cars(count=400):
    """Return made-up cars whose measures depend on one another as real ones do."""
    year = random.integers(1970, 1983, count)
    cylinders = random.choice(CYLINDERS, count, p=[0.52, 0.22, 0.26])
    weight = 1100 + 260 * (cylinders - 4) + random.normal(0, 170, count)
    power = 42 + 0.045 * (weight - 900) + 9 * (cylinders - 4)
    power += random.normal(0, 11, count)
    economy = 46 - 0.013 * weight - 0.05 * power + 0.55 * (year - 1970)
    economy += random.normal(0, 1.8, count)
    sprint = 24 - 0.055 * power + random.normal(0, 1.1, count)
    maker = random.choice(["America", "Europe", "Japan"], count)
    maker[cylinders == CYLINDERS[-1]] = "America"
    return {
        "Weight (kg)": weight.round(),
        "Power (hp)": power.clip(40).round(),
        "Economy (mpg)": economy.clip(9).round(1),
        "0 to 60 (s)": sprint.clip(7).round(1),
        "Year": year.astype(float),
        "Cylinders": cylinders.astype(str),
        "Maker": maker,
        "Decade": np.char.add((year // 10 * 10).astype(str), "s"),
    }


cars = make_cars()
measures = [name for name, values in cars.items() if values.dtype.kind == "f"]
groups = [name for name in cars if name not in measures]

x = Select(title="X axis", value="Weight (kg)", options=measures)
y = Select(title="Y axis", value="Economy (mpg)", options=measures)
colour = Select(title="Colour", value="Maker", options=groups)
size = Select(title="Size", value="Power (hp)", options=["None", *measures])

source = ColumnDataSource({"x": [], "y": [], "group": [], "color": [], "size": []})
plot = figure(
    height=400,
    sizing_mode="stretch_width",
    tools="pan,wheel_zoom,box_select,lasso_select,tap,reset",
    active_drag="box_select",
    tooltips=[("", "@group"), ("x", "@x"), ("y", "@y")],
)
plot.scatter(
    "x",
    "y",
    source=source,
    size="size",
    color="color",
    fill_alpha=0.55,
    line_alpha=0.9,
    nonselection_fill_alpha=0.08,
    nonselection_line_alpha=0.15,
)

counts = ColumnDataSource({"group": [], "all": [], "selected": [], "color": []})
bars = figure(
    height=190,
    sizing_mode="stretch_width",
    x_range=[],
    tools="tap",
    toolbar_location=None,
    y_axis_label="cars",
    tooltips=[("@group", "@selected of @all")],
)
bars.y_range.start = 0
bars.xgrid.visible = False
look = {"width": 0.7, "color": "color", "line_color": None, "source": counts}
for top, alpha in (("all", 0.25), ("selected", 0.9)):
    bars.vbar("group", top=top, alpha=alpha, nonselection_alpha=alpha, **look)


def redraw(attr=None, old=None, new=None):
    """Show the chosen columns."""
    names = np.unique(cars[colour.value]).tolist()
    palette = dict(zip(names, COLORS, strict=False))
    group = cars[colour.value]
    source.selected.indices = []
    source.data = {
        "x": cars[x.value],
        "y": cars[y.value],
        "group": group,
        "color": [palette[name] for name in group],
        "size": diameters(),
    }
    plot.xaxis.axis_label, plot.yaxis.axis_label = x.value, y.value
    plot.title.text = f"{y.value} by {x.value}"
    bars.title.text = colour.value
    bars.x_range.factors = names
    count()


def diameters():
    """Return the size of each marker in pixels."""
    if size.value == "None":
        return np.full(len(cars["Year"]), 9.0)
    values = cars[size.value]
    return np.interp(values, (values.min(), values.max()), DIAMETERS)


def count(attr=None, old=None, new=None):
    """Count the selected cars of each group, or all if none is selected."""
    group = np.asarray(source.data["group"])
    names = list(bars.x_range.factors)
    chosen = group[source.selected.indices] if source.selected.indices else group
    counts.data = {
        "group": names,
        "all": [int((group == name).sum()) for name in names],
        "selected": [int((chosen == name).sum()) for name in names],
        "color": COLORS[: len(names)],
    }


def choose(attr, old, new):
    """Select the cars of the bars that were tapped."""
    names = [counts.data["group"][index] for index in new]
    source.selected.indices = np.flatnonzero(
        np.isin(source.data["group"], names)
    ).tolist()


def fit(attr, old, new):
    """Show all of the columns on the axes, whatever part of others was in sight."""
    for seen in (plot.x_range, plot.y_range):
        seen.update(start=None, end=None)


for menu in (x, y, colour, size):
    menu.on_change("value", redraw)
for menu in (x, y):
    menu.on_change("value", fit)
source.selected.on_change("indices", count)
counts.selected.on_change("indices", choose)
redraw()

intro = Div(
    text="<h1>Crossfilter</h1><p>Choose the axes, then drag over cars to count them."
    " Tap a bar to find its cars.</p>"
)
for menu in (x, y, colour, size):
    menu.sizing_mode = "stretch_width"
menus = row(x, y, colour, size, spacing=16, sizing_mode="stretch_width")
curdoc().add_root(
    column(intro, menus, plot, bars, spacing=16, sizing_mode="stretch_width")
)
curdoc().title = "Crossfilter"
