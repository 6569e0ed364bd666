"""Small modules that applications import under Bokeh's names."""

import datetime as dt
import logging
import math

import pytest

from syncd.util import dependencies, logconfig, serialization


DAY = 86_400_000.0
FRIDAY = dt.datetime(1970, 1, 2)  # noqa: DTZ001 - Bokeh takes it as UTC


def test_times_become_milliseconds():
    assert serialization.convert_datetime_type(FRIDAY) == DAY
    assert serialization.convert_datetime_type(dt.date(1970, 1, 2)) == DAY
    assert serialization.convert_date_to_datetime(dt.date(1970, 1, 2)) == DAY
    assert serialization.convert_datetime_type(dt.time(12)) == DAY / 2
    assert serialization.convert_timedelta_type(dt.timedelta(days=1)) == DAY


def test_what_is_a_time():
    assert serialization.is_datetime_type(FRIDAY)
    assert not serialization.is_datetime_type(dt.date(1970, 1, 2))
    assert serialization.is_timedelta_type(dt.timedelta(1))
    assert not serialization.is_timedelta_type(1)


def test_times_of_numpy():
    np = pytest.importorskip("numpy")
    times = np.array(["1970-01-02", "NaT"], "datetime64[D]")
    assert serialization.is_datetime_type(times)
    assert serialization.convert_datetime_type(times[0]) == DAY
    assert math.isnan(serialization.convert_datetime_type(times[1]))
    found = serialization.convert_datetime_array(times)
    assert found[0] == DAY
    assert math.isnan(found[1])
    spans = serialization.convert_datetime_array(np.array([1], "timedelta64[D]"))
    assert spans.tolist() == [DAY]
    numbers = np.array([1.5])
    assert serialization.convert_datetime_array(numbers) is numbers


def test_ids_differ():
    makers = (
        serialization.make_id,
        serialization.make_globally_unique_id,
        serialization.make_globally_unique_css_safe_id,
    )
    assert len({make() for make in makers for _ in range(3)}) == 9
    assert serialization.make_globally_unique_css_safe_id()[0] == "u"


def test_modules_that_may_be_missing():
    assert dependencies.import_optional("math") is math
    assert dependencies.import_optional("docsync_no_such_module") is None
    assert dependencies.import_required("math", "no mathematics") is math
    with pytest.raises(RuntimeError, match="no mathematics"):
        dependencies.import_required("docsync_no_such_module", "no mathematics")


def test_logging_that_is_set_up_is_left_alone():
    before = logging.root.level, [*logging.root.handlers]
    logconfig.basicConfig(level=before[0] + 1)
    assert (logging.root.level, logging.root.handlers) == before
