"""A million measurements, of which the whole or any second can be seen.

All rows go to the browser once, which draws the extremes of what one pixel covers. The
shaded part of the overview is the range of the detail: drag it, or its edges.
"""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import ColumnDataSource, Div, RangeTool
from syncd.plotting import figure


COUNT, RATE = 1_000_000, 250.0
COLOR = "#2f7bd9"

random = np.random.default_rng(2)
seconds = np.arange(COUNT) / RATE
swell = np.sin(seconds / 240) + 0.5 * np.sin(seconds / 37)
signal = swell + random.normal(0, 0.12, COUNT)
signal += 0.02 * random.normal(0, 1, COUNT).cumsum() / np.sqrt(RATE)
for shock in random.choice(COUNT, 24, replace=False):
    after = seconds[shock : shock + int(12 * RATE)] - seconds[shock]
    ring = np.exp(-after / 2.5) * np.sin(after * 9)
    signal[shock : shock + len(ring)] += random.uniform(1, 3) * ring

source = ColumnDataSource({"seconds": seconds, "signal": signal.astype(np.float32)})

detail = figure(
    height=340,
    sizing_mode="stretch_width",
    x_range=(1160, 1290),
    min_border_left=56,
    toolbar_location="above",
    y_axis_label="signal",
    tools="xpan,xwheel_zoom,box_zoom,crosshair,reset",
    active_scroll="xwheel_zoom",
)
detail.line("seconds", "signal", source=source, color=COLOR)

overview = figure(
    height=160,
    sizing_mode="stretch_width",
    title="All of it; drag the shaded part or its edges",
    x_axis_label="seconds",
    min_border_left=56,
    tools="",
    toolbar_location=None,
)
overview.line("seconds", "signal", source=source, color=COLOR)
overview.ygrid.visible = False
shaded = RangeTool(x_range=detail.x_range)
shaded.overlay.fill_color = "#e8743b"
shaded.overlay.fill_alpha = 0.25
overview.add_tools(shaded)


def tell(attr=None, old=None, new=None):
    """Say how much is shown."""
    start, end = detail.x_range.start, detail.x_range.end
    rows = np.searchsorted(seconds, [start, end])
    detail.title.text = f"{rows[1] - rows[0]:,} of {COUNT:,} points"


detail.x_range.on_change("start", tell)
detail.x_range.on_change("end", tell)
tell()

intro = Div(
    text="<h1>A million points</h1><p>Pan and zoom the detail with mouse, fingers or"
    " keys; every peak is drawn at every zoom.</p>"
)
curdoc().add_root(
    column(intro, detail, overview, spacing=16, sizing_mode="stretch_width")
)
curdoc().title = "A million points"
