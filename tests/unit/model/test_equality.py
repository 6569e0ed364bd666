"""What counts as a change of a column."""

import math
from array import array

import numpy as np
import pytest

from syncd.model.equality import same_column, same_value


LARGE = 3 * (1 << 16) // 8 + 5


def numbers(length: int = LARGE) -> np.ndarray:
    return np.arange(length, dtype=float)


@pytest.mark.parametrize("length", [0, 1, 200, LARGE])
def test_equal_columns_are_no_change(length):
    assert same_column(numbers(length), numbers(length))
    assert same_column(array("d", range(length)), array("d", range(length)))
    assert same_column(numbers(length).tolist(), numbers(length).tolist())


@pytest.mark.parametrize("place", [0, LARGE // 2, LARGE - 1])
def test_one_other_number_is_a_change_wherever_it_stands(place):
    other = numbers()
    other[place] = -1
    assert not same_column(numbers(), other)
    assert not same_column(numbers().tolist(), other.tolist())


def test_columns_that_are_not_alike_differ():
    assert not same_column(numbers(8), numbers(9))
    assert not same_column(numbers(8), numbers(8).astype("f4"))
    assert not same_column(numbers(8), numbers(8).reshape(2, 4))
    assert not same_column(np.zeros(1, "f8"), np.zeros(1, "i8"))
    assert not same_column([1, 0], [True, False])
    assert not same_column(numbers(8), numbers(8).tolist())


def test_numbers_that_are_none_are_equal_to_themselves():
    assert same_column(np.array([np.nan]), np.array([np.nan]))


def test_columns_of_objects_and_the_same_mutable_object_count_as_changes():
    column = numbers(8)
    assert not same_column(column, column)
    assert not same_column(np.array(["a", None]), np.array(["a", None]))


def test_columns_with_gaps_between_their_numbers_are_compared_by_value():
    assert same_column(numbers(8)[::2], numbers(8)[::2])


def test_another_view_of_the_same_memory_counts_as_a_change():
    memory = numbers(8)
    assert not same_column(memory[:4], memory[:4])
    assert not same_column(memory, memory[:])
    assert not same_column(memory[:], memory)


@pytest.mark.parametrize("length", [4, LARGE])
def test_memory_of_others_may_have_been_edited_by_them(length):
    memory = bytearray(8 * length)
    assert not same_column(np.frombuffer(memory), np.frombuffer(memory))
    assert not same_column(np.frombuffer(memory)[1:], np.frombuffer(memory)[1:])
    column = array("d", range(length))
    assert not same_column(np.asarray(column), np.asarray(column))
    assert not same_column(np.asarray(column), numbers(length))


def test_other_values_that_are_masked_are_a_change():
    one, other = (np.ma.array([1.0, 2.0], mask=[0, mask]) for mask in (0, 1))
    assert not same_column(one, other)


def test_arrays_in_a_field_that_takes_anything_count_as_changes():
    assert not same_value(np.zeros(2), np.zeros(2))
    assert not same_value(None, np.zeros(2))
    assert not same_value(np.zeros(2), math.nan)
    assert same_value(math.nan, float("nan"))
