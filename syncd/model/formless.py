"""Items of columns that no browser could be told, found before they are stored."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from syncd.errors import shown


__all__ = ["check_items"]

_USUAL = frozenset(
    {
        *(str, int, float, bool, type(None), list, tuple, dict),
        *(dt.date, dt.datetime, dt.time, dt.timedelta, Decimal),
    }
)

_LOOKED_AT = 1_000

_BASES = (
    *(str, bytes, bytearray, int, float, Decimal, Fraction, Enum),
    *(dt.date, dt.time, dt.timedelta, list, tuple, set, frozenset, deque, Mapping),
)

_SIGNS = (
    *("type_name", "to_css", "dtype", "tolist", "to_numpy", "__array__"),
    *("__array_interface__", "__arrow_c_array__", "__float__", "__index__", "__len__"),
    *("__iter__", "__arrow_c_stream__"),
)
"""What models, colours, arrays, tables and numbers of other libraries have."""


def check_items(name: str, values: Any) -> Any:
    """Return a column whose first items all have a form in a page.

    What columns hold is of one sort as a rule, and long ones are not looked through:
    items further on that have none are found when they are told.

    Raises:
        ValueError: One has none; the message tells which, and what to do.
    """
    kinds = set(map(type, values[:_LOOKED_AT]))
    if kinds <= _USUAL:
        return values
    strange = {cls for cls in kinds - _USUAL if not _has_form(cls)}
    if not strange:
        return values
    row, value = next(
        (row, value) for row, value in enumerate(values) if type(value) in strange
    )
    way = (
        "use .real, .imag or abs()"
        if isinstance(value, complex)
        else "use str(), numbers, dates, lists or dicts, or leave the column out"
    )
    message = f"column {name!r} has {shown(value)} in row {row}, which no page can show; {way}"
    raise ValueError(message)


def _has_form(cls: type) -> bool:
    return (
        issubclass(cls, _BASES)
        or cls.__name__ == "NAType"  # pandas' missing value
        or any(hasattr(cls, sign) for sign in _SIGNS)
    )
