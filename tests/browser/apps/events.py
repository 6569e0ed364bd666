"""Everything that people do to a figure and around it is written down.

``log`` has a line for each event as Python heard it, ``scripted`` one for each as
the browser's own callbacks did.
"""

import json

import syncd.events
from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import Button, ColumnDataSource, CustomJS, Div, PreText, TextInput
from syncd.plotting import figure


log, scripted = PreText(name="log"), Div(name="scripted")
lines = []


def hear(event):
    if event.event_name in {"button_click", "document_ready", "reset"}:
        told = {}
    else:
        told = {name: getattr(event, name) for name in event.parts}
    item = told.pop("item", None)
    if item is not None:
        told["item"] = getattr(item, "type", item)
    lines.append(json.dumps({"event": event.event_name, **told}))
    log.text = "\n".join(lines[-400:])


note = CustomJS(
    args={"scripted": scripted},
    code="scripted.text = `${scripted.text} ${cb_obj.event_name}`",
)
POINT = [
    cls
    for cls in vars(syncd.events).values()
    if isinstance(cls, type)
    and issubclass(cls, syncd.events.PlotEvent)
    and cls.event_name
]

source = ColumnDataSource({"x": [1, 2, 3, 4], "y": [1, 2, 3, 4]})
plot = figure(
    name="plot",
    width=400,
    height=300,
    x_range=(0, 5),
    y_range=(0, 5),
    tools="pan,wheel_zoom,box_select,reset",
)
plot.scatter("x", "y", source=source, size=14, legend_label="dots")
for cls in POINT:
    plot.on_event(cls, hear)
    plot.js_on_event(cls, note)

plot.legend.on_event("legend_item_click", hear)
plot.xaxis.on_event("axis_click", hear)
plot.yaxis.on_event("axis_click", hear)

button = Button(label="Press")
button.on_event("button_click", hear)
text = TextInput(title="words")
text.on_event("value_submit", hear)
curdoc().on_event("document_ready", hear)
curdoc().add_root(column(plot, row(button, text), log, scripted))
