"""Roots that are small documents, with figures and widgets inside."""

from syncd.io import curdoc
from syncd.models import Button, Slider, Styles
from syncd.models.dom import HTML, Div, Span, Table, TableRow, Text, ValueOf
from syncd.plotting import figure


def plot(name, color):
    drawn = figure(name=name, width=150, height=150, toolbar_location=None)
    drawn.rect(x=0, y=0, width=1, height=1, color=color)
    return drawn


level = Slider(name="level", title="level", start=0, end=10, value=3)
words = Text(content="as it is: <b>")
more = Button(name="more", label="More")
grid = Div(
    name="grid",
    style=Styles(
        width="400px", display="grid", grid_template_columns="auto auto", gap="10px"
    ),
    children=[
        Div(
            name="frame",
            style=Styles(border="1px dashed black"),
            children=[plot("first", "red")],
        ),
        Div(children=[plot("second", "green")]),
    ],
)
table = Table(
    name="table",
    children=[
        TableRow(children=["Level", ValueOf(level, "value")]),
        TableRow(children=[words, Span(children=[level, more])]),
    ],
)
markup = HTML(
    "<h3 class='head'>Markup</h3><p onclick='steal()'>with <b>a figure</b>:</p>"
    "<style>.head { color: rgb(255, 0, 0) } .head { position: fixed }</style>",
    plot("third", "blue"),
    "<script>steal()</script>",
    name="markup",
)


def add():
    grid.children = [*grid.children, plot("fourth", "orange")]
    grid.style = {**grid.style, "grid_template_columns": "auto"}
    words.content = "changed"


more.on_click(add)
for root in (grid, table, markup):
    curdoc().add_root(root)
