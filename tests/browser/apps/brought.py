"""What scripts from elsewhere rely on: how wide buttons are, where words end."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    CrosshairTool,
    Dropdown,
    Label,
    RadioButtonGroup,
    Span,
    Toggle,
)
from syncd.plotting import figure


BLUE = "#0000ff"

buttons = row(
    Button(label="A", name="short"),
    Button(label="A label of some length", name="long"),
    Button(label="\u25ba Play", width=60, name="given"),
    Button(label="All of it", sizing_mode="stretch_width", name="wide"),
    name="buttons",
    sizing_mode="stretch_width",
)
menu = Dropdown(label="M", menu=["an item that is long", "b"], name="menu")
toggle = Toggle(label="T", name="toggle")
kinds = [
    RadioButtonGroup(labels=["one", "two"], active=1, button_type=kind, name=kind)
    for kind in ("primary", "success", "warning", "danger")
]

options = {"width": 400, "height": 250, "toolbar_location": None}
plot = figure(name="plot", x_range=(0, 4), y_range=(0, 4), tools="", **options)
plot.grid.grid_line_color = None
beyond = {"background_fill_color": BLUE, "text_color": BLUE, "text_font_size": "30px"}
plot.add_layout(Label(x=3.9, y=2, text="WWWW", **beyond))
plot.add_layout(Label(x=1, y=4.1, text="WWWW", **beyond))
across = Span(dimension="width", line_dash="dashed", line_width=2)
upright = Span(
    dimension="height",
    line_color="#ff0000",
    line_dash="dotted",
    line_width=4,
    line_alpha=0.5,
)
plot.add_tools(CrosshairTool(overlay=[across, upright]))

dark = figure(name="dark", x_range=(0, 2), y_range=(0, 2), tools="", **options)
dark.background_fill_color = dark.border_fill_color = "#2f2f2f"
dark.grid.grid_line_alpha = 0.3
dark.xaxis.ticker = dark.yaxis.ticker = [1]

clear = figure(name="clear", x_range=(0, 2), y_range=(0, 2), tools="", **options)
clear.border_fill_color = "lightblue"
clear.background_fill_color = None
clear.grid.grid_line_color = None

stretched = {"sizing_mode": "stretch_width"}
curdoc().add_root(
    column(buttons, row(menu, toggle, *kinds), plot, dark, clear, **stretched)
)
