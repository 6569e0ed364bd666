"""How ticks are written, as an author says it."""

import pytest

from syncd.errors import FieldError
from syncd.models import (
    CustomJSTickFormatter,
    DatetimeTickFormatter,
    NumeralTickFormatter,
    TimedeltaAxis,
    TimedeltaTickFormatter,
)
from syncd.models.formatters import RELATIVE_DATETIME_CONTEXT


def test_of_a_list_of_forms_the_first_one_counts():
    assert DatetimeTickFormatter(days=["%m/%d", "%a%d"]).days == "%m/%d"


def test_a_context_is_a_form_or_another_formatter_of_the_same_kind():
    context = RELATIVE_DATETIME_CONTEXT()
    assert DatetimeTickFormatter(context="%F").context == "%F"
    assert DatetimeTickFormatter(context=context).context is context
    with pytest.raises(FieldError, match="context"):
        TimedeltaTickFormatter(context=context)


def test_zeros_are_stripped_at_the_scales_that_there_are():
    assert TimedeltaTickFormatter(strip_leading_zeros=["nanoseconds"])
    with pytest.raises(FieldError, match="strip_leading_zeros"):
        DatetimeTickFormatter(strip_leading_zeros=["nanoseconds"])


def test_an_unknown_language_is_refused():
    assert NumeralTickFormatter(language="pt-br", rounding="floor")
    with pytest.raises(FieldError, match="language"):
        NumeralTickFormatter(language="xx")


def test_code_comes_from_python_alone():
    assert CustomJSTickFormatter.runs_in_browser


def test_an_axis_of_durations_tells_longer_units_below_shorter_ones():
    formatter = TimedeltaAxis().formatter
    clock = formatter.context
    assert [clock.milliseconds, clock.hours, clock.days] == ["%H:%M:%S", "%d days", ""]
    assert [clock.context.milliseconds, clock.context.hours] == ["%d days", ""]
    assert TimedeltaTickFormatter().context is None
