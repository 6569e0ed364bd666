"""Values as they travel, back to values of Python (section 4)."""

from __future__ import annotations

import re
import reprlib
from array import array
from itertools import accumulate
from math import inf, nan, prod
from operator import mul
from typing import TYPE_CHECKING, Any

from syncd.errors import MalformedMessageError
from syncd.protocol.column import DTYPES, MAX_SAFE, unpack
from syncd.protocol.encoding import MAX_DIGITS
from syncd.protocol.framing import ALIGNMENT
from syncd.protocol.messages import Reference


if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Budget", "PartReader"]

MIN_DIMENSIONS = 2
MAX_DIMENSIONS = 8
MIN_PARTS = 2
MAX_PARTS = 1 + MAX_DIMENSIONS

_ITEM_SIZES = {name: array(code).itemsize for name, code in DTYPES.items()}
_DIGITS = re.compile(rf"-?[1-9][0-9]{{15,{MAX_DIGITS - 1}}}")
_NOT_FINITE = {"nan": nan, "inf": inf, "-inf": -inf}
_KEY_TYPES = frozenset({str, int, float, bool, type(None), Reference})
_ARRAY_MEMBERS = ({"$array", "at", "length"}, {"$array", "at", "shape"})
_COLUMN_TYPES = frozenset({list, array})
_INT = frozenset({int})


class Budget:
    """What the values of one message may have together.

    Args:
        pairs: In all maps; keys that collide take quadratic time.
        lists: Made of arrays of more than one dimension; a list costs much
            more than the bytes that ask for it.
    """

    __slots__ = ("lists", "pairs")

    def __init__(self, *, pairs: int, lists: int) -> None:
        self.pairs = pairs
        self.lists = lists

    def spend(self, name: str, amount: int) -> None:
        """Take from what is left, or raise."""
        left = getattr(self, name) - amount
        if left < 0:
            raise _malformed(f"fewer {name} in a message", f"{-left} too many")
        setattr(self, name, left)


class PartReader:
    """The values of one element and its part of the buffer area."""

    __slots__ = ("_budget", "_claims", "_part")

    def __init__(self, part: memoryview, budget: Budget) -> None:
        self._part = part
        self._budget = budget
        self._claims: list[tuple[int, int]] = []

    def value(self, value: Any) -> Any:
        """Return a value with its tags resolved; lists are edited in place."""
        cls = type(value)
        if cls is dict:
            return self._object(value)
        if cls is list:
            return self._list(value)
        if cls is int and not -MAX_SAFE <= value <= MAX_SAFE:
            return _to_float(value)
        return value

    def fields(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Resolve named values, whose names stand for themselves."""
        for name, value in fields.items():
            fields[name] = self.value(value)
        return fields

    def columns(self, columns: dict[str, Any]) -> dict[str, Any]:
        """Resolve columns, each of which must be a sequence."""
        for name, column in columns.items():
            columns[name] = self._column(column)
        return columns

    def patches(
        self, patches: dict[str, list[tuple[Any, Any]]]
    ) -> dict[str, list[tuple[Any, Any]]]:
        """Resolve row patches, pairs of an index or slice and its value."""
        for pairs in patches.values():
            pairs[:] = [self._row_patch(index, value) for index, value in pairs]
        return patches

    def finish(self) -> None:
        """Raise unless the buffers fill the part and none overlap."""
        end = 0
        for start, stop in sorted(self._claims):
            if start != end:
                raise _malformed("buffers side by side", f"one at {start} after {end}")
            end = stop
        if end != len(self._part):
            raise _malformed(f"buffers of {len(self._part)} bytes", end)

    def _row_patch(self, index: Any, value: Any) -> tuple[Any, Any]:
        if type(index) is not list:
            part = _to_part(index)
            several = type(part) is slice
            return part, self._column(value) if several else self.value(value)
        parts = tuple(map(_to_part, index))
        if not MIN_PARTS <= len(parts) <= MAX_PARTS or type(parts[0]) is slice:
            raise _malformed("a row and its parts as index", index)
        several = any(type(part) is slice for part in parts)
        return parts, self._column(value) if several else self.value(value)

    def _column(self, value: Any) -> Any:
        column = self.value(value)
        if type(column) not in _COLUMN_TYPES:
            raise _malformed("a list or an array as column", value)
        return column

    def _list(self, items: list[Any]) -> list[Any]:
        types = set(map(type, items))
        if dict in types or list in types:
            items[:] = map(self.value, items)
        elif int in types and not (
            types == _INT and min(items) >= -MAX_SAFE and max(items) <= MAX_SAFE
        ):
            items[:] = map(_checked, items)
        return items

    def _object(self, members: dict[str, Any]) -> Any:
        for name in members:
            if name[:1] == "$":
                return self._tagged(name, members)
        return self.fields(members)

    def _tagged(self, tag: str, members: dict[str, Any]) -> Any:
        resolve = _TAGS.get(tag)
        if resolve is None:
            raise _malformed("a tag of the protocol", tag)
        return resolve(self, members)

    def _array(self, members: dict[str, Any]) -> Any:
        dtype = members["$array"]
        if members.keys() not in _ARRAY_MEMBERS or type(dtype) is not str:
            raise _malformed("`$array`, `at` and either `length` or `shape`", members)
        size = _ITEM_SIZES.get(dtype)
        if size is None:
            raise _malformed(f"one of {', '.join(DTYPES)}", dtype)
        if "length" in members:
            shape: tuple[int, ...] = (_count(members["length"]),)
        else:
            shape = _shape(members["shape"])
            self._budget.spend("lists", sum(accumulate(shape[:-1], mul)))
        buffer = self._claim(members["at"], prod(shape) * size)
        return unpack(dtype, buffer, shape)

    def _bytes(self, members: dict[str, Any]) -> bytes:
        if members.keys() != {"$bytes", "at"}:
            raise _malformed("`$bytes` and `at`", members)
        return bytes(self._claim(members["at"], _count(members["$bytes"])))

    def _map(self, members: dict[str, Any]) -> dict[Any, Any]:
        pairs = _only(members)
        if type(pairs) is not list:
            raise _malformed("a list of pairs", pairs)
        self._budget.spend("pairs", len(pairs))
        result = {}
        for pair in pairs:
            if type(pair) is not list or len(pair) != 2:  # noqa: PLR2004
                raise _malformed("a pair of key and value", pair)
            key = self.value(pair[0])
            if type(key) not in _KEY_TYPES:
                raise _malformed("a string, number, bool, null or model as key", key)
            result[key] = self.value(pair[1])
        return result

    def _claim(self, at: Any, size: int) -> memoryview:
        """Return a range of the part, which nothing else may claim."""
        start = _count(at)
        stop = start + size
        if start % ALIGNMENT or stop > len(self._part):
            raise _malformed(
                f"a multiple of {ALIGNMENT} within {len(self._part)} bytes",
                f"{size} bytes at {start}",
            )
        if size:
            self._claims.append((start, stop + -stop % ALIGNMENT))
        return self._part[start:stop]


def _reference(_: PartReader, members: dict[str, Any]) -> Reference:
    number = _only(members)
    if type(number) is not int or not number or not -MAX_SAFE <= number <= MAX_SAFE:
        raise _malformed("the id of a model", number)
    return Reference(number)


def _number(_: PartReader, members: dict[str, Any]) -> float:
    name = _only(members)
    number = _NOT_FINITE.get(name) if type(name) is str else None
    if number is None:
        raise _malformed('"nan", "inf" or "-inf"', name)
    return number


def _integer(_: PartReader, members: dict[str, Any]) -> int:
    digits = _only(members)
    if type(digits) is not str or not _DIGITS.fullmatch(digits):
        raise _malformed(f"an integer of up to {MAX_DIGITS} digits", digits)
    number = int(digits)
    if -MAX_SAFE <= number <= MAX_SAFE:
        raise _malformed("an integer that needs a tag", digits)
    return number


_TAGS: dict[str, Callable[[PartReader, dict[str, Any]], Any]] = {
    "$ref": _reference,
    "$num": _number,
    "$int": _integer,
    "$map": PartReader._map,  # noqa: SLF001
    "$array": PartReader._array,  # noqa: SLF001
    "$bytes": PartReader._bytes,  # noqa: SLF001
}


def _only(members: dict[str, Any]) -> Any:
    """Return the content of a tag that stands alone."""
    if len(members) != 1:
        raise _malformed("a tag alone", members)
    return next(iter(members.values()))


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MAX_SAFE:
        raise _malformed("an integer from 0", value)
    return value


def _shape(value: Any) -> tuple[int, ...]:
    if type(value) is not list or not (MIN_DIMENSIONS <= len(value) <= MAX_DIMENSIONS):
        raise _malformed(
            f"a shape of {MIN_DIMENSIONS} to {MAX_DIMENSIONS} dimensions", value
        )
    shape = tuple(map(_count, value))
    if 0 in shape:
        raise _malformed("dimensions of at least 1", value)
    return shape


def _to_part(part: Any) -> int | slice:
    if type(part) is int and -MAX_SAFE <= part <= MAX_SAFE:
        return part
    if type(part) is dict and part.keys() == {"$slice"}:
        return _to_slice(part["$slice"])
    raise _malformed("an integer or a slice as index", part)


def _to_slice(bounds: Any) -> slice:
    if type(bounds) is not list or len(bounds) != 3:  # noqa: PLR2004
        raise _malformed("a slice of start, stop and step", bounds)
    for bound in bounds:
        if bound is None or (type(bound) is int and -MAX_SAFE <= bound <= MAX_SAFE):
            continue
        raise _malformed("an integer or null as bound of a slice", bound)
    return slice(*bounds)


def _to_float(number: int) -> float:
    try:
        return float(number)
    except OverflowError:
        raise _malformed("a number in the range of a float", "a larger one") from None


def _checked(item: Any) -> Any:
    if type(item) is int and not -MAX_SAFE <= item <= MAX_SAFE:
        return _to_float(item)
    return item


def _malformed(expected: str, got: object) -> MalformedMessageError:
    return MalformedMessageError(f"expected {expected}, got {reprlib.repr(got)}")
