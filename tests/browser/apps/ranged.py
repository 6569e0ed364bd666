"""Figures whose ranges follow all kinds of things, and glyphs made of values alone."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import BoxAnnotation, DataRange1d, PolyAnnotation
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
