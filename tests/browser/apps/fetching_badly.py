"""Sources whose addresses give no rows, or not such as they are."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    AjaxDataSource,
    ColumnDataSource,
    CustomJS,
    DataTable,
    ServerSentDataSource,
    TableColumn,
)


COLUMNS = [TableColumn(field="x", title="x"), TableColumn(field="y", title="y")]
SOURCES = {
    "failing": AjaxDataSource(
        {"x": [7], "y": [8]}, data_url="/rows/failing", polling_interval=20
    ),
    "words": AjaxDataSource(data_url="/rows/words", polling_interval=20),
    "broken": ServerSentDataSource(data_url="/events/broken", mode="append"),
    "refused": ServerSentDataSource(data_url="/rows/failing"),
    "elsewhere": AjaxDataSource(data_url="http://127.0.0.1:9/rows"),
    "adapted": AjaxDataSource(
        data_url="/rows/nested",
        adapter=CustomJS(
            code="""
            const { points } = cb_data.response;
            return { x: points.map((p) => p.t), y: points.map((p) => p.v) };
            """
        ),
    ),
}


def shown(name: str, source: ColumnDataSource) -> DataTable:
    return DataTable(source=source, columns=COLUMNS, name=name, height=150)


curdoc().add_root(column(*(shown(*named) for named in SOURCES.items())))
