"""Everything that people do to a figure and around it is written down.

``log`` has a line for each event as Python heard it, ``scripted`` one for each as
the browser's own callbacks did.
"""

import json

import syncd.events
from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    ColumnDataSource,
    CustomJS,
    Div,
    Dropdown,
    PreText,
    TextInput,
)
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

button = Button(label="Press")
text = TextInput(title="words")
menu = Dropdown(label="Menu", menu=["first", "second"])
for of, name in (
    (plot.legend, "legend_item_click"),
    (plot.xaxis, "axis_click"),
    (plot.yaxis, "axis_click"),
    (button, "button_click"),
    (text, "value_submit"),
    (menu, "menu_item_click"),
    (curdoc(), "document_ready"),
):
    of.on_event(name, hear)
    of.js_on_event(name, note)

curdoc().add_root(column(plot, row(button, text, menu), log, scripted))
