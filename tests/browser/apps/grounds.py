"""Light and dark backgrounds that authors write, whatever the page is."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    ColumnDataSource,
    DataTable,
    Div,
    HTMLTemplateFormatter,
    TableColumn,
)


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
curdoc().add_root(
    column(
        Div(text=MARKUP),
        Div(text=SHEET),
        Div(text=CHOSEN),
        Div(text=AROUND),
        Div(text="light slope of a sheet", stylesheets=[SLOPE]),
        table,
    )
)
