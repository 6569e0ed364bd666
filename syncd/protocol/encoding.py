"""Values of models as JSON and buffers (section 4).

A value is walked once and copied only where JSON cannot say it; what is
plain already, and most is, goes to the encoder as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import isfinite
from typing import Any

import msgspec

from syncd.colors import Color
from syncd.errors import LocalProtocolError
from syncd.model import ColumnDict, Model
from syncd.model.containers import FieldList
from syncd.protocol.column import (
    MAX_SAFE,
    Typed,
    milliseconds,
    pack_column,
    ready_type,
)
from syncd.protocol.framing import ALIGNMENT, PADDING
from syncd.protocol.messages import Reference


__all__ = ["MAX_SENT_DEPTH", "PLAIN", "Part", "dump"]

MAX_SENT_DEPTH = 80
"""Levels of JSON that the server sends at most."""

MAX_VALUE_DEPTH = 76
"""Levels around a list or dict: tags and maps take up to four more.

What a client nested 64 deep fits, one level deeper in a snapshot and with
an array of eight dimensions at its bottom.
"""

MAX_DIGITS = 1000
"""Digits of an integer; parsing more takes quadratic time."""

PLAIN = frozenset({str, bool, type(None)})
"""Types whose values are plain data, whatever they are."""

_WITH_NUMBERS = PLAIN | {int, float}
_NUMBERS = frozenset({int, float})
_BUFFERED = frozenset({"$array", "$bytes"})
_SURROGATES = re.compile("[\ud800-\udfff]")
_encode = msgspec.json.Encoder().encode


def dump(value: Any) -> bytes:
    """Return plain data as JSON, with lone surrogates replaced."""
    try:
        return _encode(value)
    except UnicodeEncodeError:
        return _encode(_well_formed(value))


def _well_formed(value: Any) -> Any:
    """Return plain data without lone surrogates."""
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_well_formed(key): _well_formed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_well_formed(item) for item in value]
    return value


class Part:
    """The buffers of one element, as its values are walked.

    Buffers are not copied: an author's array is referred to until the
    message is packed, and must not change before that.
    """

    __slots__ = ("buffers", "size")

    def __init__(self) -> None:
        self.buffers: list[Any] = []
        self.size = 0

    def value(self, value: Any, depth: int) -> Any:
        """Return a value as plain data for JSON.

        Args:
            value: What a field holds.
            depth: How many levels of the message are around it.

        Raises:
            LocalProtocolError: It holds something that has no form on the
                wire, or nests too deep.
        """
        cls = type(value)
        if cls is str or cls is bool or value is None:
            return value
        if cls is float:
            return value if isfinite(value) else _not_finite(value)
        if cls is int:
            return value if -MAX_SAFE <= value <= MAX_SAFE else _long(value)
        if depth >= MAX_VALUE_DEPTH:
            raise LocalProtocolError(
                f"a value nests deeper than {MAX_VALUE_DEPTH} levels; does a list or"
                " dict contain itself?"
            )
        if cls is list or cls is tuple or cls is FieldList:
            return self._list(value, depth + 1)
        if cls is dict:
            return self._dict(value, depth + 1)
        return self._other(value, cls, depth)

    def column(self, column: Any, depth: int) -> Any:
        """Return a column as plain data for JSON: a tag, or a list."""
        dtype = ready_type(column)
        if dtype is not None:
            at = self._add(column, column.nbytes)
            return {"$array": dtype, "at": at, "length": len(column)}
        packed = pack_column(column)
        if type(packed) is Typed:
            return self._array(packed)
        if packed is None and isinstance(column, Iterable):
            packed = list(column)
        if not isinstance(packed, list | tuple):
            raise LocalProtocolError(
                f"a column is a {type(column).__name__}, expected a list, tuple or"
                " array"
            )
        return self._list(packed, depth + 1)

    def columns(self, columns: Mapping[str, Any], depth: int) -> dict[str, Any]:
        """Return the columns of a change, whose names stand for themselves."""
        told: dict[str, Any] = {}
        for name, column in columns.items():
            try:
                key = name if type(name) is str else _name(name)
                told[key] = self.column(column, depth + 1)
            except LocalProtocolError as error:
                raise LocalProtocolError(f"column {name!r}: {error}") from None
        return told

    def fill(self, fields: dict[str, Any], depth: int) -> None:
        """Make the values of a dictionary plain data; mostly they are already."""
        value_of = self.value
        for name, value in fields.items():
            cls = type(value)
            if cls in PLAIN:
                continue
            if cls is float and isfinite(value):
                continue
            if isinstance(value, Model):
                fields[name] = _reference(value)
            else:
                fields[name] = value_of(value, depth)

    def fields(self, fields: Mapping[str, Any], depth: int) -> dict[str, Any]:
        """Return named values, whose names stand for themselves."""
        return {
            _name(name): self.value(value, depth + 1) for name, value in fields.items()
        }

    def patches(self, patches: Mapping[str, Any], depth: int) -> dict[str, Any]:
        """Return row patches: pairs of an index and its value by column."""
        return {
            _name(name): [
                self._row_patch(index, value, depth + 3) for index, value in pairs
            ]
            for name, pairs in patches.items()
        }

    def _row_patch(self, index: Any, value: Any, depth: int) -> list[Any]:
        whole = not isinstance(index, tuple | list)
        parts = (index,) if whole else index
        told = [
            {"$slice": [part.start, part.stop, part.step]}
            if isinstance(part, slice)
            else part
            for part in parts
        ]
        several = any(isinstance(part, slice) for part in parts)
        return [
            told[0] if whole else told,
            self.column(value, depth) if several else self.value(value, depth),
        ]

    def _list(self, items: Any, depth: int) -> Any:
        """Return the list itself if it is plain; most are."""
        types = set(map(type, items))
        if types <= PLAIN:
            return items
        if types <= _WITH_NUMBERS and _are_plain_numbers(items, types):
            return items
        return [
            _reference(item) if isinstance(item, Model) else self.value(item, depth)
            for item in items
        ]

    def _dict(self, items: Mapping[Any, Any], depth: int) -> dict[str, Any]:
        if _are_names(items):
            return {name: self.value(item, depth) for name, item in items.items()}
        pairs = [
            [self._key(key), self.value(item, depth + 2)] for key, item in items.items()
        ]
        return {"$map": pairs}

    def _key(self, key: Any) -> Any:
        plain = self.value(key, MAX_VALUE_DEPTH - 1)
        tag = next(iter(plain)) if isinstance(plain, dict) else None
        if isinstance(plain, list | tuple) or tag in _BUFFERED:
            raise LocalProtocolError(
                f"a dict has the key {key!r}, expected a string, number, bool, None"
                " or model"
            )
        return plain

    def _other(self, value: Any, cls: type, depth: int) -> Any:
        """Return what is not of the handful of plain types."""
        if cls is Reference or isinstance(value, Model):
            return _reference(value)
        if cls is ColumnDict:
            return self._column_dict(value, depth)
        if isinstance(value, (bytes, bytearray)):
            size = len(value)
            return {"$bytes": size, "at": self._add(value, size)}
        if isinstance(value, (list, tuple)):
            return self._list(value, depth + 1)
        if isinstance(value, Mapping):
            return self._dict(value, depth + 1)
        return self._foreign(value, cls, depth)

    def _column_dict(self, value: ColumnDict, depth: int) -> dict[str, Any]:
        """Return all columns of a source, as the value of a field."""
        if _are_names(value):
            return self.columns(value, depth)
        pairs = [[name, self.column(data, depth + 3)] for name, data in value.items()]
        return {"$map": pairs}

    def _foreign(self, value: Any, cls: type, depth: int) -> Any:
        """Return what comes from elsewhere: arrays, dates, subclasses."""
        for kind, convert in _CONVERSIONS:
            if isinstance(value, kind):
                return self.value(convert(value), depth)
        if cls.__name__ == "NAType":  # pandas' missing value
            return None
        packed = pack_column(value)
        if type(packed) is Typed:
            return self._array(packed)
        if packed is None or type(packed) is cls:
            raise LocalProtocolError(
                f"a value of type {cls.__name__} has no form on the wire; use"
                " numbers, strings, lists, dicts, arrays, dates or models"
            )
        return self.value(packed, depth)

    def _array(self, packed: Typed) -> dict[str, Any]:
        dtype, buffer, size, shape = packed
        tag = {"$array": dtype, "at": self._add(buffer, size)}
        if len(shape) == 1:
            tag["length"] = shape[0]
        else:
            tag["shape"] = shape
        return tag

    def _add(self, buffer: Any, size: int) -> int:
        """Take a buffer and its padding; return where it begins."""
        at = self.size
        if size:
            self.buffers.append(buffer)
            rest = size % ALIGNMENT
            if rest:
                self.buffers.append(PADDING[rest])
                size += ALIGNMENT - rest
            self.size = at + size
        return at


def _are_plain_numbers(items: Any, types: set[type]) -> bool:
    """Tell whether JSON has all the numbers of a list of plain values.

    A sum is finite only if all its items are; one that overflows costs a
    walk, nothing else.
    """
    if not types <= _NUMBERS:
        items = [item for item in items if type(item) in _NUMBERS]
    try:
        return (
            isfinite(sum(items)) and min(items) >= -MAX_SAFE and max(items) <= MAX_SAFE
        )
    except OverflowError:
        return False


def _are_names(items: Iterable[Any]) -> bool:
    return all(type(key) is str and key[:1] != "$" for key in items)


def _name(name: Any) -> str:
    if isinstance(name, str):
        return str(name)
    raise LocalProtocolError(f"a column or field is named {name!r}, expected a string")


def _reference(model: Model | Reference) -> dict[str, int]:
    # The property takes as long as all the rest.
    number = model.id if isinstance(model, Reference) else model._id  # noqa: SLF001
    if number is None:
        raise LocalProtocolError(
            f"{model!r} is referred to, but belongs to no document and has no id"
        )
    return {"$ref": number}


def _not_finite(number: float) -> dict[str, str]:
    if number != number:  # noqa: PLR0124
        return {"$num": "nan"}
    return {"$num": "inf" if number > 0 else "-inf"}


def _long(number: int) -> dict[str, str]:
    try:
        digits = str(number)
    except ValueError:  # over the interpreter's own limit
        digits = ""
    if not 0 < len(digits.lstrip("-")) <= MAX_DIGITS:
        raise LocalProtocolError(f"an integer has more than {MAX_DIGITS} digits")
    return {"$int": digits}


_CONVERSIONS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (str, str.__str__),
    (Enum, lambda value: value.value),
    (int, int.__int__),
    (float, float.__float__),
    ((dt.date, dt.time, dt.timedelta), milliseconds),
    ((Decimal, Fraction), float),
    (Color, str),
    ((set, frozenset, deque), list),
)
"""How values of other types become plain ones; the first that fits counts."""
