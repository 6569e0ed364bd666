"""Sixty countries that grow richer and older, year by year.

The slider shows any year, and the button plays all of them: a periodic callback
moves the slider, whose own callback moves the bubbles.
"""

import numpy as np

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    ColumnDataSource,
    Div,
    Label,
    Legend,
    NumeralTickFormatter,
    Slider,
)
from syncd.plotting import figure


FIRST, LAST, STEP, EVERY_MS = 1960, 2020, 0.5, 60
REGIONS = {
    "Africa": ("#2f7bd9", 900, 41),
    "America": ("#12978c", 4200, 58),
    "Asia": ("#e8743b", 1500, 48),
    "Europe": ("#9a6ddb", 9000, 68),
    "Oceania": ("#d64f8c", 6500, 62),
}
EACH = 12

random = np.random.default_rng(11)
years = np.arange(FIRST, LAST + 1)


def paths(start, end, noise):
    """Return a smooth way from start to end for each country, a column for each."""
    share = np.linspace(0, 1, len(years))[:, None]
    share = share ** random.uniform(0.7, 1.6, len(start))
    steps = random.normal(0, noise, (len(years), len(start))).cumsum(axis=0)
    return start + (end - start) * share + steps


count = EACH * len(REGIONS)
region = np.repeat(list(REGIONS), EACH)
country = np.array([f"{name} {i % EACH + 1}" for i, name in enumerate(region)])
begin = np.array([REGIONS[name][1] for name in region])
income = np.exp(
    paths(
        np.log(begin) + random.normal(0, 0.45, count),
        np.log(begin) + random.normal(1.5, 0.4, count),
        0.02,
    )
)
age = np.array([REGIONS[name][2] for name in region])
life = paths(
    age + random.normal(0, 3.5, count),
    75 + (age - 50) / 4 + random.normal(0, 3, count),
    0.15,
).clip(28, 86)
people = np.exp(random.normal(16.3, 1.2, count)) * np.exp(
    random.uniform(0.003, 0.022, count) * (years[:, None] - FIRST)
)


def at(year):
    """Return every country in a year, or between two."""
    index = min(int(year - FIRST), len(years) - 2)
    share = year - FIRST - index

    def between(values):
        return values[index] * (1 - share) + values[index + 1] * share

    millions = between(people) / 1e6
    return {
        "country": country,
        "income": between(income),
        "life": between(life),
        "millions": millions,
        "size": 5 + 5.2 * np.sqrt(millions),
    }


plot = figure(
    height=500,
    sizing_mode="stretch_width",
    title="Life expectancy and income",
    x_axis_type="log",
    x_range=(300, 120_000),
    y_range=(30, 90),
    x_axis_label="income per person and year ($)",
    y_axis_label="life expectancy (years)",
    tools="pan,wheel_zoom,reset",
    tooltips=[
        ("", "@country"),
        ("income", "$@income{0,0}"),
        ("life", "@life{0.0} years"),
        ("people", "@millions{0.0} million"),
    ],
)
plot.xaxis.formatter = NumeralTickFormatter(format="0,0")
caption = Label(
    x=105_000,
    y=31,
    text=str(FIRST),
    text_align="right",
    text_font_size="72px",
    text_font_style="bold",
    text_color="#8a93a3",
    text_alpha=0.35,
)
plot.add_layout(caption)
plot.add_layout(Legend(orientation="horizontal", click_policy="hide"), "above")

sources = {name: ColumnDataSource(at(FIRST)) for name in REGIONS}
for name, (color, *_) in REGIONS.items():
    plot.scatter(
        "income",
        "life",
        size="size",
        source=sources[name],
        fill_color=color,
        fill_alpha=0.6,
        line_color=color,
        legend_label=name,
    )

slider = Slider(
    title="Year",
    start=FIRST,
    end=LAST,
    step=STEP,
    value=FIRST,
    format="0",
    sizing_mode="stretch_width",
)
button = Button(label="► Play", width=110, button_type="primary", align="end")
playing = None


def show(attr, old, new):
    """Move the bubbles to a year."""
    now = at(new)
    for name, source in sources.items():
        source.data = {key: values[region == name] for key, values in now.items()}
    caption.text = str(int(new))


def advance():
    """Go on by one step, and stop in the last year."""
    slider.value = min(slider.value + STEP, LAST)
    if slider.value == LAST:
        toggle()


def toggle():
    """Play, or pause."""
    global playing  # noqa: PLW0603 - this module lives as long as its session
    if playing is not None:
        curdoc().remove_periodic_callback(playing)
        playing, button.label = None, "► Play"
        return
    if slider.value == LAST:
        slider.value = FIRST
    playing = curdoc().add_periodic_callback(advance, EVERY_MS)
    button.label = "❚❚ Pause"


slider.on_change("value", show)
button.on_click(toggle)
show("value", None, FIRST)

intro = Div(
    text="<h1>Sixty years of growth</h1><p>Made-up countries: an area for each"
    " population. Press play, drag the year, or hide a region by its name.</p>"
)
controls = row(button, slider, spacing=20, sizing_mode="stretch_width")
curdoc().add_root(
    column(intro, plot, controls, spacing=16, sizing_mode="stretch_width")
)
curdoc().title = "Bubbles"
