from __future__ import annotations

import array
import ctypes
import datetime as dt
import math

import pytest

from syncd.protocol.column import MIN_LENGTH, Typed, milliseconds, pack_column, unpack


np = pytest.importorskip("numpy")


def packed(column):
    """Return dtype, shape and bytes of a column that becomes an array."""
    typed = pack_column(column)
    assert type(typed) is Typed
    data = b"".join([typed.buffer])
    assert len(data) == typed.size
    return typed.dtype, typed.shape, data


def numbers(column):
    """Return dtype and numbers of a column of one dimension."""
    dtype, shape, data = packed(column)
    items = unpack(dtype, memoryview(data), shape)
    return dtype, items.tolist()


@pytest.mark.parametrize(
    ("column", "dtype"),
    [
        pytest.param([0.5] * 9, "float64", id="floats"),
        pytest.param(tuple([0.5] * 9), "float64", id="tuple"),
        pytest.param([1, 0.5] * 9, "float64", id="integers and floats"),
        pytest.param(list(range(9)), "int32", id="integers"),
        pytest.param(range(9), "int32", id="range"),
        pytest.param([2**31] * 9, "float64", id="integers beyond 32 bits"),
        pytest.param([-(2**31)] * 9, "int32", id="least 32-bit integer"),
    ],
)
def test_lists_of_numbers_become_typed(column, dtype):
    assert numbers(column) == (dtype, list(column))


@pytest.mark.parametrize(
    "column",
    [
        pytest.param([True, False] * 9, id="booleans"),
        pytest.param([1, True] * 9, id="integers and booleans"),
        pytest.param([1.5, None] * 9, id="a gap"),
        pytest.param(["a"] * 9, id="strings"),
        pytest.param([2**53] * 9, id="integers beyond floats"),
        pytest.param([2**53, 0.5] * 9, id="such integers among floats"),
        pytest.param([[1, 2]] * 9, id="lists"),
        pytest.param([0.5] * (MIN_LENGTH - 1), id="few numbers"),
        pytest.param([], id="nothing"),
    ],
)
def test_other_lists_stay_lists(column):
    assert pack_column(column) == column


def test_numbers_that_are_not_finite_survive():
    _, items = numbers([math.nan, math.inf, -math.inf, -0.0] * 3)

    assert math.isnan(items[0])
    assert items[1:3] == [math.inf, -math.inf]
    assert math.copysign(1, items[3]) == -1


def test_dates_become_milliseconds():
    day = dt.date(1970, 1, 2)
    moment = dt.datetime(1970, 1, 1, 0, 0, 1, 500)  # noqa: DTZ001

    assert numbers([day, moment] * 4) == ("float64", [86_400_000.0, 1000.5] * 4)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.datetime(1970, 1, 1, tzinfo=dt.UTC), 0.0),
        (dt.datetime(1970, 1, 1), 0.0),  # noqa: DTZ001
        (dt.datetime(1970, 1, 1, 2, tzinfo=dt.timezone(dt.timedelta(hours=2))), 7.2e6),
        (dt.datetime(1969, 12, 31, 23, 59, 59, tzinfo=dt.UTC), -1000.0),
        (dt.date(2000, 1, 1), 946_684_800_000.0),
        (dt.timedelta(microseconds=1), 0.001),
        (dt.time(1, 1, 1, 1000), 3_661_001.0),
    ],
    ids=str,
)
def test_times_are_milliseconds_of_their_own_clock(value, expected):
    assert milliseconds(value) == expected


# Arrays of Python


@pytest.mark.parametrize("code", "bBhHiIfd")
def test_arrays_are_not_copied(code):
    column = array.array(code, [1, 2])

    assert pack_column(column).buffer is column
    assert numbers(column)[1] == [1, 2]


@pytest.mark.parametrize("code", "lqLQ")
def test_arrays_of_long_integers_shrink(code):
    assert numbers(array.array(code, [1, 2**31 - 1])) == ("int32", [1, 2**31 - 1])
    if array.array(code).itemsize == 8:
        assert numbers(array.array(code, [2**50])) == ("float64", [2**50])
        assert pack_column(array.array(code, [2**53])) == [2**53]


def test_array_of_characters_is_a_list():
    assert pack_column(array.array("u", "ab")) == ["a", "b"]


def test_empty_arrays_keep_their_type():
    assert packed(array.array("f")) == ("float32", (0,), b"")
    assert packed(np.array([], "u2")) == ("uint16", (0,), b"")
    assert packed(np.array([], "i8")) == ("int32", (0,), b"")


# Other buffers


def test_views_of_several_dimensions():
    view = memoryview(array.array("d", range(6))).cast("B").cast("d", (2, 3))

    assert packed(view)[:2] == ("float64", (2, 3))


def test_strided_views_are_made_contiguous():
    view = memoryview(array.array("h", range(6)))[::2]

    assert numbers(view) == ("int16", [0, 2, 4])


@pytest.mark.parametrize(
    ("kind", "dtype"),
    [
        (ctypes.c_int32, "int32"),
        (ctypes.c_uint64, "int32"),
        (ctypes.c_double, "float64"),
        (ctypes.c_int32.__ctype_be__, "int32"),
        (ctypes.c_uint16.__ctype_be__, "uint16"),
    ],
)
def test_arrays_of_c(kind, dtype):
    assert numbers((kind * 3)(1, 2, 3)) == (dtype, [1, 2, 3])


def test_booleans_of_c_are_a_list():
    assert pack_column((ctypes.c_bool * 2)(1, 0)) == [True, False]


def test_half_floats_of_a_view():
    view = memoryview(np.array([0.5, 2], "f2"))

    assert numbers(view) == ("float32", [0.5, 2])


def test_structures_are_not_columns():
    class Point(ctypes.Structure):
        _fields_ = (("x", ctypes.c_int),)

    assert pack_column((Point * 2)()) is None
    assert pack_column(memoryview(ctypes.c_int(5))) is None


@pytest.mark.parametrize("value", [5, None, object, "text", {1: 2}], ids=repr)
def test_other_values_are_not_columns(value):
    assert pack_column(value) is None


# numpy


@pytest.mark.parametrize(
    ("given", "dtype"),
    [
        *[(f"i{size}", f"int{size * 8}") for size in (1, 2, 4)],
        *[(f"u{size}", f"uint{size * 8}") for size in (1, 2, 4)],
        ("f4", "float32"),
        ("f8", "float64"),
        ("f2", "float32"),
        ("g", "float64"),
        ("i8", "int32"),
        ("u8", "int32"),
        (">i2", "int16"),
        (">u4", "uint32"),
        (">f4", "float32"),
        (">f8", "float64"),
        (">i8", "int32"),
    ],
)
def test_every_numeric_type_of_numpy(given, dtype):
    assert numbers(np.array([1, 2, 100], given)) == (dtype, [1, 2, 100])


def test_numpy_arrays_are_not_copied():
    column = np.arange(3.0)

    assert pack_column(column).buffer is column


def test_long_integers_of_numpy_are_exact():
    assert numbers(np.array([2**40, -5])) == ("float64", [2**40, -5])
    assert pack_column(np.array([2**53, 1])) == [2**53, 1]
    assert pack_column(np.array([2**64 - 1], "u8")) == [2**64 - 1]


@pytest.mark.parametrize(
    "column",
    [np.arange(10.0)[::2], np.arange(10.0)[::-1], np.arange(6.0).reshape(2, 3).T],
    ids=["strided", "reversed", "transposed"],
)
def test_arrays_in_other_orders_are_copied(column):
    dtype, shape, data = packed(column)

    assert (dtype, shape) == ("float64", column.shape)
    assert data == column.tobytes("C")


@pytest.mark.parametrize("unit", ["D", "s", "ms", "us", "ns"])
def test_dates_of_numpy(unit):
    column = np.array(["1970-01-02", "NaT"], f"M8[{unit}]")

    dtype, items = numbers(column)

    assert (dtype, items[0]) == ("float64", 86_400_000)
    assert math.isnan(items[1])


def test_durations_of_numpy():
    assert numbers(np.array([1500], "m8[us]")) == ("float64", [1.5])


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        pytest.param(np.array([True, False]), [True, False], id="booleans"),
        pytest.param(np.array(["a", "b"]), ["a", "b"], id="strings"),
        pytest.param(np.array([1, None], object), [1, None], id="objects"),
        pytest.param(np.empty((2, 0)), [[], []], id="no elements"),
        pytest.param(np.ma.array(["a", "b"], mask=[0, 1]), ["a", None], id="masked"),
    ],
)
def test_other_arrays_of_numpy_are_lists(column, expected):
    assert pack_column(column) == expected


def test_objects_of_numpy_that_are_numbers_become_typed():
    assert numbers(np.array([0.5] * 9, object)) == ("float64", [0.5] * 9)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.float32(0.5), 0.5),
        (np.longdouble(0.5), 0.5),
        (np.int64(7), 7),
        (np.bool_(1), True),
        (np.array(3), 3),
        (np.datetime64("1970-01-01T00:00:01"), 1000.0),
        (np.timedelta64(2, "s"), 2000.0),
    ],
    ids=repr,
)
def test_scalars_of_numpy_become_those_of_python(value, expected):
    scalar = pack_column(value)

    assert scalar == expected
    assert type(scalar) is type(expected)


def test_not_a_time_is_not_a_number():
    assert math.isnan(pack_column(np.datetime64("NaT")))


def test_anything_with_array_is_asked_for_it():
    class Series:
        def __array__(self):
            return np.arange(3.0)

    assert numbers(Series()) == ("float64", [0, 1, 2])


def test_unpacked_arrays_own_their_memory():
    data = bytearray(array.array("d", [1.5]).tobytes())
    items = unpack("float64", memoryview(data), (1,))
    data[:] = bytes(8)

    assert items == array.array("d", [1.5])


def test_arrays_of_several_dimensions_unpack_to_lists():
    assert unpack("uint8", memoryview(bytes(range(8))), (2, 2, 2)) == [
        [[0, 1], [2, 3]],
        [[4, 5], [6, 7]],
    ]
