"""Lines and words over the data that people move, and areas in pixels of the canvas."""

from syncd.io import curdoc
from syncd.models import (
    Band,
    ColumnDataSource,
    Div,
    Label,
    PolyAnnotation,
    Span,
)
from syncd.plotting import figure


heard = Div(name="heard", text="nothing")
line = Span(location=4, dimension="height", editable=True, name="limit", line_width=2)
words = Label(x=6, y=5, text="Peak", editable=True, background_fill_color="gold")
plot = figure(
    name="plot", title="plot", x_range=(0, 10), y_range=(0, 10), width=420, height=320
)
plot.add_layout(line)
plot.add_layout(words)
plot.add_layout(
    PolyAnnotation(
        xs=[100, 140, 140, 100],
        ys=[100, 100, 140, 140],
        xs_units="canvas",
        ys_units="canvas",
        fill_color="#ff0000",
        fill_alpha=1,
        line_color=None,
    )
)
columns = ColumnDataSource({"base": [7, 9], "lower": [20, 20], "upper": [60, 60]})
plot.add_layout(
    Band(
        source=columns,
        lower_units="screen",
        upper_units="screen",
        fill_color="#00ff00",
        fill_alpha=1,
        line_color=None,
    )
)


def tell(attr, old, new):
    heard.text = f"line {line.location:.1f}, label {words.x:.1f} {words.y:.1f}"


line.on_change("location", tell)
words.on_change("x", tell)
words.on_change("y", tell)
curdoc().add_root(plot)
curdoc().add_root(heard)
