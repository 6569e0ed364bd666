"""Numbers, columns and frames that need their room."""

from syncd.io import curdoc
from syncd.layouts import column, gridplot, row
from syncd.models import (
    Button,
    ColumnDataSource,
    DataTable,
    Div,
    Spacer,
    TableColumn,
)
from syncd.plotting import figure


NUMBERS = ["1,234,567", "98,765.43", "1,000,000", "12,345,678", "3,456,789", "123,456"]
numbers = row(
    *(
        Div(text=f"<h2>{words}</h2>", name=words, sizing_mode="stretch_width")
        for words in NUMBERS
    ),
    sizing_mode="stretch_width",
)

source = ColumnDataSource({"a": [1, 2, 3]})
table = DataTable(
    name="table",
    source=source,
    columns=[TableColumn(field="a", title="a")],
    index_position=None,
    autosize_mode="fit_viewport",
    height=120,
)
longer = Button(label="longer")
longer.on_click(lambda: source.data.update(a=[64.640001, 123456.789, 2]))


cards = row(
    Div(text="low", name="low"),
    Spacer(width=20, name="gap"),
    Div(text="high<br>er<br>than", name="high"),
    Div(text="aligned", name="aligned", align="end"),
)


def made(**given):
    plot = figure(**{"width": 300, "height": 150, "toolbar_location": None} | given)
    plot.line([1, 2, 3], [1, 3, 2])
    return plot


bare = made(name="bare")
bare.axis.visible = False
colored = made(
    name="colored",
    background_fill_color=None,
    border_fill_color="#ffffe0",
    styles={"background": "#90ee90"},
)
grid = gridplot(
    [[made(width=200) for _ in range(3)]],
    sizing_mode="stretch_width",
    toolbar_location=None,
)
grid.name = "grid"
# Frames of one layout would begin and end alike.
for root in (
    column(numbers, longer, table, cards, sizing_mode="stretch_width"),
    bare,
    colored,
):
    curdoc().add_root(root)
curdoc().add_root(grid)
