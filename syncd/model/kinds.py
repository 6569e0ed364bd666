# ruff: noqa: D102, TRY004  # documented by Kind; fields turn ValueError into words
"""What a field takes: kinds are compiled once from annotations.

A `Kind` checks a value and returns the one to store. ``check`` raises
`ValueError` without a message of its own: the field knows the model, the
name and ``kind.expected``, and raises the `FieldError`.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from syncd.colors.css import COLOR_NAMES, is_color
from syncd.errors import shown
from syncd.model.moments import time_unit, to_milliseconds


if TYPE_CHECKING:
    from syncd.model.model import Model

__all__ = [
    "AnyKind",
    "BoolKind",
    "ColorKind",
    "DatetimeKind",
    "DictKind",
    "EnumKind",
    "FloatKind",
    "HexColorKind",
    "IntKind",
    "Kind",
    "ListKind",
    "MeasureKind",
    "ModelKind",
    "NoneKind",
    "StrKind",
    "TupleKind",
    "UnionKind",
]


class Kind:
    """What a field takes."""

    expected = "any value"
    refers = False
    """Whether values can hold models."""

    container: str | None = None
    """``"list"``, ``"dict"`` or ``"columns"`` if edited in place."""

    makes_models = False
    """Whether a dict stands for a model with these fields. Only Python says that: what
    fields browsers may set is not looked at."""

    translates = False
    """Whether `to_wire` does anything."""

    piecewise = False
    """Whether a list or dict may get whatever would be one alone, and may lose any."""

    def check(self, value: Any) -> Any:
        """Return the value to store, or raise `ValueError`."""
        return value

    def explain(self, value: Any) -> str:  # noqa: ARG002
        """Return what was expected in place of a value that was refused."""
        return self.expected

    def to_wire(self, value: Any) -> Any:
        """Return the stored value as peers are told it."""
        return value

    def schema(self) -> dict[str, Any]:
        """Describe the kind as plain data, for generators."""
        return {"kind": "any"}


class AnyKind(Kind):
    """Anything that the codec can encode, models included."""

    refers = True


class NoneKind(Kind):
    """``None`` and nothing else."""

    expected = "None"

    def check(self, value: Any) -> Any:
        if value is not None:
            raise ValueError
        return value

    def schema(self) -> dict[str, Any]:
        return {"kind": "null"}


class BoolKind(Kind):
    """``True`` or ``False``."""

    expected = "True or False"

    def check(self, value: Any) -> bool:
        if value is True or value is False:
            return bool(value)
        if type(value).__name__ in {"bool_", "bool"}:  # numpy's
            return bool(value)
        raise ValueError

    def schema(self) -> dict[str, Any]:
        return {"kind": "bool"}


class _NumberKind(Kind):
    """A number between bounds, both included."""

    noun = "a number"

    def __init__(self, low: float = -math.inf, high: float = math.inf) -> None:
        self.low = low
        self.high = high
        self.bounded = low > -math.inf or high < math.inf
        self.expected = self.noun + self._range()

    def _range(self) -> str:
        if self.low > -math.inf and self.high < math.inf:
            return f" from {self.low:g} to {self.high:g}"
        if self.low == math.ulp(0.0):
            return " above 0"
        if self.low > -math.inf:
            return f" of at least {self.low:g}"
        if self.high < math.inf:
            return f" of at most {self.high:g}"
        return ""

    def schema(self) -> dict[str, Any]:
        described: dict[str, Any] = {"kind": self.noun.split()[-1]}
        if self.low > -math.inf:
            described["min"] = self.low
        if self.high < math.inf:
            described["max"] = self.high
        return described


class IntKind(_NumberKind):
    """A whole number."""

    noun = "an integer"

    def check(self, value: Any) -> int:
        if type(value) is not int:
            if isinstance(value, bool | str) or not hasattr(value, "__index__"):
                if not (type(value) is float and value.is_integer()):
                    raise ValueError
                value = int(value)
            else:
                value = _to_index(value)
        if self.bounded and not self.low <= value <= self.high:
            raise ValueError
        return int(value)


def _to_index(value: Any) -> int:
    """Return a foreign integer as Python's own; arrays of several are none."""
    try:
        return int(value.__index__())
    except TypeError:
        raise ValueError from None


class FloatKind(_NumberKind):
    """A number; whole ones stay ``int``."""

    def check(self, value: Any) -> Any:
        cls = type(value)
        if cls is not float and cls is not int:
            value = _to_number(value)
        if self.bounded and not self.low <= value <= self.high:
            raise ValueError
        return value


def _to_number(value: Any) -> float:
    """Return a foreign number, such as numpy's, as Python's own."""
    if isinstance(value, bool | str | bytes) or type(value).__name__ == "bool_":
        raise ValueError
    if getattr(value, "ndim", 0) != 0 or time_unit(value) is not None:
        raise ValueError
    if hasattr(value, "__index__"):
        return int(value.__index__())
    if hasattr(value, "__float__"):
        try:
            return float(value)
        except TypeError:
            raise ValueError from None
    raise ValueError


class StrKind(Kind):
    """Text."""

    expected = "a string"

    def check(self, value: Any) -> str:
        if type(value) is str:
            return value
        if isinstance(value, str):
            return str(value)
        raise ValueError

    def schema(self) -> dict[str, Any]:
        return {"kind": "string"}


class EnumKind(Kind):
    """One of a few values."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.values = tuple(values)
        self.expected = "one of " + ", ".join(map(repr, self.values))

    def check(self, value: Any) -> Any:
        for choice in self.values:
            if choice == value and type(choice) is type(value):
                return choice
        raise ValueError

    def schema(self) -> dict[str, Any]:
        return {"kind": "enum", "values": list(self.values)}


_RGBA = IntKind(low=0, high=0xFFFFFFFF)


class ColorKind(Kind):
    """A colour: a CSS notation, a tuple of red, green, blue and alpha, or 0xRRGGBBAA.

    Whole numbers become ``#rrggbbaa``, which browsers know.
    """

    expected = (
        "a colour (CSS name, '#rrggbb', a tuple of 3 or 4 numbers, or 0xRRGGBBAA)"
    )

    def check(self, value: Any) -> Any:
        if isinstance(value, str):
            if is_color(value):
                return value
            raise ValueError
        if hasattr(value, "to_css") and not isinstance(value, type):
            return str(value.to_css())
        if isinstance(value, list | tuple) and len(value) in {3, 4}:
            *channels, alpha = (*value, 1.0)[:4]
            good = all(
                isinstance(part, int | float) and 0 <= part <= limit
                for part, limit in zip(
                    (*channels, alpha), (255, 255, 255, 1), strict=True
                )
            )
            if good:
                return tuple(value)
        return f"#{_RGBA.check(value):08x}"

    def schema(self) -> dict[str, Any]:
        return {"kind": "color"}


class HexColorKind(ColorKind):
    """A colour that is read back as ``#rrggbb``, whatever it was given as.

    Functions of CSS stay as they are written.
    """

    def check(self, value: Any) -> Any:
        if hasattr(value, "to_hex") and not isinstance(value, type):
            return str(value.to_hex())
        color = super().check(value)
        if isinstance(color, str):
            name = COLOR_NAMES.get(color.lower())
            return color if name is None else f"#{name}"
        red, green, blue, *alpha = color
        levels = [red, green, blue, *(255 * part for part in alpha if part < 1)]
        return "#" + bytes(map(round, levels)).hex()


class DatetimeKind(Kind):
    """A point in time, stored as milliseconds since 1970."""

    expected = (
        "a datetime, a date, a time of day, an ISO date, or milliseconds since 1970"
    )

    def check(self, value: Any) -> float:
        if isinstance(value, str):
            value = dt.datetime.fromisoformat(value)
        return _to_number(to_milliseconds(value))

    def schema(self) -> dict[str, Any]:
        return {"kind": "datetime"}


class MeasureKind(FloatKind):
    """A number; points in time and durations become milliseconds."""

    def check(self, value: Any) -> Any:
        return super().check(to_milliseconds(value))


class ModelKind(Kind):
    """A model of one class, or of one derived from it."""

    refers = True

    def __init__(self, cls: type[Model]) -> None:
        self.cls = cls
        article = "an" if cls.__name__[0] in "AEIOU" else "a"
        self.expected = f"{article} {cls.__name__}"

    def check(self, value: Any) -> Any:
        if isinstance(value, self.cls) or getattr(value, "opaque", False) is True:
            return value
        raise ValueError

    def schema(self) -> dict[str, Any]:
        return {"kind": "ref", "type": self.cls.type_name}


def _has_items(value: Any) -> bool:
    """Tell whether a value is something like a list."""
    whole = isinstance(value, (str, bytes, Mapping))
    return not whole and isinstance(value, Iterable)


class ListKind(Kind):
    """A list whose items are all of one kind."""

    container = "list"

    def __init__(self, item: Kind) -> None:
        self.item = item
        self.piecewise = type(self) is ListKind
        self.refers = item.refers
        self.translates = item.translates
        self.expected = f"a list of items that are each {item.expected}"

    def check(self, value: Any) -> list[Any]:
        cls = type(value)
        if cls is not list and cls is not tuple and not _has_items(value):
            raise ValueError
        check = self.item.check
        return [check(item) for item in value]

    def explain(self, value: Any) -> str:
        if not isinstance(value, list | tuple):
            return self.expected
        for number, item in enumerate(value):
            try:
                self.item.check(item)
            except ValueError:
                return f"{self.item.expected} as item {number}, which is {shown(item)}"
        return self.expected

    def to_wire(self, value: Any) -> Any:
        if not self.item.translates:
            return value
        return [self.item.to_wire(item) for item in value]

    def schema(self) -> dict[str, Any]:
        return {"kind": "list", "item": self.item.schema()}


class TupleKind(Kind):
    """A tuple of fixed length."""

    def __init__(self, items: Sequence[Kind]) -> None:
        self.items = tuple(items)
        self.refers = any(item.refers for item in items)
        parts = ", ".join(item.expected for item in items)
        self.expected = f"a tuple of {len(self.items)}: {parts}"

    def check(self, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) != len(self.items):
            raise ValueError
        return tuple(
            kind.check(item) for kind, item in zip(self.items, value, strict=True)
        )

    def schema(self) -> dict[str, Any]:
        return {"kind": "tuple", "items": [item.schema() for item in self.items]}


class DictKind(Kind):
    """A mapping with keys of one kind and values of another."""

    container = "dict"

    def __init__(self, key: Kind, item: Kind) -> None:
        self.key = key
        self.item = item
        self.piecewise = type(self) is DictKind
        self.refers = item.refers
        self.expected = (
            f"a dict with keys that are each {key.expected}"
            f" and values that are each {item.expected}"
        )

    def check(self, value: Any) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise ValueError
        return {
            self.key.check(key): self.item.check(item) for key, item in value.items()
        }

    def explain(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return self.expected
        for key, item in value.items():
            try:
                self.key.check(key)
                self.item.check(item)
            except ValueError:
                return f"{self.expected}; {shown(key)} is {shown(item)}"
        return self.expected

    def schema(self) -> dict[str, Any]:
        described = {"kind": "dict", "item": self.item.schema()}
        if isinstance(self.key, EnumKind):
            described["keys"] = list(self.key.values)
        return described


_PLAIN = frozenset(
    {BoolKind, EnumKind, FloatKind, IntKind, ModelKind, NoneKind, StrKind}
)
"""The kinds that take neither lists nor dicts."""


_CONTAINERS = (("list", list | tuple), ("dict", Mapping))


class UnionKind(Kind):
    """Any of several kinds; the first that accepts the value wins."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = tuple(kinds)
        self.refers = any(kind.refers for kind in kinds)
        self.translates = any(kind.translates for kind in kinds)
        self.expected = " or ".join(kind.expected for kind in self.kinds)
        self.container = next(
            (kind.container for kind in kinds if kind.container), None
        )
        others = [kind for kind in kinds if type(kind) not in _PLAIN]
        containers = {kind.container for kind in others if kind.piecewise}
        self.piecewise = 0 < len(others) == len(containers)

    def check(self, value: Any) -> Any:
        for kind in self.kinds:
            try:
                return kind.check(value)
            except ValueError:
                continue
        raise ValueError

    def explain(self, value: Any) -> str:
        # Who gives a list means one, and is told what is wrong with it.
        for container, types in _CONTAINERS:
            alike = [kind for kind in self.kinds if kind.container == container]
            if isinstance(value, types) and len(alike) == 1:
                return alike[0].explain(value)
        return self.expected

    def to_wire(self, value: Any) -> Any:
        for kind in self.kinds:
            if kind.translates:
                try:
                    kind.check(value)
                except ValueError:
                    continue
                return kind.to_wire(value)
        return value

    def schema(self) -> dict[str, Any]:
        return {"kind": "union", "options": [kind.schema() for kind in self.kinds]}
