"""Sequences of numbers as typed arrays, and back (section 4).

A column is whatever an author has: a list, an `array.array`, anything with
the buffer protocol, anything with ``__array__`` such as a pandas series.
numpy is never imported; its arrays are asked to convert themselves.
"""

from __future__ import annotations

import array
import datetime as dt
import math
import struct
import sys
from typing import Any, NamedTuple

from syncd.model.arrays import ARRAYS
from syncd.model.foreign import rows_of
from syncd.model.moments import since_1970


__all__ = [
    "DTYPES",
    "MAX_SAFE",
    "Typed",
    "milliseconds",
    "pack_column",
    "ready_type",
    "unpack",
]

MAX_SAFE = 2**53 - 1
"""The largest integer that JSON's readers keep exactly."""

MIN_LENGTH = 8
"""Numbers; a shorter list is smaller, and as fast, in JSON."""

DTYPES = {
    "int8": "b",
    "uint8": "B",
    "int16": "h",
    "uint16": "H",
    "int32": "i",
    "uint32": "I",
    "float32": "f",
    "float64": "d",
}
"""The typecode of `array.array` for every dtype of the wire."""

_BIG_ENDIAN = sys.byteorder == "big"
_FOREIGN = "<" if _BIG_ENDIAN else ">"
_ORDER = "<" if _BIG_ENDIAN else ""
"""Says the order of bytes to `struct`, whose own is the fastest."""
_BY_FORMAT = {code: name for name, code in DTYPES.items()} | {
    code: name
    for code, name in (("l", "int32"), ("L", "uint32"))
    if array.array(code).itemsize == array.array("i").itemsize
}
_BY_NUMPY = {
    "|i1": "int8",
    "|u1": "uint8",
    "<i2": "int16",
    "<u2": "uint16",
    "<i4": "int32",
    "<u4": "uint32",
    "<f4": "float32",
    "<f8": "float64",
}
_BY_CHAR = {code: name for name, code in DTYPES.items()}
"""By the letter of numpy's type, which is at hand; its name has to be made."""
_LONG_FORMATS = frozenset("qQlLnN")
_WORD = 4
_INTEGERS = {1: "b", 2: "h", 4: "i", 8: "q"}
_INT = frozenset({int})
_NUMBERS = frozenset({int, float})
_FIRST_DAY = dt.date(1970, 1, 1).toordinal()
_MILLISECOND = dt.timedelta(milliseconds=1)


class Typed(NamedTuple):
    """A column as its bytes: little-endian, contiguous, row-major.

    ``buffer`` may be the author's own object, not a copy.
    """

    dtype: str
    buffer: Any
    size: int
    shape: tuple[int, ...]


def ready_type(column: Any) -> str | None:
    """Return the dtype of an array of one dimension that travels as it is.

    ``None`` means that `pack_column` has to look at it.
    """
    if type(column) not in ARRAYS or column.ndim != 1:
        return None
    dtype = column.dtype
    if _BIG_ENDIAN or not (dtype.isnative and column.flags.c_contiguous):
        return None
    return _BY_CHAR.get(dtype.char)


def pack_column(column: Any) -> Any:
    """Return a column as `Typed`, or as a list or tuple for JSON.

    A scalar of numpy's becomes one of Python's. ``None`` means that it is no
    sequence of any kind known here.
    """
    cls = type(column)
    if cls is list or cls is tuple:
        return _pack_list(column)
    if cls is array.array:
        return _pack_array(column)
    if hasattr(cls, "__array__"):
        known = hasattr(cls, "__array_interface__")
        return _pack_numpy(column if known else column.__array__())
    if isinstance(column, list | tuple | range):
        return _pack_list(list(column))
    try:
        view = memoryview(column)
    except TypeError:
        return None
    return _pack_view(view)


def _pack_list(column: list[Any] | tuple[Any, ...]) -> Any:
    if len(column) < MIN_LENGTH:
        return column
    length = len(column)
    if type(column[0]) is float and list(map(type, column)).count(float) == length:
        # Much faster than `array.array`, and counting than making a set.
        buffer = struct.pack(f"{_ORDER}{length}d", *column)
        return Typed("float64", buffer, len(buffer), (length,))
    types = set(map(type, column))
    if types == _INT:
        return _pack_integers(column)
    if types == _NUMBERS and all(map(_is_exact, column)):
        return _typed(array.array("d", column))
    if all(issubclass(cls, dt.date | dt.timedelta) for cls in types):
        return _typed(array.array("d", map(milliseconds, column)))
    return column


def _is_exact(number: float) -> bool:
    return type(number) is float or -MAX_SAFE <= number <= MAX_SAFE


def _pack_integers(column: Any) -> Any:
    """Pack exact integers into the smallest type that browsers like."""
    try:
        return _typed(array.array("i", column))
    except OverflowError:
        if min(column) >= -MAX_SAFE and max(column) <= MAX_SAFE:
            return _typed(array.array("d", column))
        return list(column)


def _typed(column: array.array[Any]) -> Typed:
    """Describe an array of a typecode that the wire knows."""
    length = len(column)
    if _BIG_ENDIAN:
        column = array.array(column.typecode, column)
        column.byteswap()
    dtype = _BY_FORMAT[column.typecode]
    return Typed(dtype, column, length * column.itemsize, (length,))


def _pack_array(column: array.array[Any]) -> Any:
    if column.typecode in _BY_FORMAT:
        return _typed(column)
    if column.typecode in _LONG_FORMATS:
        return _pack_integers(column)
    return column.tolist()  # characters


def _pack_view(view: memoryview) -> Any:
    """Pack anything else that has a buffer."""
    order, code = _split_format(view.format)
    shape, raw = view.shape, view.tobytes()
    if not shape:
        return None
    if code == "?":
        return _nest(list(map(bool, raw)), shape)
    if code == "e":
        items = array.array("f", struct.unpack(f"{order}{len(raw) // 2}e", raw))
    elif code in "fdbBhHiIlLqQnN":
        items = array.array(_typecode(code, view.itemsize), raw)
        if order == _FOREIGN:
            items.byteswap()
    else:
        return None
    if len(shape) > 1 and not raw:
        return view.tolist()
    packed = _pack_array(items)
    if isinstance(packed, Typed):
        return packed._replace(shape=shape)
    return _nest(packed, shape)


def _split_format(text: str) -> tuple[str, str]:
    if text[:1] in {"@", "=", "<", ">", "!"}:
        return text[0].replace("!", ">"), text[1:]
    return "", text


def _typecode(code: str, size: int) -> str:
    """Return the native typecode; ``l`` has other sizes elsewhere."""
    if code in "fd":
        return code
    native = _INTEGERS[size]
    return native if code.islower() else native.upper()


def _nest(items: list[Any], shape: tuple[int, ...]) -> list[Any]:
    """Return the items as lists of lists, the last dimension innermost."""
    for length in reversed(shape[1:]):
        items = [items[at : at + length] for at in range(0, len(items), length)]
    return items


def _pack_numpy(column: Any) -> Any:
    """Pack an array that converts itself, by nothing but its own methods."""
    dtype, shape = column.dtype, column.shape
    if not shape:
        return _numpy_scalar(column, dtype.kind)
    if type(column) not in ARRAYS and hasattr(column, "mask"):
        unmasked = rows_of(column)
        return (_pack_list if type(unmasked) is list else _pack_numpy)(unmasked)
    name = _BY_NUMPY.get(dtype.str)
    if name is None:
        column = _to_wire_type(column, dtype)
        if type(column) is list:
            return _pack_list(column)
        name = _BY_NUMPY[column.dtype.str]
    if len(shape) > 1 and not column.size:
        return column.tolist()
    if not column.flags.c_contiguous:
        column = column.copy(order="C")
    return Typed(name, column, column.nbytes, shape)


def _numpy_scalar(value: Any, kind: str) -> Any:
    """Return a number of numpy's as one of Python's."""
    if kind == "f":
        return float(value)
    if kind not in "mM":
        return value.item()
    if value != value:  # noqa: PLR0124  # NaT differs from itself
        return math.nan
    return int(value.astype(f"{kind}8[us]").astype("<i8")) / 1000


def _to_wire_type(column: Any, dtype: Any) -> Any:
    """Convert to a type that the wire knows, or to a list."""
    kind, size = dtype.kind, dtype.itemsize
    if kind not in "mMfiu":
        return column.tolist()
    if kind in "mM":
        return _numpy_milliseconds(column, kind)
    if kind == "f":
        return column.astype("<f4" if size <= _WORD else "<f8")
    if size <= _WORD:
        return column.astype(f"<{kind}{size}")
    return _numpy_integers(column)


def _numpy_integers(column: Any) -> Any:
    """Convert 64-bit integers to what holds them exactly."""
    low, high = (int(column.min()), int(column.max())) if column.size else (0, 0)
    if low >= -(2**31) and high < 2**31:
        return column.astype("<i4")
    if low >= -MAX_SAFE and high <= MAX_SAFE:
        return column.astype("<f8")
    return column.tolist()


def _numpy_milliseconds(column: Any, kind: str) -> Any:
    """Convert datetime64 or timedelta64; not-a-time becomes NaN."""
    floats = column.astype(f"{kind}8[us]").astype("<i8").astype("<f8") / 1000.0
    absent = column != column  # noqa: PLR0124  # NaT differs from itself
    if absent.any():
        floats[absent] = math.nan
    return floats


def milliseconds(value: dt.date | dt.time | dt.timedelta) -> float:
    """Return a time as browsers count it, in milliseconds.

    Points in time count from 1970: Python's own by their clock, pandas' with a zone
    in UTC; a time of day counts from midnight.
    """
    if isinstance(value, dt.timedelta):
        return value / _MILLISECOND
    if value != value:  # noqa: PLR0124  # pandas' NaT is a datetime
        return math.nan
    if isinstance(value, dt.datetime):
        return since_1970(value)
    if isinstance(value, dt.date):
        return (value.toordinal() - _FIRST_DAY) * 86_400_000.0
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    return seconds * 1000 + value.microsecond / 1000


def unpack(dtype: str, buffer: memoryview, shape: tuple[int, ...]) -> Any:
    """Return the array of the wire: `array.array`, or nested lists.

    The result owns its memory; it has more than one dimension only as lists.
    """
    items: array.array[Any] = array.array(DTYPES[dtype])
    items.frombytes(buffer)
    if _BIG_ENDIAN:
        items.byteswap()
    if len(shape) == 1:
        return items
    return _nest(items.tolist(), shape)
