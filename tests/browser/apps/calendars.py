"""Calendars and clocks of dates and times."""

import datetime as dt

from support.heard import tell
from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    DatePicker,
    DateRangePicker,
    DatetimePicker,
    DatetimeRangePicker,
    Div,
    MultipleDatePicker,
    MultipleDatetimePicker,
    TimePicker,
)


MORNING = dt.datetime.fromisoformat("2026-02-05T10:00")
EVENING = dt.datetime.fromisoformat("2026-02-06T18:30")
heard = Div(name="heard", text="nothing yet")
widgets = {
    "day": DatePicker(
        title="Day",
        value="2026-01-31",
        min_date="2025-11-10",
        disabled_dates=["2026-02-10", ("2026-02-16", "2026-02-18")],
    ),
    "weekend": DatePicker(
        title="Weekend",
        value="2026-02-07",
        enabled_dates=[("2026-02-07", "2026-02-08"), "2026-02-14"],
        position="above",
    ),
    "worded": DatePicker(
        title="Worded", value="2024-02-29", date_format="l, F J, Y", position="above"
    ),
    "moment": DatetimePicker(
        title="Moment",
        value=MORNING,
        clock="12h",
        hour_increment=3,
        minute_increment=15,
    ),
    "time": TimePicker(title="Time", seconds=True, second_increment=10),
    "office": TimePicker(
        title="Office", min_time="14:00", max_time="18:00", time_format="G.i K"
    ),
    "stay": DateRangePicker(
        title="Stay",
        inline=True,
        value=("2026-02-05", "2026-02-11"),
        disabled_dates=["2026-02-20"],
    ),
    "span": DatetimeRangePicker(
        title="Span", inline=True, value=(MORNING, EVENING), clock="12h", seconds=True
    ),
    "several": MultipleDatePicker(
        title="Several", value=["2026-02-05"], inline=True, date_format="j M"
    ),
    "moments": MultipleDatetimePicker(title="Moments", value=[MORNING]),
    "late": DatePicker(title="Late", value="2026-02-12"),
    "off": DatePicker(title="Off", value="2026-02-05", inline=True, disabled=True),
}

tell(heard, widgets)

narrow = Button(label="Narrow", name="narrow")


def on_narrow():
    late = widgets["late"]
    curdoc().add_timeout_callback(
        lambda: late.update(min_date="2026-02-09", disabled_dates=["2026-02-17"]), 300
    )


narrow.on_click(on_narrow)
made = list(widgets.values())
curdoc().add_root(
    column(
        row(heard, narrow),
        row(
            column(*made[:6]),
            column(made[6], made[7]),
            column(*made[8:]),
            sizing_mode="stretch_width",
        ),
        sizing_mode="stretch_width",
    )
)
