"""Prices of a made-up share as they come: candles, averages, and what was traded.

A periodic callback streams one row at a time. The source keeps the last 300, and the
x range, which both panes have in common, follows the end of the data.
"""

from collections import deque
from datetime import datetime, timedelta

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    ColumnDataSource,
    DataRange1d,
    Div,
    NumeralTickFormatter,
    Slider,
    Span,
)
from syncd.plotting import figure


KEPT, SHOWN, EVERY_MS = 300, 90, 200
MINUTE = timedelta(minutes=1)
UP, DOWN = "#12978c", "#e0563b"
SHORT, LONG = 12, 40

random = np.random.default_rng(3)
time = datetime(2030, 3, 4, 9, 30)  # noqa: DTZ001 - wall-clock time of the exchange
price = 100.0
closes = deque(maxlen=LONG)

volatility = Slider(
    title="Volatility (%)",
    start=0.1,
    end=2.0,
    step=0.1,
    value=0.5,
    format="0.0",
    sizing_mode="stretch_width",
)
button = Button(label="❚❚ Pause", width=110, align="end")


def next_row():
    """Return what a minute brings, as columns of one row."""
    global time, price
    ticks = price * np.exp(random.normal(0, volatility.value / 400, 16).cumsum())
    opened, price, time = price, float(ticks[-1]), time + MINUTE
    closes.append(price)
    recent = list(closes)
    return {
        "time": [time],
        "open": [opened],
        "high": [max(opened, float(ticks.max()))],
        "low": [min(opened, float(ticks.min()))],
        "close": [price],
        "volume": [round(900 * random.gamma(2.0) * (1 + 90 * abs(price / opened - 1)))],
        "short": [float(np.mean(recent[-SHORT:]))],
        "long": [float(np.mean(recent))],
        "color": [UP if price >= opened else DOWN],
    }


def rows(count):
    made = [next_row() for _ in range(count)]
    return {name: [each[name][0] for each in made] for name in made[0]}


source = ColumnDataSource(rows(SHOWN))

times = DataRange1d(follow="end", follow_interval=SHOWN * MINUTE, range_padding=0.02)
prices = figure(
    height=360,
    sizing_mode="stretch_width",
    x_axis_type="datetime",
    x_range=times,
    y_axis_location="right",
    min_border_right=64,
    toolbar_location="above",
    tools="xpan,xwheel_zoom,crosshair,reset",
    tooltips=[
        ("time", "@time{%H:%M}"),
        ("open", "@open{0.00}"),
        ("high", "@high{0.00}"),
        ("low", "@low{0.00}"),
        ("close", "@close{0.00}"),
    ],
)
prices.hover.formatters = {"@time": "datetime"}
prices.hover.mode = "vline"
wicks = prices.segment(
    "time", "low", "time", "high", source=source, color="color", line_width=1.5
)
candles = prices.vbar(
    "time", 0.7 * MINUTE, "open", "close", source=source, color="color", line_color=None
)
prices.hover.renderers = [candles]
averages = {"short": ("#2f7bd9", SHORT), "long": ("#9a6ddb", LONG)}
for name, (color, count) in averages.items():
    prices.line(
        "time",
        name,
        source=source,
        color=color,
        line_width=2,
        legend_label=f"{count} minutes",
    )
prices.legend.location = "top_left"
prices.legend.orientation = "horizontal"
prices.legend.click_policy = "hide"
last = Span(dimension="width", line_dash="dashed", line_color="#8a93a3")
prices.add_layout(last)

traded = figure(
    name="Traded",
    height=150,
    sizing_mode="stretch_width",
    x_axis_type="datetime",
    x_range=prices.x_range,
    y_axis_location="right",
    min_border_right=64,
    tools="xpan,xwheel_zoom",
    toolbar_location=None,
)
traded.vbar(
    "time",
    0.7 * MINUTE,
    "volume",
    source=source,
    color="color",
    alpha=0.6,
    line_color=None,
)
traded.y_range.start = 0
traded.yaxis.formatter = NumeralTickFormatter(format="0 a")


def tell():
    """Say and mark what the share costs now."""
    first, now = source.data["open"][-1], source.data["close"][-1]
    last.location = now
    prices.title.text = f"ACME {now:.2f} ({now / first - 1:+.2%})"


def advance():
    source.stream(next_row(), rollover=KEPT)
    tell()


def toggle():
    global running  # noqa: PLW0603
    if running is None:
        running = curdoc().add_periodic_callback(advance, EVERY_MS)
        button.label = "❚❚ Pause"
    else:
        curdoc().remove_periodic_callback(running)
        running, button.label = None, "► Go on"


tell()
running = curdoc().add_periodic_callback(advance, EVERY_MS)
button.on_click(toggle)

intro = Div(
    text="<h1>Streaming prices</h1><p>Five minutes of a made-up market every second."
    " Pan back in time, or hide an average by its name.</p>"
)
curdoc().add_root(
    column(
        intro,
        row(button, volatility, spacing=20, sizing_mode="stretch_width"),
        prices,
        traded,
        spacing=12,
        sizing_mode="stretch_width",
    )
)
curdoc().title = "Streaming prices"
