"""A figure to look around in, and what Python hears of it."""

from syncd.layouts import column
from syncd.models import Button, Div
from syncd.plotting import curdoc, figure


plot = figure(
    width=500,
    height=400,
    title="around",
    tools="pan,wheel_zoom,box_zoom,save,reset,hover",
    tooltips=[("place", "@x, @y"), ("word", "@word")],
    x_range=(0, 100),
    y_range=(0, 100),
)
plot.scatter(
    "x",
    "y",
    source={"x": [20.0, 50.0, 80.0], "y": [50.0, 50.0, 50.0], "word": ["a", "b", "c"]},
    size=24,
    color="#ff0000",
)

heard = Div(text="x 0 100")
away = Button(label="Away")


def tell(attr: str, old: float, new: float) -> None:
    heard.text = f"x {plot.x_range.start:g} {plot.x_range.end:g}"


def go_away() -> None:
    plot.x_range.update(start=1000, end=1100)


plot.x_range.on_change("start", tell)
plot.x_range.on_change("end", tell)
away.on_click(go_away)
curdoc().add_root(column(plot, away, heard))
