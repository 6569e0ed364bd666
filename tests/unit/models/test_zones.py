"""Times with a zone: Python's show their own clock, those of tables are in UTC."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from syncd.model import foreign
from syncd.models import (
    BoxAnnotation,
    ColumnDataSource,
    DatePicker,
    DatetimePicker,
    DatetimeRangeSlider,
    Range1d,
    Span,
)
from syncd.plotting import figure
from syncd.protocol.column import Typed, milliseconds, pack_column
from syncd.protocol.encoding import Part, dump


EAST = dt.timezone(dt.timedelta(hours=2))
NOON = dt.datetime(2026, 1, 1, 12, tzinfo=EAST)
"""Noon on its own clock, 10:00 in UTC."""

OWN = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC).timestamp() * 1000
UTC = OWN - 2 * 3_600_000


def packed(rows: Any) -> list[float]:
    column = pack_column(ColumnDataSource(data={"t": rows}).data["t"])
    if isinstance(column, Typed):
        return np.frombuffer(column.buffer, column.dtype).tolist()
    return [sent(time) for time in column]


def sent(value: Any) -> Any:
    return json.loads(dump(Part().value(value, 3)))


@pytest.mark.parametrize(
    "rows",
    [[NOON] * 2, (NOON,) * 2, np.array([NOON] * 2, dtype=object), [NOON] * 9],
    ids=["list", "tuple", "objects", "long list"],
)
def test_pythons_times_in_columns_keep_their_clock(rows: Any) -> None:
    assert set(packed(rows)) == {OWN}


@pytest.mark.parametrize(
    "rows",
    [
        [pd.Timestamp(NOON)] * 2,
        pd.Series([NOON] * 2),
        pd.DatetimeIndex([NOON] * 2),
        pl.Series([NOON]),
        pa.array([NOON], pa.timestamp("us", "+02:00")),
    ],
    ids=["timestamps", "series", "index", "polars", "arrow"],
)
def test_times_of_tables_are_in_utc(rows: Any) -> None:
    assert set(packed(rows)) == {UTC}


@pytest.mark.parametrize(
    "rows",
    [pl.Series([NOON]), pa.array([NOON], pa.timestamp("us", "+02:00"))],
    ids=["polars", "arrow"],
)
def test_times_of_tables_are_in_utc_without_numpy(
    rows: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Bare:
        """A column of which numpy can make nothing."""

        dtype = type = type(None)

        def to_list(self) -> list[Any]:
            return rows.to_pylist() if hasattr(rows, "to_pylist") else rows.to_list()

        to_pylist = to_list

        def to_numpy(self) -> Any:
            raise ImportError

        __array__ = to_numpy

    reader = foreign._from_arrow if hasattr(rows, "to_pylist") else foreign._from_polars
    assert [milliseconds(time) for time in reader(Bare())] == [UTC]


@pytest.mark.parametrize(
    ("time", "expected"),
    [(NOON, OWN), (pd.Timestamp(NOON), UTC)],
    ids=["datetime", "timestamp"],
)
def test_fields_take_times_as_columns_do(time: Any, expected: float) -> None:
    plot = figure(x_range=(time, time))
    slider = DatetimeRangeSlider(start=time, end=time, value=(time, time))
    assert [
        Range1d(start=time).start,
        plot.x_range.end,
        Span(location=time).location,
        BoxAnnotation(left=time).left,
        slider.start,
        slider.value[0],
        DatetimePicker(value=time).value,
        sent(time),
    ] == [expected] * 8


def test_a_days_own_clock_tells_which_day_it_is() -> None:
    late = dt.datetime(2026, 1, 31, 23, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert DatePicker(value=late).value == "2026-01-31"
    assert (
        DatetimePicker(value=late.isoformat()).value
        == DatetimePicker(value="2026-01-31T23:00").value
    )


def test_no_time_is_none() -> None:
    assert np.isnan(milliseconds(pd.NaT))


@pytest.mark.parametrize(
    ("time", "expected"),
    [(NOON, "2026-01-01T12"), (pd.Timestamp(NOON), "2026-01-01T10")],
    ids=["datetime", "timestamp"],
)
def test_columns_of_numpys_times_take_the_same(time: Any, expected: str) -> None:
    source = ColumnDataSource(data={"t": np.array(["2025-01-01"], "M8[s]")})
    source.stream({"t": [time]})
    source.patch({"t": [(0, time)]})
    assert set(source.data["t"].astype("M8[h]").astype(str)) == {expected}
