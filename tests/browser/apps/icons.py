"""Icons by all sorts of names."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, TablerIcon


names = {"plain": "bell", "filled": "bell-filled", "lost": "no-such-thing"}
spelt = {"dashes": "chart-line", "lines": "chart_line", "other": "device-analytics"}
buttons = [
    Button(label=label, name=label, icon=TablerIcon(name))
    for label, name in {**names, **spelt}.items()
]
curdoc().add_root(column(*buttons))
