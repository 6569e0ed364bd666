"""A document with a bit of everything that routes customise."""

from typing import Any

from syncd.io import curdoc
from syncd.layouts import column
from syncd.model import Model
from syncd.models import ColumnDataSource, Div, Slider, TextInput


class Gauge(Model):
    """A type that only this application knows."""

    level: float = 0.0
    options: dict[str, Any] = {}
    source: ColumnDataSource | None = None


context = curdoc().session_context
source = ColumnDataSource(data={"x": [1, 2, 3], "y": [1.0, 4.0, 9.0]}, name="source")
text = TextInput(value="start", name="text")
echo = Div(text="", name="echo")
slider = Slider(start=0, end=10, value=1, name="slider")
gauge = Gauge(level=0.5, options={"a": [1, {"b": None}]}, source=source, name="gauge")


def copy_text(attr, old, new):
    echo.text = f"{echo.text}[{new}]"


text.on_change("value", copy_text)
curdoc().add_root(column(text, echo, slider))
curdoc().add_root(gauge)
curdoc().title = f"panel of {getattr(context, 'user', None)}"
