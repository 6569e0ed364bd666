"""One figure for each thing that is drawn; their names say which."""

from datetime import datetime

from syncd.layouts import column
from syncd.models import ColumnDataSource
from syncd.plotting import curdoc, figure


RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"
SIZE = {"width": 400, "height": 200, "toolbar_location": None}


def plot(name, **options):
    made = figure(name=name, **{**SIZE, **options})
    made.grid.grid_line_color = None
    return made


log = plot("log", y_axis_type="log", x_range=(0, 4), y_range=(1, 10_000))
log.scatter([1, 2, 3], [10, 100, 1000], size=12, color=RED)

factor = plot("factor", x_range=["ape", "bear", "cat"], y_range=(0, 10))
factor.vbar(
    x=["ape", "bear", "cat"], top=[2, 6, 9], width=0.8, color=[RED, GREEN, BLUE]
)

time = plot(
    "time",
    x_axis_type="datetime",
    x_range=(datetime(2026, 1, 1), datetime(2026, 1, 5)),  # noqa: DTZ001
    y_range=(0, 2),
)
time.scatter([datetime(2026, 1, 2)], [1], size=12, color=RED)  # noqa: DTZ001

words = plot("text", x_range=(0, 4), y_range=(0, 2))
words.text(
    [1, 3],
    [1, 1],
    ["left", "right"],
    text_color=[RED, BLUE],
    text_font_size="30px",
    text_align="center",
    text_baseline="middle",
)

unsorted = plot("unsorted", x_range=(0, 4), y_range=(0, 4))
unsorted.line([1, 3, 3, 1, 1], [1, 1, 3, 3, 1], line_color=RED, line_width=6)

two = plot("two", x_range=(0, 4), y_range=(0, 4))
first = ColumnDataSource(data={"x": [0.0, 4.0], "y": [1.0, 1.0]})
second = ColumnDataSource(data={"x": [0, 1, 2, 3, 4], "y": [3, 3, 3, 3, 3]})
two.line("x", "y", source=first, line_color=RED, line_width=6)
two.line("x", "y", source=second, line_color=BLUE, line_width=6)

noise = plot("noise", x_range=(0, 10_000), y_range=(-2, 2))
heights = [1 if row % 2 else -1 for row in range(10_000)]
noise.line(list(range(10_000)), heights, color=RED, alpha=0.5, line_width=3)

reverse = plot("reversed", x_range=(10, 0), y_range=(0, 2))
reverse.scatter([2], [1], size=12, color=RED)

gap = plot("gap", x_range=(0, 4), y_range=(0, 2))
nothing = float("nan")
gap.line([0, 1, 2, 3, 4], [1, 1, nothing, 1, 1], line_color=RED, line_width=6)

bare = plot("empty")
bare.line([], [])

curdoc().add_root(
    column(log, factor, time, words, unsorted, two, noise, reverse, gap, bare)
)
