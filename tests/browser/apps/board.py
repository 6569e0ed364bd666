"""A document with one of everything that the browser tests drive."""

from syncd.layouts import column, row
from syncd.models import Button, ColumnDataSource, Div, Select, Slider, TextInput
from syncd.plotting import curdoc, figure


POINTS = 50

source = ColumnDataSource(
    data={"x": list(range(POINTS)), "y": [0.0] * POINTS}, name="source"
)
plot = figure(height=300, width=400, title="the plot", y_range=(-6, 6))
plot.line("x", "y", source=source, line_width=3)

level = Slider(title="level", start=-5, end=5, step=0.1, value=0, name="level")
caption = TextInput(title="caption", value="the plot")
shade = Select(title="shade", value="navy", options=["navy", "firebrick"])
press = Button(label="Press", name="press")
count = Div(text="pressed 0 times", name="count")
heard = Div(text="heard 0", name="heard")
presses = 0


def move(attr: str, old: float, new: float) -> None:
    source.data["y"] = [new] * POINTS
    heard.text = f"heard {new:g}"


def rename(attr: str, old: str, new: str) -> None:
    plot.title.text = new


def paint(attr: str, old: str, new: str) -> None:
    plot.renderers[0].glyph.line_color = new


def pressed() -> None:
    global presses  # noqa: PLW0603
    presses += 1
    count.text = f"pressed {presses} times"


level.on_change("value", move)
caption.on_change("value", rename)
shade.on_change("value", paint)
press.on_click(pressed)

curdoc().add_root(row(column(caption, level, shade, press, count, heard), plot))
curdoc().title = "Board"
