"""Widgets that dates, times and words in an order are chosen in."""

import datetime as dt

from support.heard import tell
from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    CategoricalSlider,
    DatePicker,
    DateRangePicker,
    DatetimePicker,
    DatetimeRangePicker,
    DatetimeRangeSlider,
    Div,
    MultipleDatePicker,
    MultipleDatetimePicker,
    TimePicker,
)


NOON = dt.datetime.fromisoformat("2026-01-31T12:00")
heard = Div(name="heard", text="nothing yet")
widgets = {
    "day": DatePicker(
        title="Day",
        value="2026-01-31",
        min_date="2026-01-01",
        max_date=dt.date(2026, 12, 31),
        disabled_dates=["2026-02-02", ("2026-03-01", dt.date(2026, 3, 31))],
    ),
    "weekend": DatePicker(
        title="Weekend", enabled_dates=[("2026-01-31", "2026-02-01"), "2026-02-07"]
    ),
    "time": TimePicker(
        title="Time", value=dt.time(14, 30), min_time="08:00", minute_increment=15
    ),
    "moment": DatetimePicker(title="Moment", value=NOON, min_date=NOON),
    "days": DateRangePicker(title="Days", value=("2026-01-05", "2026-01-09")),
    "span": DatetimeRangePicker(title="Span", seconds=True),
    "several": MultipleDatePicker(title="Several", value=["2026-01-05", "2026-02-05"]),
    "moments": MultipleDatetimePicker(title="Moments", value=[NOON]),
    "size": CategoricalSlider(
        title="Size", categories=["small", "medium", "large"], value="medium"
    ),
    "hours": DatetimeRangeSlider(
        title="Hours",
        start=dt.datetime.fromisoformat("2026-01-01T00:00"),
        end=dt.datetime.fromisoformat("2026-01-02T00:00"),
        value=(
            dt.datetime.fromisoformat("2026-01-01T06:00"),
            dt.datetime.fromisoformat("2026-01-01T18:00"),
        ),
    ),
}

tell(heard, widgets)

set_values = Button(label="Set", name="set")


def on_click():
    widgets["time"].value = dt.time(9, 5)
    widgets["days"].value = (dt.date(2026, 5, 1), dt.date(2026, 5, 2))


set_values.on_click(on_click)

made = list(widgets.values())
curdoc().add_root(
    column(
        heard,
        row(column(*made[:4]), column(*made[4:8]), column(*made[8:], set_values)),
        sizing_mode="stretch_width",
    )
)
