"""Fields that authors seldom set, each of which people notice when they do something."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    ColumnDataSource,
    DataTable,
    Div,
    ScrollBox,
    Spinner,
    TableColumn,
    TextInput,
    WheelZoomTool,
)
from syncd.plotting import figure


short = TextInput(title="short", max_length=3, name="short")
typed = Div(name="typed", text="")
short.on_change("value_input", lambda attr, old, new: setattr(typed, "text", new))

pages = Spinner(title="pages", value=10, step=2, page_step_multiplier=4, name="pages")

plot = figure(width=300, height=240, tools="", toolbar_location=None, name="plot")
plot.x_range.start = plot.y_range.start = 0
plot.x_range.end = plot.y_range.end = 10
plot.line([1, 9], [1, 9])
wheel = WheelZoomTool(zoom_on_axis=False)
plot.add_tools(wheel)
plot.toolbar.active_scroll = wheel

many = ColumnDataSource({"a": list(range(300)), "b": list(range(300))})
columns = [
    TableColumn(field="a", title="A", sortable=False),
    TableColumn(field="b", title="B"),
]
sizes = {"width": 260, "height": 200}
still = DataTable(
    source=many, columns=columns, scroll_to_selection=False, name="still", **sizes
)
follows = DataTable(source=many, columns=columns, name="follows", **sizes)

inside = Div(text="long " * 60, width=600)
bare = ScrollBox(
    child=inside, width=200, height=80, horizontal_scrollbar="hidden", name="bare"
)
barred = ScrollBox(
    child=Div(text="short"),
    width=200,
    height=80,
    vertical_scrollbar="visible",
    name="barred",
)

choose = Spinner(name="choose", visible=False, value=0)
choose.on_change(
    "value", lambda attr, old, new: setattr(many.selected, "indices", [int(new)])
)

curdoc().add_root(
    column(row(column(short, typed, pages), plot), row(still, follows), bare, barred)
)
curdoc().add_root(choose)
