"""Ticks, bands and a colour bar in colours of their own."""

from typing import Any

from syncd.layouts import column, row
from syncd.models import ColorBar, FixedTicker, LinearColorMapper
from syncd.plotting import curdoc, figure


RED, GREEN, BLUE, YELLOW, CYAN = "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff"

ruled = figure(
    name="ruled",
    width=400,
    height=300,
    x_range=(0, 10),
    y_range=(0, 10),
    toolbar_location=None,
)
ruled.axis.ticker = FixedTicker(ticks=[0, 5, 10], minor_ticks=[2.5, 7.5])
ruled.axis.axis_line_color = None
ruled.axis.major_tick_line_color = RED
ruled.axis.minor_tick_line_color = BLUE
ruled.axis.major_tick_line_width = ruled.axis.minor_tick_line_width = 5
ruled.xaxis.major_tick_out = ruled.xaxis.minor_tick_out = 12
ruled.yaxis.major_tick_out = ruled.yaxis.minor_tick_out = 0
ruled.yaxis.minor_tick_in = 12
ruled.grid.grid_line_color = None
ruled.ygrid.band_fill_color = YELLOW
ruled.ygrid.band_fill_alpha = 1
ruled.xgrid.minor_grid_line_color = GREEN
ruled.xgrid.minor_grid_line_width = 5


def barred(name: str, **size: Any) -> figure:
    plot = figure(name=name, height=300, toolbar_location=None, **size)
    plot.scatter([1, 2], [1, 2])
    bar = ColorBar(
        color_mapper=LinearColorMapper(palette=[CYAN, YELLOW], low=0, high=8),
        title="levels",
        width=40,
        height=160,
        ticker=FixedTicker(ticks=[4], minor_ticks=[2]),
        major_tick_in=10,
        minor_tick_in=10,
        major_tick_line_color=RED,
        minor_tick_line_color=BLUE,
        major_tick_line_width=6,
        minor_tick_line_width=6,
    )
    plot.add_layout(bar, "right")
    return plot


squeezed = barred("narrow", sizing_mode="stretch_width")
curdoc().add_root(row(ruled, barred("barred", width=400), column(squeezed, width=300)))
