"""Two figures that share a range, and all that Python hears of them, in its order."""

import json

from syncd import events
from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    BoxZoomTool,
    ColumnDataSource,
    CustomJS,
    Div,
    HoverTool,
    PreText,
    RangeTool,
    TapTool,
    WheelZoomTool,
)
from syncd.plotting import figure


log = PreText(name="log")
lines = []


def note(name, **told):
    lines.append(json.dumps({"event": name, **told}))
    log.text = "\n".join(lines[-400:])


def hear(event):
    names = ("x", "y", "x0", "x1", "geometry", "final")
    told = {name: getattr(event, name, None) for name in names}
    kept = {name: value for name, value in told.items() if value is not None}
    note(event.event_name, where=event.model.name, **kept)


# The last two rows lie over each other.
source = ColumnDataSource({"x": [1, 4, 2.5, 2.5], "y": [1, 4, 2.5, 2.5]})
source.selected.on_change(
    "indices", lambda _attr, _old, new: note("indices", rows=list(new))
)
box = BoxZoomTool(origin="center")
cross = WheelZoomTool(zoom_together="cross")
one = figure(
    name="one",
    width=400,
    height=300,
    x_range=(0, 5),
    y_range=(0, 5),
    tools=["pan", box, "box_select,tap,reset", cross],
    active_scroll=cross,
)
one.scatter("x", "y", source=source, size=20, name="dots")
pointing = HoverTool(
    tooltips=[("at", "$x{%F}")], formatters={"@x": "numeral", "$x": "datetime"}
)
one.add_tools(pointing)
for kind in (
    events.LODStart,
    events.MouseMove,
    events.Pan,
    events.PanEnd,
    events.PanStart,
    events.PinchEnd,
    events.RangesUpdate,
    events.Reset,
    events.SelectionGeometry,
    events.Tap,
):
    one.on_event(kind, hear)
one.on_event(events.Reset, lambda _event: one.y_range.update(start=-1, end=6))

two = figure(
    name="two", width=400, height=250, x_range=one.x_range, y_range=(0, 5), tools=""
)
two.line([0, 5], [0, 5])
two.on_event(events.RangesUpdate, hear)
found = Div(name="found", text="nothing")
two.add_tools(
    RangeTool(y_range=one.y_range),
    TapTool(
        behavior="inspect",
        callback=CustomJS(
            args={"found": found},
            code="found.text = `rows ${cb_data.source.inspected.indices}`",
        ),
    ),
)
curdoc().add_root(column(one, two, found, log))
