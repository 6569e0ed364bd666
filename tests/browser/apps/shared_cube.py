"""Groups that several people open, and many rows."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    Button,
    ColumnDataSource,
    DataCube,
    Div,
    GroupingInfo,
    TableColumn,
)


ROWS = 30_000

heard = Div(name="heard", text="nothing yet")
asked = Div(name="asked", text="nothing yet")
few = ColumnDataSource(
    {"kind": ["a", "a", "b", "b", "c"], "name": ["A", "B", "C", "D", "E"]}
)
many = ColumnDataSource(
    {"kind": np.arange(ROWS) % 3, "name": np.arange(ROWS, dtype=np.int32)}
)


def cube(source, name, **fields):
    return DataCube(
        source=source,
        name=name,
        height=250,
        columns=[TableColumn(field="name", title="Name")],
        grouping=[GroupingInfo(getter="kind", collapsed=True)],
        **fields,
    )


shared = cube(
    few,
    "shared",
    target=ColumnDataSource(
        {"row_indices": [[0, 1], [2, 3], 2, 3], "labels": ["a", "b", "C", "D"]}
    ),
)
large = cube(many, "large")
told = []


def on_data(attr, old, new):
    told.append(len(new["labels"]))
    heard.text = str(told)


large.target.on_change("data", on_data)
ask = Button(label="Ask", name="ask")
ask.on_click(lambda: asked.update(text=f"{len(large.target.data['labels'])} rows"))
curdoc().add_root(column(heard, asked, ask, shared, large))
