"""Style sheets, attributes and icons of an author."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    BuiltinIcon,
    Button,
    Div,
    Dropdown,
    GlobalInlineStyleSheet,
    ImportedStyleSheet,
    InlineStyleSheet,
    Slider,
    Spacer,
    SVGIcon,
    Switch,
    TablerIcon,
    TextInput,
    Toggle,
)


CIRCLE = (
    '<svg viewBox="0 0 10 10" onload="alert(1)"><circle cx="5" cy="5" r="4"/></svg>'
)

sheet = InlineStyleSheet(css=":host { font-size: 20px } label { color: rgb(1, 2, 3) }")
field = TextInput(
    title="Field",
    name="field",
    stylesheets=[
        sheet,
        {"input.field": {"border_width": "3px"}},
        "input.field { color: navy }",
    ],
    css_variables={"own": "7px"},
    html_id="the-field",
    html_attributes={"title": "a hint", "data-kind": "first", "onclick": "alert(1)"},
)
change = Button(label="Change", name="change", icon=BuiltinIcon("settings"))
reset = Toggle(label="Reset", name="reset", icon=SVGIcon(CIRCLE, size=18))
tabler = Dropdown(label="Home", name="home", menu=["One"], icon=TablerIcon("home"))


def on_change():
    sheet.css = "label { color: rgb(3, 2, 1) }"
    field.html_attributes = {}


def on_reset(active):
    field.update(stylesheets=[], html_id=None)
    large.stylesheets = []


imported = ImportedStyleSheet()
brought = Button(label="Next", name="next", stylesheets=[imported])


def on_next():
    imported.url = "second.css" if imported.url else "first.css"


brought.on_click(on_next)
large = Div(
    text="Large",
    name="large",
    css_classes=["loud", "two words"],
    styles={"font_size": "30px", "color": "rgb(0, 0, 200)"},
    stylesheets=[GlobalInlineStyleSheet(css=".loud { letter-spacing: 3px }")],
)


night = GlobalInlineStyleSheet()
dark = Button(label="Darken", stylesheets=[night])


def on_dark():
    night.css = {
        "": "html, body { background: rgb(20, 25, 28) }",
        "html, body { background: rgb(20, 25, 28) }": "body { color: white }",
    }.get(night.css, "")


dark.on_click(on_dark)
change.on_click(on_change)
reset.on_click(on_reset)
curdoc().add_root(
    column(
        field,
        change,
        reset,
        dark,
        column(
            Div(text="In the middle", name="middle", width=120),
            name="centred",
            styles={"align-items": "center", "justify_content": "center"},
            width=400,
            height=100,
        ),
        tabler,
        Button(label="Help", button_type="primary", icon=BuiltinIcon("help", size=20)),
        Button(label="", name="bare", icon=BuiltinIcon("x", color="firebrick")),
        Switch(
            label="Night",
            name="night",
            on_icon=TablerIcon("moon"),
            off_icon=TablerIcon("sun"),
        ),
        Button(
            label="Known by Bokeh's name",
            name="known",
            button_type="success",
            stylesheets=[".bk-btn { background: rgb(9, 8, 7); border-radius: 0 }"],
        ),
        Slider(
            title="Level",
            name="level",
            stylesheets=[
                ".bk-slider-title { color: rgb(200, 0, 0) }",
                ".noUi-connect { background: rgb(0, 100, 0) }",
                ".noUi-handle { background: gold }",
                ".bk-input-group > .bk-slider-title { font-weight: 700 }",
            ],
        ),
        large,
        brought,
    )
)
curdoc().add_root(
    column(
        Spacer(name="wide", sizing_mode="stretch_width", aspect_ratio=4, max_width=400),
        Spacer(name="scaled", width=200, height=50, sizing_mode="scale_width"),
        row(
            Spacer(name="grows", width_policy="max", height=20),
            Spacer(name="fixed", width=120, width_policy="fixed", height=20),
            sizing_mode="stretch_width",
        ),
        Spacer(name="dragged", width=100, height=60, resizable=True),
        sizing_mode="stretch_width",
    )
)
curdoc().add_root(
    Div(name="pale", text="Read me", styles={"background-color": "#ffffee"})
)
curdoc().add_root(
    column(
        Div(text="Read this", stylesheets=[":host { background: #ffffee }"]),
        TextInput(value="yellow", stylesheets=[".bk-input { background: #ffffcc }"]),
        TextInput(
            value="chosen",
            stylesheets=[".bk-input { background: #ffffcc; color: rgb(200, 0, 0) }"],
        ),
        name="sheets",
    )
)
