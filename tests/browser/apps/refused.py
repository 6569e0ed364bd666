"""Fields of dates that are typed into wrongly, while Python sets other values."""

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
)


NOON = dt.datetime.fromisoformat("2026-02-05T12:00")
heard = Div(name="heard", text="nothing yet")
widgets = {
    "day": DatePicker(title="Day", value="2026-01-31"),
    "stay": DateRangePicker(title="Stay", value=("2026-02-01", "2026-02-05")),
    "trip": DateRangePicker(title="Trip"),
    "span": DatetimeRangePicker(title="Span"),
    "moment": DatetimePicker(title="Moment", value=NOON),
    "several": MultipleDatePicker(title="Several", value=["2026-02-05"]),
    "moments": MultipleDatetimePicker(title="Moments", value=[NOON]),
    "past": DatePicker(title="Past", min_date="2019-03-02", max_date="2019-05-20"),
    "once": DatePicker(title="Once", enabled_dates=["2031-07-04", "2044-01-01"]),
}

tell(heard, widgets)

set_values = Button(label="Set", name="set")


def on_click():
    widgets["day"].value = "2026-05-01"
    widgets["trip"].value = ("2026-05-01", "2026-05-02")
    widgets["stay"].value = ("2026-05-03", "2026-05-04")


set_values.on_click(on_click)

made = list(widgets.values())
curdoc().add_root(
    column(
        row(heard, set_values),
        row(column(*made[:5]), column(*made[5:])),
        sizing_mode="stretch_width",
    )
)
