"""Figures whose ranges follow all kinds of things, and glyphs made of values alone."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    BoxAnnotation,
    Button,
    DataRange1d,
    Div,
    FactorRange,
    PanTool,
    PolyAnnotation,
    RangeTool,
)
from syncd.plotting import figure


def plot(name, **fields):
    made = figure(name=name, width=300, height=200, toolbar_location=None, **fields)
    curdoc().add_root(column(made))
    return made


values = plot("values", x_range=(0, 10), y_range=(0, 10))
values.rect(2, 2, width=2, height=2, color="#ff0000")
values.segment(4, 8, 8, 8, line_width=8, color="#00ff00")
values.vbar(8, top=4, width=2, color="#0000ff")

padding = {"range_padding": 0, "only_visible": True}
areas = plot("areas", x_range=DataRange1d(**padding), y_range=DataRange1d(**padding))
areas.line([0, 10], [0, 10])
areas.add_layout(BoxAnnotation(name="box", left=-5, right=20))
areas.add_layout(PolyAnnotation(xs=[0, 5, 5], ys=[2, 40, 2]))
areas.add_layout(BoxAnnotation(left=90, top=90, visible=False))

decades = plot("decades", y_axis_type="log", y_range=DataRange1d(**padding))
decades.scatter([1, 2, 3], [0, 10, 1000])
decades.vbar([1, 2], top=[100, 200], width=1)

held = plot(
    "held",
    x_range=DataRange1d(follow="end", follow_interval=3),
    y_range=DataRange1d(bounds=(0, 50)),
)
held.line([0, 10], [-20, 100])

window = plot(
    "window", window_axis="x", x_range=(0, 10), y_range=DataRange1d(**padding)
)
window.line([0, 10, 50, 60, 100], [0, 10, 50, 60, 1000])

letters = FactorRange(*"abcd")
first = plot("first", x_range=letters, tools="xpan,reset", y_range=(0, 1))
first.vbar(list("abcd"), top=1, width=0.8, color="#ff0000")
second = plot("second", x_range=letters, tools="xpan,reset", y_range=(0, 1))
second.vbar(["d"], top=1, width=1, color="#0000ff")
told = Div(text="nothing yet")
letters.on_change("start", lambda _, __, new: setattr(told, "text", f"from {new:.2f}"))


def fewer():
    letters.factors = ["a", "d"]


button = Button(label="fewer")
button.on_click(fewer)
keys = plot("keys", tools="reset", x_range=(0, 1), y_range=(0, 1))
kept = keys.scatter(0.1, 0.1, size=8, legend_label="kept", color="#00ff00")
gone = keys.scatter(0.2, 0.1, size=8, legend_label="gone", color="#ff0000")
keys.renderers.remove(gone)
pointed = plot("pointed", tools="hover", tooltips="at @x", x_range=(0, 10))
pointed.varea([1, 5, 9], [0, 0, 0], [4, 8, 4])
picked = plot("picked", tools="box_select", x_range=(0, 10), y_range=(0, 10))
picked.scatter([2, 8], [2, 8])
heard = Div(text="none")
geometries = []


def chosen(event):
    geometries.append(event.final)
    heard.text = f"geometries: {geometries}"


picked.on_event("selectiongeometry", chosen)
curdoc().add_root(column(told, button, heard))

led = plot("led", x_range=DataRange1d(range_padding=0), y_range=(0, 10), tools="xpan")
line = led.line([0, 10], [0, 10])


def lead():
    led.x_range.start, led.x_range.end = 2, 6


def replace(*ends):
    line.data_source.data = {"x": list(ends), "y": [0, 10]}


for label, act in {
    "lead": lead,
    "near": lambda: replace(5, 20),
    "far": lambda: replace(100, 110),
}.items():
    act_on = Button(label=label)
    act_on.on_click(act)
    curdoc().add_root(act_on)

sent = plot("sent", x_range=DataRange1d(range_padding=0), y_range=(0, 10))
wave = sent.line([0, 10], [0, 10])


def jump():
    wave.data_source.data = {"x": [2000, 2100], "y": [0, 10]}
    sent.x_range.start, sent.x_range.end = 2020, 2060


def ahead():
    sent.x_range.start, sent.x_range.end = 3000, 3100


def row():
    wave.data_source.stream({"x": [2101], "y": [5]})


panned = plot("panned", x_range=DataRange1d(range_padding=0), y_range=(0, 10))
panned.add_tools(PanTool(dimensions="width"))
drawn = panned.line([5, 20], [0, 10])


def away():
    drawn.data_source.data = {"x": [100, 110], "y": [0, 10]}


for act in (jump, ahead, row, away):
    act_on = Button(label=act.__name__)
    act_on.on_click(act)
    curdoc().add_root(act_on)

shown = plot("shown", x_range=(20, 30), y_range=(0, 1))
overview = plot(
    "overview", tools="", x_range=DataRange1d(range_padding=0), y_range=(0, 1)
)
overview.line([0, 10], [0, 1])
overview.add_tools(RangeTool(x_range=shown.x_range))
