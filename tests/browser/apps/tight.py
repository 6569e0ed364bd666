"""A table whose author has chosen how wide its columns are, as narrow as Bokeh allows."""

from syncd.io import curdoc
from syncd.models import (
    ColumnDataSource,
    DataTable,
    DateFormatter,
    NumberFormatter,
    TableColumn,
)


source = ColumnDataSource(
    {
        "stock": [148, 185, 106],
        "since": [1_707_868_800_000 + day * 86_400_000 for day in range(3)],
        "share": [0.167, 0.208, 0.333],
        "wide": ["left", "right", "left"],
    }
)
curdoc().add_root(
    DataTable(
        name="table",
        source=source,
        width=420,
        height=160,
        autosize_mode="none",
        columns=[
            TableColumn(field="stock", title="Stock", width=60),
            TableColumn(
                field="since",
                title="Since",
                width=110,
                formatter=DateFormatter(format="%d %b %y %H:%M"),
            ),
            TableColumn(
                field="share",
                title="Share",
                width=60,
                formatter=NumberFormatter(format="0.0%"),
            ),
            TableColumn(field="wide", title="Wide", width=120),
        ],
    )
)

numbers = {
    "name": ["Alice Andersson", "Bob"],
    **{key: ["+33", "-105"] for key in "abcd"},
}
curdoc().add_root(
    DataTable(
        name="shared",
        source=ColumnDataSource(numbers),
        width=290,
        height=120,
        index_position=None,
        columns=[
            TableColumn(field="name", title="Name", width=120),
            *(TableColumn(field=field, title=field, width=40) for field in "abcd"),
        ],
    )
)
