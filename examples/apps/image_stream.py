"""Two substances that react and spread, computed in Python and watched as they do.

A periodic callback lets the field evolve and replaces the image of the source; numbers
travel as they are, 4 bytes a cell. Tapping the picture adds a drop.
"""

import numpy as np

from syncd.events import Tap
from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    ColorBar,
    ColumnDataSource,
    Div,
    LinearColorMapper,
    Select,
    Slider,
)
from syncd.palettes import Cividis256, Inferno256, Magma256, Viridis256
from syncd.plotting import figure


SIDE, EVERY_MS = 144, 80
PATTERNS = {
    "Coral": (0.0545, 0.062),
    "Fingerprint": (0.037, 0.060),
    "Spots": (0.030, 0.062),
    "Waves": (0.014, 0.045),
}
PALETTES = {
    "Inferno": Inferno256,
    "Magma": Magma256,
    "Viridis": Viridis256,
    "Cividis": Cividis256,
}

random = np.random.default_rng(1)
u = np.ones((SIDE, SIDE), np.float32)
v = np.zeros((SIDE, SIDE), np.float32)


def drop(x, y, radius=5):
    """Add some of the second substance around a place."""
    rows, columns = np.ogrid[:SIDE, :SIDE]
    inside = (columns - x) ** 2 + (rows - y) ** 2 < radius**2
    u[inside], v[inside] = 0.5, 0.25 + 0.1 * random.random()


def spread(field):
    """Return how much flows into each cell from those around it; edges meet."""
    around = np.roll(field, 1, 0) + np.roll(field, -1, 0)
    around += np.roll(field, 1, 1) + np.roll(field, -1, 1)
    return around - 4 * field


def evolve(steps):
    """Let the substances react and spread for some steps of time."""
    feed, kill = PATTERNS[pattern.value]
    for _ in range(steps):
        reaction = u * v * v
        u[:] += 0.16 * spread(u) - reaction + feed * (1 - u)
        v[:] += 0.08 * spread(v) + reaction - (feed + kill) * v


pattern = Select(title="Pattern", value="Coral", options=list(PATTERNS))
palette = Select(title="Palette", value="Inferno", options=list(PALETTES))
speed = Slider(title="Steps a frame", start=0, end=24, value=8)
for control in (pattern, palette, speed):
    control.sizing_mode = "stretch_width"

for place in random.integers(8, SIDE - 8, (24, 2)):
    drop(*place)
evolve(600)

field = ColumnDataSource({"image": [v]})
mapper = LinearColorMapper(palette=Inferno256, low=0, high=0.4)
picture = figure(
    height=440,
    sizing_mode="stretch_width",
    max_width=520,
    x_range=(0, SIDE),
    y_range=(0, SIDE),
    tools="wheel_zoom,pan,reset,save",
    toolbar_location="above",
    tooltips=[("x, y", "$x{0}, $y{0}"), ("amount", "@image{0.000}")],
)
picture.axis.visible = False
picture.grid.visible = False
picture.image("image", x=0, y=0, dw=SIDE, dh=SIDE, color_mapper=mapper, source=field)
picture.add_layout(ColorBar(color_mapper=mapper), "right")

amounts = ColumnDataSource({"frame": [], "amount": []})
history = figure(
    height=210,
    sizing_mode="stretch_width",
    title="Mean amount",
    x_axis_label="frame",
    y_axis_location="right",
    tools="",
    toolbar_location=None,
)
look = {"source": amounts, "color": "#e8743b"}
history.varea("frame", 0, "amount", alpha=0.2, **look)
history.line("frame", "amount", line_width=2, **look)
frame = 0


def advance():
    """Compute and show the next frame."""
    global frame  # noqa: PLW0603 - this module lives as long as its session
    if speed.value == 0:
        return
    evolve(int(speed.value))
    frame += 1
    field.data = {"image": [v.copy()]}
    amounts.stream({"frame": [frame], "amount": [float(v.mean())]}, rollover=400)
    picture.title.text = f"{pattern.value}, frame {frame:,}"


def add_drop(event):
    drop(event.x, event.y)


def recolour(attr, old, new):
    mapper.palette = PALETTES[new]


picture.on_event(Tap, add_drop)
palette.on_change("value", recolour)
advance()
curdoc().add_periodic_callback(advance, EVERY_MS)

intro = Div(
    text="<h1>Reaction and diffusion</h1><p>Choose another pattern and watch it take"
    " over. Tap the picture to add a drop.</p>"
)
beside = column(pattern, palette, speed, history, spacing=16)
beside.sizing_mode = "stretch_width"
curdoc().add_root(
    column(
        intro,
        row(picture, beside, spacing=24, sizing_mode="stretch_width"),
        spacing=16,
        sizing_mode="stretch_width",
    )
)
curdoc().title = "Reaction and diffusion"
