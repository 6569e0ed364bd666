"""One figure for each kind of annotation; their names say which."""

from syncd.layouts import column
from syncd.models import (
    Arrow,
    Band,
    BoxAnnotation,
    Button,
    ColorBar,
    ColumnDataSource,
    Label,
    LabelSet,
    LinearAxis,
    LinearColorMapper,
    NormalHead,
    PolyAnnotation,
    Range1d,
    Slope,
    Span,
    Title,
    Whisker,
)
from syncd.plotting import curdoc, figure


RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"
plots = []


def plot(name, **options):
    made = figure(
        name=name,
        tools="",
        width=400,
        height=200,
        toolbar_location=None,
        **{"x_range": (0, 4), "y_range": (0, 4)} | options,
    )
    made.grid.grid_line_color = None
    plots.append(made)
    return made


lines = plot("lines")
span = Span(location=1, dimension="height", line_width=8, line_color=RED)
lines.add_layout(span)
lines.renderers.append(Span(location=3, line_width=8, line_color=GREEN))
lines.add_layout(Slope(gradient=0.5, y_intercept=0, line_width=8, line_color=BLUE))

boxes = plot("boxes")
solid = {"fill_alpha": 1, "line_color": None}
boxes.add_layout(BoxAnnotation(left=3, fill_color=RED, **solid))
boxes.add_layout(
    BoxAnnotation(left=1, right=2, bottom=1, top=3, fill_color=GREEN, **solid)
)
boxes.add_layout(
    PolyAnnotation(xs=[2, 2.8, 2.4], ys=[0, 0, 4], fill_color=BLUE, **solid)
)

data = ColumnDataSource(
    {"base": [0.0, 2.0], "lower": [1.0, 1.0], "upper": [2.0, 2.0], "t": ["one", "two"]}
)
between = plot("between")
between.add_layout(Band(source=data, fill_color=RED, **solid))
between.add_layout(Whisker(source=data, line_width=8, line_color=BLUE))
between.add_layout(
    Arrow(
        x_start=3.5,
        y_start=0.5,
        x_end=3.5,
        y_end=3.5,
        line_width=4,
        line_color=BLUE,
        end=NormalHead(size=30, fill_color=GREEN, line_color=None),
    )
)

words = plot("words")
big = {"text_font_size": "30px", "text_baseline": "middle"}
words.add_layout(
    LabelSet(source=data, x="base", y="lower", text="t", text_color=RED, **big)
)
words.add_layout(
    Label(x=3, y=3, text="here", background_fill_color=BLUE, text_color=GREEN, **big)
)
words.add_layout(Title(text="a second title"), "above")

colours = plot("colours")
mapper = LinearColorMapper(palette=[RED, GREEN, BLUE], low=0, high=3)
colours.add_layout(ColorBar(color_mapper=mapper, title="how much", width=16), "right")

twin = plot("twin")
twin.extra_y_ranges = {"other": Range1d(0, 40)}
twin.add_layout(LinearAxis(y_range_name="other"), "right")
twin.quad([1], [2], [20], [10], color=RED, y_range_name="other")
twin.add_layout(Span(location=30, line_width=8, line_color=BLUE, y_range_name="other"))


def move() -> None:
    span.location = 2
    data.data["upper"] = [3.0, 3.0]
    twin.extra_y_ranges["other"].end = 20


button = Button(label="Move")
button.on_click(move)
curdoc().add_root(column(button, *plots))
