"""A figure along an axis of times."""

import datetime as dt

from syncd.io import curdoc
from syncd.plotting import figure


def day(number, *time):
    return dt.datetime(2026, 1, number, *time)  # noqa: DTZ001 - as most people write it


plot = figure(
    title="dated",
    x_axis_type="datetime",
    x_range=(day(1), day(11)),
    y_range=(0, 10),
    width=500,
    height=300,
)
plot.line([day(3), day(4, 18, 30)], [4, 6])
curdoc().add_root(plot)
