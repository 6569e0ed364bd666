"""Sliders of every way, words beside fields, and a page that is read from the right."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    ColumnDataSource,
    DataTable,
    DatePicker,
    DateRangeSlider,
    Div,
    MultiChoice,
    MultiSelect,
    NumericInput,
    PasswordInput,
    RangeSlider,
    Slider,
    Spinner,
    TableColumn,
    TabPanel,
    Tabs,
    TextInput,
)
from syncd.plotting import figure


WAYS = {
    "right": {},
    "left": {"direction": "rtl"},
    "down": {"orientation": "vertical", "height": 220},
    "up": {"orientation": "vertical", "direction": "rtl", "height": 220},
}
ENDS = {"start": 0, "end": 10, "margin": (5, 20, 5, 5)}
ones = [Slider(title=way, name=way, value=2, **ENDS, **WAYS[way]) for way in WAYS]
pairs = [
    RangeSlider(
        title=f"both {way}", name=f"both-{way}", value=(2, 6), **ENDS, **WAYS[way]
    )
    for way in WAYS
]
met = RangeSlider(title="met", name="met", start=0, end=10, value=(10, 10))
met.on_change("value", lambda _, __, new: told.update(text=f"met {new}"))
told = Div(text="nothing", name="told")
between = Slider(title="between", name="between", start=0, end=3, value=1.5)
between.on_change("value_throttled", lambda _, __, new: told.update(text=f"at {new}"))
apart = RangeSlider(title="apart", name="apart", start=0, end=3, value=(0.5, 2.5))
day = DatePicker(title="Day", name="day", value="2026-11-22", description="Any day")
more = MultiChoice(title="More", name="more", options=["one", "two"], width=300)
some = MultiSelect(title="Some", name="some", options=["a", "b"], value=["b"])

LONG = "what is said before it goes on for much longer than there is room for"
words = TextInput(title="Words", name="words", prefix=LONG, suffix="kg", width=200)
counted = NumericInput(
    title="Number", name="counted", prefix="€", suffix=LONG, width=200
)
secret = PasswordInput(title="Secret", name="secret", value="word", suffix="kg")
far = RangeSlider(
    title="far", name="far", start=0, end=10, step=4, value=(4, 8), format="0.0"
)
days = DateRangeSlider(
    title="days",
    name="days",
    start="2026-01-01",
    end="2026-12-31",
    value=("2026-02-03", "2026-03-04"),
)
count = Spinner(title="Count", name="count", value=1, width=90)

plot = figure(
    name="plot", title="مرحبا", width=320, height=240, tools="pan,reset,hover"
)
plot.scatter([1, 2, 3], [1, 3, 2], size=20, legend_label="مرحبا")
tabs = Tabs(
    name="tabs",
    tabs=[
        TabPanel(title=word, child=Div(text=word)) for word in ("one", "two", "three")
    ],
)

NAMES = ["first", "second", "third", "fourth", "fifth"]
table = DataTable(
    name="table",
    source=ColumnDataSource({name: [1, 2] for name in NAMES}),
    columns=[TableColumn(field=name, title=name, width=120) for name in NAMES],
    index_position=None,
    fit_columns=False,
    reorderable=True,
    width=300,
    height=120,
)

curdoc().add_root(
    column(
        told,
        row(column(*ones[:2], *pairs[:2], met), *ones[2:], *pairs[2:]),
        row(column(words, counted, secret, count), plot, column(tabs, table)),
        row(column(between, apart, far, days), column(day, more), some),
    )
)
