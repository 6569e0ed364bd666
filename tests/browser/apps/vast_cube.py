"""More rows in groups than one message tells."""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import ColumnDataSource, DataCube, Div, GroupingInfo, TableColumn


ROWS = 320_000

source = ColumnDataSource(
    {name: np.zeros(ROWS, dtype=np.uint8) for name in ("a", "b", "c")}
)
heard = Div(name="heard", text="nothing yet")
cube = DataCube(
    source=source,
    name="vast",
    height=300,
    columns=[TableColumn(field="a", title="A")],
    grouping=[
        GroupingInfo(getter="a"),
        GroupingInfo(getter="b"),
        GroupingInfo(getter="c", collapsed=True),
    ],
)
scattered = DataCube(
    source=ColumnDataSource({"a": np.arange(260_000, dtype=np.int32)}),
    name="scattered",
    height=200,
    columns=[TableColumn(field="a", title="A")],
    grouping=[GroupingInfo(getter="a", collapsed=True)],
)
cube.target.on_change("data", lambda _, __, new: heard.update(text="told"))
curdoc().add_root(column(heard, cube, scattered))
