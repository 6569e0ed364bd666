"""Light and dark backgrounds that authors write, whatever the page is."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    ColumnDataSource,
    DataTable,
    Div,
    HTMLTemplateFormatter,
    TableColumn,
    Title,
)
from syncd.plotting import figure


LIGHT, DARK = "#ffeedd", "#221100"
MARKUP = f"""
<p style="background: {LIGHT}">light ground</p>
<p style="background: {DARK}">dark ground</p>
<p style="background: {LIGHT}; color: rgb(1, 2, 3)">own words</p>
<p style="background: rgb(255 255 255 / 10%)">thin ground</p>
<p style="background: linear-gradient(to right, {LIGHT}, white)">light slope</p>
<p style="background: light-dark({LIGHT}, {DARK})">the page's ground</p>
<table><tr style="background: white"><td>light row</td></tr></table>
"""
SHEET = f"<style>.note {{ background: {LIGHT} }}</style><p class='note'>light note</p>"
CHOSEN = f"""
<style>.bad {{ color: rgb(4, 5, 6) }} .row {{ background: {LIGHT} }}</style>
<p class="bad" style="background: {LIGHT}">words of a class</p>
<p class="bad row">words of another rule</p>
<table style="color: rgb(4, 5, 6)"><tr class="row"><td>words around a class</td></tr></table>
"""
AROUND = f"""
<div style="color: rgb(4, 5, 6)"><p style="background: {LIGHT}">words around</p></div>
<a href="/" style="background: {LIGHT}">a link</a> <a href="/">another link</a>
"""
DARK_WORDS = f"""
<p style="color: navy">navy words</p> <p><font color="#333">words of a font</font></p>
<p style="color: rgb(30, 150, 110); font-size: 24px">words of the light</p>
<p style="color: #666">grey words</p> <p style="color: green">green words</p>
<p style="background: {LIGHT}"><b style="color: navy">navy on light</b></p>
<div style="color: navy"><p style="background: {LIGHT}">navy around a ground</p></div>
<style>.blue {{ color: navy }}</style><p class="blue">navy of a sheet</p>
"""
LINES = """
<p style="border: 1px solid #ddd">faint line</p>
<p style="border: 1px solid gold">gold line</p>
<p style="background: white"><b style="border: 1px solid #ddd">faint on white</b></p>
<style>.lined { border-bottom: 2px solid #eee }</style><p class="lined">line of a sheet</p>
<hr>
"""
CARD = f".card {{ background: {LIGHT} }}"
SLOPE = ":host { background: linear-gradient(#fff, #eef) }"

table = DataTable(
    source=ColumnDataSource({"word": ["light cell"]}),
    columns=[
        TableColumn(
            field="word",
            formatter=HTMLTemplateFormatter(
                template='<div style="background: #fffff0"><%= value %></div>'
            ),
        )
    ],
    width=200,
    height=80,
)
titled = figure(title="light title", width=300, height=150, toolbar_location=None)
titled.title.background_fill_color = LIGHT
titled.add_layout(Title(text="dark title", background_fill_color=DARK), "below")
titled.add_layout(Title(text="the page's title"), "below")
titled.add_layout(Title(text="navy title", text_color="navy"), "below")


def plot(name: str, ground: str, words: list[str]) -> figure:
    """Return a figure on a ground of its own, with lines and words without a colour."""
    made = figure(
        name=name,
        width=200,
        height=100,
        x_range=(0, 10),
        y_range=(0, 10),
        background_fill_color=ground,
        toolbar_location=None,
    )
    made.text([5], [5], words, text_align="center", text_font_size="30px")
    made.axis.visible = False
    return made


ruled = figure(name="ruled", width=200, height=100, toolbar_location=None)
ruled.axis.visible = False
ruled.grid.grid_line_color = ruled.outline_line_color = "#eee"

pictured = figure(name="pictured", width=200, height=100, toolbar_location=None)
pictured.axis.visible = pictured.grid.visible = False
pictured.outline_line_color = None
pictured.x_range.range_padding = pictured.y_range.range_padding = 0
pictured.rect([5], [5], 10, 10, color="#f4f0e8")
pictured.text([5], [5], ["words"], text_align="center", text_font_size="30px")


def surrounded(name: str, ground: str) -> figure:
    """Return a figure with a ground around its plot, and tips about what it shows."""
    made = figure(
        name=name,
        title=name,
        width=200,
        height=150,
        tools="hover",
        tooltips=[("at", "@x")],
        border_fill_color=ground,
        background_fill_color=ground,
        toolbar_location=None,
    )
    made.rect("x", "y", 10, 10, source=ColumnDataSource({"x": [5], "y": [5]}))
    return made


curdoc().add_root(
    column(
        ruled,
        pictured,
        Div(text=f"<pre>{'A line that is not broken anywhere. ' * 9}</pre>"),
        Div(text=MARKUP),
        Div(text=SHEET),
        Div(text=CHOSEN),
        Div(text=AROUND),
        Div(text="light slope of a sheet", stylesheets=[SLOPE]),
        Div(text="<p class='card'>light card</p>", stylesheets=[CARD]),
        Div(
            text="<p class='card'>card <b style='color: navy'>navy on a card</b></p>",
            stylesheets=[CARD],
        ),
        Div(text=DARK_WORDS),
        Div(text="navy by styles", styles={"color": "navy"}),
        Div(text=LINES),
        Div(text="line by styles", styles={"border": "1px solid #ddd"}),
        Div(
            text="<p class='told'>navy by a class</p>",
            stylesheets=[".told { color: navy; border-bottom: 1px solid #ddd }"],
        ),
        table,
        titled,
        plot("light-lines", LIGHT, [""]),
        plot("light-words", LIGHT, ["words"]),
        plot("dark-lines", DARK, [""]),
        plot("dark-words", DARK, ["words"]),
        surrounded("light-around", LIGHT),
        surrounded("dark-around", DARK),
    )
)
