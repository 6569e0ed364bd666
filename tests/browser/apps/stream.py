"""A line and its points that grow by uneven steps when a button is pressed."""

import itertools
import math

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, ColumnDataSource
from syncd.plotting import figure


LONG, ROLLOVER = 20_000, 15_000


def rows(begin, count):
    x = [float(at) for at in range(begin, begin + count)]
    y = [math.sin(at / 1000) + at % 17 / 20 if at % 997 else math.nan for at in x]
    return {"x": x, "y": y}


source = ColumnDataSource(rows(0, LONG))
ends = itertools.accumulate(itertools.cycle([1, 700, 33, 4000, 250]), initial=LONG)
end = next(ends)


def grow():
    global end
    begin, end = end, next(ends)
    source.stream(rows(begin, end - begin), rollover=ROLLOVER)


plot = figure(width=500, height=300, name="growing")
plot.line("x", "y", source=source)
button = Button(label="grow")
button.on_click(grow)
curdoc().add_root(column(button, plot))
