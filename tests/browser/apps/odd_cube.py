"""Groups of what is not finite, of what is missing, and of empty text."""

from math import inf

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    Button,
    ColumnDataSource,
    DataCube,
    GroupingInfo,
    StringFormatter,
    SumAggregator,
    TableColumn,
)


source = ColumnDataSource(
    {
        "number": [-inf, inf, None],
        "word": ["", "filled", None],
        "size": [0, 1, 2],
    }
)
names = TableColumn(field="size", title="Name")
cube = DataCube(
    source=source,
    height=300,
    columns=[names, TableColumn(field="size", title="Size")],
    grouping=[
        GroupingInfo(
            getter="number", collapsed=True, aggregators=[SumAggregator(field_="size")]
        )
    ],
)
button = Button(label="Words")


def on_words():
    names.formatter = StringFormatter(null_format="none at all")
    cube.grouping = [
        GroupingInfo(
            getter="word", collapsed=True, aggregators=[SumAggregator(field_="size")]
        )
    ]


button.on_click(on_words)
curdoc().add_root(column(button, cube))
