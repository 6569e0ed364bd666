"""An application as its author writes it; type-checked, never run.

Every ``type: ignore`` is a mistake that a type checker has to find: mypy
complains about those that nothing is wrong with.
"""

import datetime as dt
from functools import partial
from typing import Any, assert_type

from syncd.document import Document
from syncd.events import ButtonClick
from syncd.io import curdoc
from syncd.layouts import column, layout, row
from syncd.models import (
    Button,
    Column,
    ColumnDataSource,
    Div,
    GlyphRenderer,
    Range1d,
    Row,
    Select,
    Slider,
    TextInput,
)
from syncd.plotting import figure


source = ColumnDataSource(data={"x": [1, 2, 3], "y": [2.0, 4.0, 8.0]})
positional = ColumnDataSource({"x": [1]})
source.data = {"x": [1], "y": [2]}
source.stream({"x": [4], "y": [16]}, rollover=100)
source.patch({"y": [(0, 3.0), (slice(1, 3), [1.0, 2.0])]})

plot = figure(width=400, height=400, title="my sine wave", x_range=(0, 10))
line = plot.line("x", "y", source=source, line_width=3)
assert_type(line, GlyphRenderer)
plot.vbar(x=[1, 2], top=[3, 4], width=dt.timedelta(days=1))
plot.xaxis.axis_label = "x"
plot.x_range = Range1d(0, 1)

slider = Slider(title="amplitude", start=0, end=10, value=1, step=0.1)
assert_type(slider.value, float)
text = TextInput(title="title", value="my sine wave")
choice = Select(title="function", value="sin", options=["sin", ("cos", "Cosine")])
button = Button(label="Go", button_type="success")
answer = Div(text="Move the slider.")

Slider(titel="amplitude")  # type: ignore[call-arg]
Slider(title=1)  # type: ignore[arg-type]
Button(button_type="splendid")  # type: ignore[arg-type]
slider.value = "much"  # type: ignore[assignment]


def on_value(attr: str, old: float, new: float) -> None:
    answer.text = f"{attr} is {new}."


async def on_click(event: ButtonClick) -> None:
    answer.text = event.event_name


def tick(count: int = 1) -> None:
    slider.value += count


slider.on_change("value", on_value, lambda attr, old, new: answer.update(text=str(new)))
button.on_click(on_click)
button.on_click(partial(tick, 2))
button.on_event(ButtonClick, on_click)

document = curdoc()
assert_type(document, Document)
handle = document.add_periodic_callback(tick, 100)
document.remove_periodic_callback(handle)
document.add_next_tick_callback(tick)
document.add_root(row(column(slider, text, choice, button, answer), plot, width=800))
document.title = "Sliders"
document.add_periodic_callback(tick)  # type: ignore[call-arg]

inputs: Column = column(slider, text, sizing_mode="stretch_width")
line_of_widgets: Row = row([slider, text])
grid: Any = layout([[slider, text], [plot]])
