"""Rows in groups that are opened and closed."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    AvgAggregator,
    Button,
    ColumnDataSource,
    DataCube,
    Div,
    GroupingInfo,
    MaxAggregator,
    NumberFormatter,
    StringFormatter,
    SumAggregator,
    TableColumn,
)


source = ColumnDataSource(
    {
        "d0": ["A", "E", "E", "E", "J", "L", "M"],
        "d1": ["B", "D", "D", "H", "K", "L", "N"],
        "d2": ["C", "F", "G", "H", "K", "L", "O"],
        "px": [10, 20, 30, 40, 50, 60, 70],
        "qty": [1.0, 2.0, float("nan"), 4.0, 5.0, 6.0, 7.0],
    },
    name="rows",
)
target = ColumnDataSource({"row_indices": [], "labels": []}, name="target")
heard = Div(name="heard", text="nothing yet")
picked = Div(name="picked", text="none")


def on_data(attr, old, new):
    rows = [
        list(each) if hasattr(each, "__len__") else each for each in new["row_indices"]
    ]
    heard.text = f"{rows} {list(new['labels'])}"


def on_picked(attr, old, new):
    picked.text = str(new)


def more():
    source.stream({"d0": ["A"], "d1": ["Z"], "d2": ["Y"], "px": [5], "qty": [8.0]})


target.on_change("data", on_data)
source.selected.on_change("indices", on_picked)
button = Button(label="More", name="more")
button.on_click(more)
cube = DataCube(
    source=source,
    target=target,
    name="prices",
    width=420,
    height=420,
    columns=[
        TableColumn(
            field="d2", title="Name", formatter=StringFormatter(font_style="bold")
        ),
        TableColumn(
            field="px", title="Price", formatter=NumberFormatter(format="$0,0")
        ),
        TableColumn(field="qty", title="Mean"),
    ],
    grouping=[
        GroupingInfo(
            getter="d0",
            aggregators=[SumAggregator(field_="px"), AvgAggregator(field_="qty")],
        ),
        GroupingInfo(
            getter="d1", aggregators=[MaxAggregator(field_="px")], collapsed=True
        ),
    ],
)
curdoc().add_root(column(heard, picked, button, cube))
