"""A table whose columns hold only some numbers, with rows that stay and editors that open by themselves."""

import array

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    ColumnDataSource,
    DataTable,
    Div,
    PercentEditor,
    TableColumn,
    TimeEditor,
)


source = ColumnDataSource(
    {
        "count": array.array("b", range(40)),
        "share": [float(n) for n in range(40)],
        "at": ["08:00:00"] * 40,
    }
)
told = Div(name="told", text="nothing")
columns = [
    TableColumn(field="count", title="count"),
    TableColumn(field="share", title="share", editor=PercentEditor()),
    TableColumn(field="at", title="at", editor=TimeEditor()),
]
table = DataTable(
    source=source,
    columns=columns,
    editable=True,
    auto_edit=True,
    name="narrow",
    frozen_rows=1,
    width=420,
    height=260,
)


def patched(attr, old, new):
    data = source.data
    told.text = f"{data['count'][1]} {data['share'][1]} {data['at'][1]}"


source.on_change("data", patched)
curdoc().add_root(column(table, told))
