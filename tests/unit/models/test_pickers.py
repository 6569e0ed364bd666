"""Dates, times and colours that people choose, as Python holds them."""

import datetime as dt

import pytest

from syncd.colors import RGB
from syncd.errors import FieldError
from syncd.models import (
    CategoricalSlider,
    ColorPicker,
    DatePicker,
    DateRangePicker,
    DatetimePicker,
    DatetimeRangePicker,
    DatetimeRangeSlider,
    MultipleDatePicker,
    MultipleDatetimePicker,
    RangeSlider,
    TimePicker,
)


DAY, TIME = dt.date(2026, 1, 31), dt.datetime.fromisoformat("2026-01-31T14:30")
MILLISECONDS = 1_769_869_800_000


def test_days_are_texts_whatever_they_were():
    assert DatePicker(value=DAY).value == "2026-01-31"
    assert DatePicker(value="").value is None
    assert DateRangePicker(value=(DAY, "2026-02-01")).value == (
        "2026-01-31",
        "2026-02-01",
    )
    assert MultipleDatePicker(value=[DAY]).value == ["2026-01-31"]


def test_a_text_with_a_time_counts_for_its_day():
    text = "2024-02-03T04:05"
    picker = DatePicker(value=text, min_date=text, disabled_dates=[text, (text, text)])
    assert picker.value == picker.min_date == "2024-02-03"
    assert picker.disabled_dates == ["2024-02-03", ("2024-02-03", "2024-02-03")]


def test_a_moment_is_a_float_wherever_it_comes_from():
    picker = DatetimePicker(value=MILLISECONDS)
    assert isinstance(picker.value, float)
    several = MultipleDatetimePicker(value=[MILLISECONDS])
    assert isinstance(several.value[0], float)


def test_times_of_day_are_times_and_travel_as_texts():
    picker = TimePicker(value="14:30", max_time=dt.time(18, 0, 5))
    assert picker.value == dt.time(14, 30)
    assert picker.wire_value("max_time") == "18:00:05"
    assert TimePicker().wire_value("value") is None


def test_days_with_times_are_milliseconds():
    assert DatetimePicker(value=TIME).value == MILLISECONDS
    assert DatetimePicker(value="2026-01-31T14:30:00").value == MILLISECONDS
    assert DatetimeRangePicker(value=(TIME, TIME)).value == (MILLISECONDS,) * 2
    assert MultipleDatetimePicker(value=[TIME]).value == [MILLISECONDS]


def test_days_that_cannot_be_chosen_are_days_and_pairs():
    picker = DatetimePicker(disabled_dates=[DAY, (DAY, "2026-02-03")])
    assert picker.disabled_dates == ["2026-01-31", ("2026-01-31", "2026-02-03")]


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (TimePicker, {"value": "25:00"}),
        (TimePicker, {"value": dt.time(1, tzinfo=dt.UTC)}),
        (DatePicker, {"value": 1706932800.0}),
        (DatePicker, {"min_date": MILLISECONDS}),
        (DatePicker, {"value": dt.timedelta(days=1)}),
        (DatetimePicker, {"value": 10**400}),
        (MultipleDatePicker, {"value": [None]}),
        (DateRangePicker, {"value": (DAY,)}),
        (DatePicker, {"enabled_dates": [(DAY, DAY, DAY)]}),
    ],
)
def test_what_is_no_date_or_time_is_refused(cls, values):
    with pytest.raises(FieldError, match=f"{cls.__name__}.{next(iter(values))} got"):
        cls(**values)


def test_sliders_of_words_and_of_times():
    slider = CategoricalSlider(categories=["a", "b"], value="b")
    assert slider.value == "b"
    hours = DatetimeRangeSlider(value=(TIME, TIME))
    noon = TIME.replace(tzinfo=dt.UTC)
    assert hours.value_as_datetime == (noon, noon)
    assert hours.step == 3_600_000
    assert RangeSlider().step == 1


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("red", "#ff0000"),
        ("DarkOrange", "#ff8c00"),
        ("#3366cc", "#3366cc"),
        ((0, 128, 255), "#0080ff"),
        ((0, 128, 255, 0.5), "#0080ff80"),
        (RGB(255, 99, 71), "#ff6347"),
        ("rgb(1, 2, 3)", "rgb(1, 2, 3)"),
    ],
)
def test_a_chosen_colour_is_read_as_digits(given, read):
    assert ColorPicker(color=given).color == read


def test_what_is_no_colour_cannot_be_chosen():
    with pytest.raises(FieldError, match="'nocolour'"):
        ColorPicker(color="nocolour")
