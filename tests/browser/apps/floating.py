"""Boxes, panels, drawers, menus, dialogs and palettes."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    ActionItem,
    Button,
    CheckableItem,
    CloseDialog,
    Dialog,
    Div,
    DividerItem,
    Drawer,
    GroupBox,
    HBox,
    Menu,
    MenuItem,
    OpenDialog,
    PaletteSelect,
    ScrollBox,
    SetValue,
    Slider,
    Switch,
    TextInput,
    Toggle,
    VBox,
)
from syncd.models.dom import HTML
from syncd.palettes import Category10, Spectral, Viridis256


said = Div(text="nothing yet", name="said")


def say(attr, _old, new):
    said.text = f"{attr} is {new}"


palette = PaletteSelect(
    title="Palette",
    name="palette",
    value="Viridis",
    ncols=2,
    items=[
        ("Viridis", Viridis256),
        ("Spectral", Spectral[11]),
        ("Category", Category10[10]),
    ],
)
palette.on_change("value", say)

tall_palette = PaletteSelect(
    name="tall", value="Hot", items=[("Hot", Spectral[11][7:])], swatch_height=60
)

group = GroupBox(
    title="Settings",
    name="group",
    checkable=True,
    child=column(Slider(title="Level", start=0, end=10), Switch(label="Fast")),
)
group.on_change("disabled", say)

scroll = ScrollBox(
    name="scroll",
    width=200,
    height=120,
    child=column(*(Div(text=f"Line {number}", width=400) for number in range(20))),
)

grid_ = CheckableItem(label="Grid", checked=True)
grid_.on_change("checked", say)
frame_ = MenuItem(label="Frame", checked=False)
frame_.on_change("checked", say)
place = Div(
    text="Menu here",
    name="place",
    styles={"padding": "16px", "background": "light-dark(#eef, #223)"},
    context_menu=Menu(
        ActionItem(
            label="Say",
            icon="send",
            shortcut="Ctrl+S",
            action=SetValue(said, "text", "said by the menu"),
        ),
        ActionItem(label="Never", disabled=True),
        DividerItem(),
        grid_,
        None,
        frame_,
        MenuItem(label="Plain", action=SetValue(said, "text", "plainly")),
        ActionItem(
            label="Colours",
            menu=Menu(
                stylesheets=[".red { background: red } .blue { background: blue }"],
                items=[
                    ActionItem(
                        label=name,
                        icon=f".{name}",
                        action=SetValue(said, "text", name),
                    )
                    for name in ("red", "blue")
                ],
            ),
        ),
    ),
)

close = Button(label="Done")
alarm = Toggle(label="Alarm")
dialog = Dialog(
    title=HTML("A <b>dialog</b>"),
    content=column(TextInput(title="Name"), row(close, alarm)),
)


def sound(active):
    dialog.html_attributes = {"role": "alertdialog"} if active else {}


alarm.on_click(sound)
close.js_on_click(CloseDialog(dialog=dialog))
open_ = Button(label="Open the dialog")
open_.js_on_click(OpenDialog(dialog=dialog))

inner = Drawer(location="right", name="notes", size=120, elements=[Div(text="Notes")])
framed = Div(
    text="With a drawer",
    name="framed",
    width=300,
    height=140,
    elements=[inner],
    styles={"border": "1px solid gray"},
)
drawer = Drawer(
    location="left",
    name="tools",
    size=220,
    resizable=True,
    elements=[Div(text="In the drawer"), Button(label="Press", width=150)],
)
drawer.on_change("size", say)

curdoc().add_root(
    column(
        row(
            column(palette, group, said, tall_palette),
            column(scroll, place, open_, framed),
        ),
        HBox(
            children=[
                Div(text="one", name="one"),
                {"child": Div(text="two", name="two"), "col": 1, "span": 2},
            ],
            cols=[100, 50, 50],
            spacing=10,
            name="hbox",
        ),
        VBox(children=[Div(text="up", name="up"), Div(text="down", name="down")]),
        name="all",
        margin=(0, 0, 0, 40),
    )
)
curdoc().add_root(drawer)
