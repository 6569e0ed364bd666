"""Icons by all sorts of names, and buttons without words."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, Dropdown, TablerIcon, Toggle
from syncd.models.dom import Span


names = {"plain": "bell", "filled": "bell-filled", "lost": "no-such-thing"}
spelt = {"dashes": "chart-line", "lines": "chart_line", "other": "device-analytics"}
buttons = [
    Button(label=label, name=label, icon=TablerIcon(name))
    for label, name in {**names, **spelt}.items()
]
bare = [
    Button(label="", name="send_all"),
    Button(label=" "),
    Toggle(label=""),
    Dropdown(label="", menu=["one"]),
    Button(label="", name="written", content=Span(children=["Stop"])),
]
curdoc().add_root(column(*buttons, *bare))
