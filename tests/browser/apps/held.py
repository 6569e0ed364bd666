"""Figures that stretch where somebody has said how high all of them are together."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Div
from syncd.plotting import figure


def plot(name, height, **fields):
    made = figure(name=name, height=height, **fields)
    made.line([0, 1], [0, 1])
    return made


curdoc().add_root(
    column(
        Div(text="head"),
        column(
            plot("high", 500, sizing_mode="stretch_both"),
            plot("low", 300, sizing_mode="stretch_both"),
            sizing_mode="stretch_both",
            min_height=500,
        ),
        plot("foot", 200, sizing_mode="stretch_width"),
        height=900,
        sizing_mode="stretch_width",
    )
)
curdoc().add_root(plot("least", 200, width_policy="min"))
