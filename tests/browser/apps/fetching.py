"""Sources whose rows the page fetches from its own site."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    AjaxDataSource,
    Button,
    ColumnDataSource,
    CustomJS,
    DataTable,
    Div,
    ServerSentDataSource,
    TableColumn,
)
from syncd.plotting import figure


COLUMNS = [TableColumn(field="x", title="x"), TableColumn(field="y", title="y")]
heard = Div(text="heard nothing", name="heard")


def shown(name: str, source: ColumnDataSource) -> DataTable:
    source.on_change("data", lambda _, __, new: heard.update(text=f"heard {new}"))
    return DataTable(source=source, columns=COLUMNS, name=name, height=150)


replaced = AjaxDataSource(
    data_url="/rows/replaced",
    polling_interval=100,
    http_headers={"X-Key": "open sesame"},
)
appended = AjaxDataSource(
    {"x": [], "y": []},
    data_url="/rows/appended",
    polling_interval=100,
    mode="append",
    max_size=4,
    method="GET",
)
once = AjaxDataSource(data_url="/rows/once")
same = AjaxDataSource(data_url="/rows/same", polling_interval=100, if_modified=True)
events = ServerSentDataSource(data_url="/events/kept", mode="append", max_size=3)
plot = figure(name="plot", height=250, width=500, x_axis_label="when")
plot.line("x", "y", source=appended, line_width=3)
plot.scatter("x", "y", source=appended, size=12)

stop = Button(label="Stop")
stop.on_click(lambda: setattr(appended, "polling_interval", None))
set_rows = Button(label="Set")
set_rows.on_click(lambda: once.update(data={"x": [41, 42], "y": [1, 2]}))
clear = Button(label="Clear")
clear.js_on_click(CustomJS(args={"source": once}, code="source.clear()"))
late = AjaxDataSource(data_url="/rows/late", polling_interval=50)
add = Button(label="Add")
remove = Button(label="Remove")
doc = curdoc()
table = shown("late", late)
add.on_click(lambda: doc.add_root(table))
remove.on_click(lambda: doc.remove_root(table))

doc.add_root(
    column(
        heard,
        plot,
        shown("replaced", replaced),
        shown("appended", appended),
        shown("once", once),
        shown("same", same),
        shown("events", events),
        stop,
        set_rows,
        clear,
        add,
        remove,
    )
)
