"""One of each widget that is loaded when it is first shown, and what Python hears."""

import datetime as dt

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    AutocompleteInput,
    Checkbox,
    CheckboxButtonGroup,
    CheckboxGroup,
    ColorPicker,
    DatePicker,
    DateRangeSlider,
    DateSlider,
    Div,
    Dropdown,
    FileInput,
    MultiChoice,
    MultiSelect,
    NumericInput,
    RadioButtonGroup,
    RadioGroup,
    RangeSlider,
    Spinner,
    Switch,
    TabPanel,
    Tabs,
    TextAreaInput,
    Toggle,
    Tooltip,
)


PETS = ["cat", "dog", "fish", "newt"]
DAYS = {"start": dt.date(2026, 1, 1), "end": dt.date(2026, 1, 31)}

heard = Div(name="heard", text="nothing yet")
widgets = {
    "toggle": Toggle(label="Live", button_type="success"),
    "checkboxes": CheckboxGroup(labels=PETS, active=[1]),
    "radios": RadioGroup(labels=PETS, active=0, inline=True),
    "checks": CheckboxButtonGroup(labels=["bold", "thin", "wide"], active=[0]),
    "options": RadioButtonGroup(labels=["day", "week", "year"], active=1),
    "checkbox": Checkbox(label="Agreed"),
    "switch": Switch(label="Lights", active=True),
    "range": RangeSlider(title="Range", start=0, end=10, step=1, value=(2, 8)),
    "day": DateSlider(title="Day", value=dt.date(2026, 1, 10), **DAYS),
    "days": DateRangeSlider(
        title="Days", value=(dt.date(2026, 1, 5), dt.date(2026, 1, 20)), **DAYS
    ),
    "number": NumericInput(title="Number", value=3, low=0, high=10, suffix="kg"),
    "price": NumericInput(title="Price", value=1.5, mode="float", format="0.00"),
    "spinner": Spinner(title="Count", value=1, low=0, high=2, step=0.1),
    "area": TextAreaInput(title="Story", value="Once\nupon a time", rows=3),
    "complete": AutocompleteInput(
        title="Pet", completions=PETS, min_characters=1, placeholder="cat, dog, …"
    ),
    "several": MultiSelect(title="Several", options=PETS, value=["dog"]),
    "choice": MultiChoice(title="Chosen", options=PETS, value=["cat", "fish"]),
    "date": DatePicker(title="Date", value="2026-01-31", min_date="2026-01-01"),
    "color": ColorPicker(title="Colour", color="#3366cc"),
    "file": FileInput(title="Data", accept=".csv,text/plain"),
    "files": FileInput(title="Pictures", multiple=True),
}
FIELDS = {
    FileInput: "value",
    ColorPicker: "color",
    Toggle: "active",
    Checkbox: "active",
    Switch: "active",
    CheckboxGroup: "active",
    RadioGroup: "active",
    CheckboxButtonGroup: "active",
    RadioButtonGroup: "active",
}


def listen(name, widget):
    field = FIELDS.get(type(widget), "value")

    def told(attr, old, new):
        more = ""
        if isinstance(widget, FileInput):
            more = f" {widget.filename} {widget.mime_type}"
        heard.text = f"{name} {new}{more}"

    widget.name = name
    widget.on_change(field, told)


for name, widget in widgets.items():
    listen(name, widget)

menu = Dropdown(
    label="More",
    name="menu",
    menu=["Copy", ("Paste it", "paste"), None, ("Delete", "delete")],
    split=True,
)
menu.on_event("menu_item_click", lambda event: heard.update(text=f"item {event.item}"))
menu.on_event("button_click", lambda: heard.update(text="button"))

clear = Toggle(label="Clear files", name="clear")
clear.on_click(lambda _: (widgets["file"].clear(), widgets["files"].clear()))

tabs = Tabs(
    name="tabs",
    tabs=[
        TabPanel(title="First", child=Div(text="the first content")),
        TabPanel(
            title="Second",
            child=Div(text="the second content", background="#112233"),
            tooltip=Tooltip(content="What comes second", position="bottom"),
        ),
        TabPanel(title="Gone", child=Div(text="the third"), closable=True),
    ],
)
tabs.on_change("active", lambda _, __, new: heard.update(text=f"tab {new}"))
tabs.on_change("tabs", lambda _, __, new: heard.update(text=f"{len(new)} tabs"))

made = list(widgets.values())
curdoc().add_root(
    column(
        heard,
        tabs,
        row(column(*made[:7], menu), column(*made[7:14]), column(*made[14:], clear)),
        sizing_mode="stretch_width",
    )
)
