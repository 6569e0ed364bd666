"""Columns that come back from browsers are what their authors calculate with."""

import array
import math

import numpy as np
import pytest

from syncd.model import Model
from syncd.model.specs import Columns
from syncd.session.apply import _authored
from syncd.session.returned import as_authored


def back(before, column):
    return as_authored({"c": column}, {"c": before})["c"]


def floats(*values):
    return array.array("d", values)


def test_times_stay_times():
    before = np.array(["2024-01-01", "2024-01-02"], "datetime64[ns]")
    made = back(before, floats(1704067200000.0, math.nan))
    assert made.dtype == before.dtype
    assert made[0] == np.datetime64("2024-01-01")
    assert np.isnat(made[1])


def test_times_beyond_the_column_stay_numbers():
    before = np.array(["2024-01-01"], "datetime64[ns]")
    assert back(before, floats(1e300)).tolist() == [1e300]


def test_numbers_of_the_same_kind_are_not_copied():
    came = floats(3.5, math.nan)
    assert np.shares_memory(back(np.array([1.0, 2.0]), came), came)


def test_whole_numbers_stay_whole_where_they_are():
    made = back(np.array([1, 2]), floats(3, 4))
    assert np.arange(5)[made].tolist() == [3, 4]
    assert back(np.array([1, 2]), floats(3, 4.5)).tolist() == [3, 4.5]
    assert back(np.array([1], "int8"), floats(300)).tolist() == [300]


def test_a_list_in_the_place_of_an_array_becomes_one():
    made = back(np.array([1, 2]), [3, 4])
    assert (made > 3).tolist() == [False, True]
    assert back(np.zeros((2, 2)), [[1.0, 2.0], [3.0, 4.0]]).shape == (2, 2)


@pytest.mark.parametrize(
    ("before", "column"),
    [
        (np.array([1, 2]), ["a", "b"]),
        (np.array([1, 2]), [1, None]),
        (np.array([1, 2]), [[1], [2, 3]]),
        (np.array(["a"]), ["b"]),
        (["a"], ["b"]),
        (None, ["b"]),
    ],
    ids=repr,
)
def test_what_is_no_such_array_stays_a_list(before, column):
    assert back(before, column) is column


def test_images_in_a_list_stay_arrays_of_their_kind():
    before = [None, np.zeros((2, 2), "uint32"), np.zeros((1, 2), "uint32")]
    first, second, third = back(before, [[[1, 2], [3, 4]], None, [[5, 6]]])
    assert (first.dtype, first.shape, second) == (np.dtype("uint32"), (2, 2), None)
    assert third.tolist() == [[5, 6]]
    assert back([np.float64(1)], [2.0]) == [2.0]


def test_gaps_make_floats():
    made = back(np.array([1, 2]), floats(1, math.nan))
    assert made.dtype == np.float64
    assert np.isnan(made[1])


def test_a_field_that_may_be_without_columns_takes_them():
    class Shelf(Model):
        columns: Columns | None = None

    shelf = Shelf()
    assert _authored(shelf, "columns", {"x": floats(1)}) == {"x": [1.0]}
