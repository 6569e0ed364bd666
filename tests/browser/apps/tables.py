"""Tables that are sorted, selected from, edited and fed."""

import datetime as dt

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    BooleanFormatter,
    Button,
    CDSView,
    CellEditor,
    CheckboxEditor,
    ColumnDataSource,
    DataTable,
    DateEditor,
    DateFormatter,
    GroupFilter,
    HTMLTemplateFormatter,
    IntEditor,
    NanCompare,
    NumberFormatter,
    Paragraph,
    SelectEditor,
    StringEditor,
    StringFormatter,
    TableColumn,
)
from syncd.palettes import RdYlGn3
from syncd.plotting import figure
from syncd.transform import linear_cmap


MARKS = (
    '<b title="<%= name %>"><% if (size > 2) { %>large<% } else { %>small<% } %></b>'
    "<script>window.acted = true</script>"
    '<img src="x" onerror="window.acted = true"><a href="javascript:0">go</a>'
)

source = ColumnDataSource(
    {
        "name": ["carol", "alice", "bob", "<b>dan</b>"],
        "size": [3.0, float("nan"), 1.5, 2.0],
        "day": [dt.date(2026, 1, day) for day in (4, 3, 2, 1)],
        "done": [True, False, True, False],
        "kind": ["a", "b", "a", "b"],
        "ink": ["#ffffff", "#000000", "#ffffff", "#000000"],
    },
    name="rows",
)

table = DataTable(
    source=source,
    name="people",
    width=700,
    height=200,
    editable=True,
    columns=[
        TableColumn(field="name", title="Name"),
        TableColumn(
            field="size",
            title="Size",
            formatter=NumberFormatter(format="0.00"),
            sorter=NanCompare(ascending_first=True),
        ),
        TableColumn(
            field="day",
            title="Day",
            formatter=DateFormatter(format="%d %b %Y"),
            editor=DateEditor(),
            default_sort="descending",
        ),
        TableColumn(
            field="done",
            title="Done",
            formatter=BooleanFormatter(),
            editor=CheckboxEditor(),
        ),
        TableColumn(
            field="kind", title="Kind", editor=SelectEditor(options=["a", "b", "c"])
        ),
        TableColumn(
            field="size",
            title="Mark",
            formatter=HTMLTemplateFormatter(template=MARKS),
            editor=CellEditor(),
        ),
    ],
)

chart = figure(name="chart", tools="box_select,tap", width=300, height=200)
chart.scatter("size", "size", source=source, size=12)

counts = ColumnDataSource(
    {"count": list(range(1000)), "half": [i / 2 for i in range(1000)]}
)
counted = DataTable(
    source=counts,
    name="counted",
    width=400,
    height=220,
    editable=True,
    index_position=None,
    selectable="checkbox",
    frozen_columns=1,
    columns=[
        TableColumn(field="count", title="Count", editor=IntEditor()),
        TableColumn(
            field="half",
            title="Half",
            formatter=StringFormatter(
                background_color=linear_cmap("half", RdYlGn3, 0, 500)
            ),
        ),
    ],
)

few = DataTable(
    source=source,
    name="few",
    width=300,
    height=140,
    view=CDSView(filter=GroupFilter(column_name="kind", group="a")),
    columns=[TableColumn(field="name", title="Who", editor=StringEditor())],
    multi_selectable=False,
)

shares = DataTable(
    source=ColumnDataSource({"share": [1 / 3, 2 / 3], "rank": ["low", "high"]}),
    name="shares",
    width=300,
    height=100,
    autosize_mode="fit_viewport",
    columns=[
        TableColumn(
            field="share",
            title="%",
            formatter=HTMLTemplateFormatter(template="<%= (value * 100).toFixed(0) %>"),
        ),
        TableColumn(
            field="rank",
            title="Rank",
            formatter=HTMLTemplateFormatter(
                template='<b style="font-style:<%= {low: "italic"}[value] %>">'
                "<%= value %></b>"
            ),
        ),
    ],
)

heard = Paragraph(name="heard", text="nothing")
picked = Paragraph(name="picked", text="nobody")


def tell(attr, old, new):
    data = source.data
    heard.text = " ".join(f"{data['name'][i]}:{data['size'][i]:g}" for i in range(4))


def tell_picked(attr, old, new):
    picked.text = f"picked {new}"


source.on_change("data", tell)
source.selected.on_change("indices", tell_picked)
counts.selected.on_change("indices", tell_picked)

feed = Button(label="Feed")
feed.on_click(lambda: counts.stream({"count": [5000], "half": [2500.0]}, rollover=1000))
patch = Button(label="Patch")
patch.on_click(lambda: counts.patch({"count": [(0, 777)]}))
point = Button(label="Point")
point.on_click(lambda: setattr(counts.selected, "indices", [600]))

curdoc().add_root(
    column(
        row(heard, picked, feed, patch, point),
        row(table, chart),
        row(counted, few, shares),
    )
)
