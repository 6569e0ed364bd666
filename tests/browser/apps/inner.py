"""Planes within figures, shapes at the ends of lines, named places, scale bars."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    BoxAnnotation,
    Button,
    GroupByName,
    HTMLLabel,
    HTMLTitle,
    Label,
    Metric,
    Node,
    NormalHead,
    Range1d,
    RendererGroup,
    ScaleBar,
    Span,
    TeeHead,
    WheelZoomTool,
    ZoomInTool,
)
from syncd.plotting import figure


RED, GREEN, BLUE, YELLOW = "#ff0000", "#00ff00", "#0000ff", "#ffff00"
PLAIN = {"width": 400, "height": 300, "x_axis_type": None, "y_axis_type": None}

planes = figure(
    name="planes",
    x_range=(0, 10),
    y_range=["low", "high"],
    width=500,
    height=300,
    tools="pan,reset",
)
group = RendererGroup()
lines = []
for place, color in enumerate((RED, BLUE)):
    plane = planes.subplot(
        x_source=planes.x_range,
        y_source=Range1d(0, 100),
        x_target=planes.x_range,
        y_target=Range1d(place, place + 1),
    )
    lines.append(
        plane.line([*range(11)], [50] * 11, color=color, line_width=6, name=str(place))
    )
third = planes.subplot(
    x_source=Range1d(0, 1),
    y_source=Range1d(0, 1),
    x_target=Range1d(4, 6),
    y_target=Range1d(0.5, 1.5),
)
third.quad(0, 1, 1, 0, color=GREEN, group=group)
wheel = WheelZoomTool(
    renderers=lines,
    level=1,
    hit_test=True,
    hit_test_mode="hline",
    hit_test_behavior=GroupByName(),
    dimensions="height",
)
planes.add_tools(wheel, ZoomInTool(level=1, renderers=lines[:1], dimensions="height"))
planes.toolbar.active_scroll = wheel

heads = figure(name="heads", x_range=(0, 10), y_range=(0, 10), tools="", **PLAIN)
flag = {"line_color": GREEN, "fill_color": GREEN, "size": 40}
segment = heads.segment(2, 8, 8, 8, color=RED, line_width=2)
segment.add_decoration(NormalHead(**flag), "end")
segment.add_decoration(TeeHead(line_color=BLUE, line_width=10, size=40), "start")
curve = heads.line([2, 5, 8], [3, 3, 3], color=RED, line_width=2)
curve.add_decoration(NormalHead(**{**flag, "size": 30}), "middle")

named = figure(name="named", x_range=(0, 10), y_range=(0, 10), tools="", **PLAIN)
inset = {"line_color": None, "fill_alpha": 1}
box = BoxAnnotation(
    left=Node(target="frame", symbol="left", offset=40),
    right=Node(target="frame", symbol="center", offset=-40),
    top=Node(target="frame", symbol="top", offset=20),
    bottom=Node.frame.center,
    fill_color=RED,
    **inset,
)
beside = BoxAnnotation(
    left=Node(target=box, symbol="right"),
    right=Node(target="frame", symbol="right", offset=-40),
    top=Node(target=box, symbol="center"),
    bottom=Node(target=box, symbol="bottom"),
    fill_color=BLUE,
    **inset,
)
line = Span(location=Node(target="frame", symbol="bottom", offset=-20))
line.update(line_color=GREEN, line_width=8)
words = {"text": "■", "text_color": YELLOW, "text_font_size": "40px"}
named.renderers = [box, beside, line]
named.add_layout(Label(x=Node.frame.left, y=Node.frame.center, **words))
named.add_layout(HTMLLabel(x=9, y=6, text="<b>plain</b>", text_align="right"))
named.add_layout(HTMLTitle(text="<i>as it is</i>"), "above")

bars = figure(name="bars", x_range=(0, 1000), y_range=(0, 10), tools="", **PLAIN)
looks = {"background_fill_color": None, "border_line_color": None}
bars.add_layout(
    ScaleBar(
        unit="eV",
        dimensional=Metric(base_unit="eV", exclude=["heV"]),
        bar_line_color=RED,
        bar_line_width=8,
        location="bottom_left",
        padding=0,
        margin=20,
        **looks,
    )
)
bars.add_layout(
    ScaleBar(
        orientation="vertical",
        unit="mm",
        bar_length=4,
        bar_length_units="data",
        length_sizing="exact",
        bar_line_color=BLUE,
        bar_line_width=8,
        location=(500, 5),
        label="@{value}{%.1f} @{unit}",
        label_location="right",
        padding=0,
        **looks,
    )
)

hide = Button(label="hide", name="hide")
hide.on_click(lambda: group.update(visible=not group.visible))
move = Button(label="move", name="move")
move.on_click(lambda: third.coordinates.y_target.update(start=0, end=0.5))
curdoc().add_root(column(row(hide, move), row(planes, heads), row(named, bars)))
