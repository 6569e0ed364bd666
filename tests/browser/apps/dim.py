"""Data in colours that were chosen for a light page, each over the middle of a figure."""

from typing import Any

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Arrow, Span, VeeHead
from syncd.plotting import figure


def plot(name: str, **options: Any) -> figure:
    """Return a figure of nothing but what is added to it."""
    options = {"width": 200, "height": 100, "toolbar_location": None} | options
    made = figure(name=name, x_range=(0, 10), y_range=(0, 10), **options)
    made.axis.visible = made.grid.visible = False
    made.outline_line_color = None
    return made


wide = {"line_width": 30}
large = {"text_font_size": "60px", "text_baseline": "middle"}
line = plot("line")
line.line([0, 10], [5, 5], color="black", **wide)

area = plot("area")
area.vbar([5], 10, [10], color="#222222")

marker = plot("marker")
marker.scatter([5], [5], color="navy", size=40)

faint = plot("faint")
faint.line([0, 10], [5, 5], color="lightgray", **wide)

track = plot("track")
track.vbar([5], 10, [10], color="#dddddd")

words = plot("words")
words.text([5], [5], ["█"], text_align="center", text_color="navy", **large)

bright = plot("bright")
bright.vbar([5], 10, [10], color="gold")
bright.text([5], [5], ["█"], text_align="center", text_color="navy", **large)

outline = plot("outline")
outline.vbar([10], 10, [10], fill_color="gold", line_color="black", **wide)

coded = plot("coded")
coded.rect("x", 5, 10, 10, color="c", source={"x": [5], "c": ["black"]})

pictured = plot("pictured")
pictured.image([np.ones((2, 2))], 0, 0, 10, 10, palette=["gold"])
pictured.line([0, 10], [5, 5], color="black", **wide)

grounded = plot("grounded", background_fill_color="white")
grounded.line([0, 10], [5, 5], color="black", **wide)

span = plot("span")
span.add_layout(Span(location=5, dimension="width", line_color="black", **wide))

head = plot("head")
head.add_layout(
    Arrow(
        x_start=1,
        y_start=5,
        x_end=6,
        y_end=5,
        line_color="black",
        end=VeeHead(size=60, fill_color="black", line_color="black"),
    )
)

keyed = plot("keyed", width=300, height=200)
keyed.line([0, 10], [5, 5], color="black", legend_label="black", **wide)

boxed = plot("boxed", width=300, height=200)
boxed.line([0, 10], [5, 5], color="black", legend_label="black", **wide)
boxed.legend.background_fill_color = "white"

edges = plot("edges")
edges.multi_line(
    "xs",
    "ys",
    color="c",
    source={"xs": [[0, 10], [0, 10]], "ys": [[5, 5], [1, 1]], "c": ["black", "gold"]},
    **wide,
)

dots = plot("dots")
dots.scatter("x", 5, color="c", size=40, source={"x": [5, 9], "c": ["black", "gold"]})

named = figure(name="named", width=300, height=200, toolbar_location=None)
named.xaxis.update(axis_label="█████", axis_label_text_color="#666666")

curdoc().add_root(
    column(
        boxed,
        edges,
        dots,
        named,
        line,
        area,
        marker,
        faint,
        track,
        words,
        bright,
        outline,
        coded,
        pictured,
        grounded,
        span,
        head,
        keyed,
    )
)
