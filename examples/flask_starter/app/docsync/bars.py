"""Bugs found per day, as many days as the page asks for. ``syncd serve`` runs this."""

from random import Random

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, ColumnDataSource
from syncd.plotting import figure


# The route has checked the number, and only its signature lets one in.
arguments = curdoc().session_context.request.arguments
count = int(arguments.get("n", [b"12"])[0])

random = Random(count)  # noqa: S311 - numbers for a picture
days = list(range(1, count + 1))


def count_bugs() -> list[int]:
    """Return a number for each day; every third day somebody tests."""
    return [random.randint(4, 22) + 9 * (day % 3 == 0) for day in days]


def describe(bugs: list[int]) -> str:
    return f"{sum(bugs)} bugs found in {count} days" if count > 1 else "Bugs of one day"


bugs = count_bugs()
source = ColumnDataSource(data={"day": days, "bugs": bugs})

plot = figure(
    height=360,
    sizing_mode="stretch_width",
    title=describe(bugs),
    tools="save",
    tooltips=[("day", "@day"), ("bugs", "@bugs")],
    x_range=(0.25, count + 0.75),
    y_range=(0, 34),
    x_axis_label="day",
    y_axis_label="bugs found",
)
plot.xgrid.visible = False
plot.vbar(
    x="day",
    top="bugs",
    width=0.72,
    source=source,
    fill_color="#2f7bd9",
    fill_alpha=0.85,
    line_color=None,
)


def count_again() -> None:
    bugs = count_bugs()
    source.data["bugs"] = bugs
    plot.title.text = describe(bugs)


again = Button(label="Count again", width=140, sizing_mode="fixed")
again.on_click(count_again)

curdoc().add_root(column(plot, again, spacing=14, sizing_mode="stretch_width"))
curdoc().title = "Bars"
