"""Fields as Bokeh's authors declare them: ``size = Float(default=1.0)``.

A property is a kind of value with a default, as an annotation with a default is; in
the body of a class both become fields.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from syncd.errors import shown
from syncd.model.columns import ColumnsKind
from syncd.model.field import Default
from syncd.model.kinds import (
    AnyKind,
    BoolKind,
    ColorKind,
    DatetimeKind,
    DictKind,
    EnumKind,
    FloatKind,
    IntKind,
    Kind,
    ListKind,
    MeasureKind,
    ModelKind,
    NoneKind,
    StrKind,
    TupleKind,
    UnionKind,
)
from syncd.model.registry import lookup


if TYPE_CHECKING:
    from collections.abc import Sequence

    from syncd.model import Model

_UNSET: Any = object()


class Property(Default):
    """What a field takes, and its value before it is set.

    Args:
        default: The value; a function is called for each model.
        help: What the field means.

    Raises:
        TypeError: The property does not take its own default.
    """

    takes: Callable[[], Kind] = AnyKind
    initial: Any = None
    kind: Kind

    def __init__(self, default: Any = _UNSET, *, help: str | None = None) -> None:  # noqa: A002  # as Bokeh's authors write it
        self._declare(self.takes(), default, help)

    def _declare(self, kind: Kind, default: Any, words: str | None) -> None:
        """Take the kind and the default, or what the kind begins with."""
        if default is _UNSET:
            super().__init__(self.initial, None, kind)
        elif callable(default):
            super().__init__(_UNSET, default, kind)
        else:
            super().__init__(self._checked(kind, default), None, kind)
        self.help = words or ""

    def _checked(self, kind: Kind, default: Any) -> Any:
        try:
            return kind.check(default)
        except ValueError:
            message = (
                f"{type(self).__name__}(default={shown(default)}) does not take its own"
                f" default, expected {kind.explain(default)}"
            )
            raise TypeError(message) from None


Declared: TypeAlias = Property | type[Property]
"""A property, or its class where nothing is to be said about it."""


def _made(declared: Any, where: str) -> Property:
    """Return a property that was named by its class, perhaps."""
    made = declared() if isinstance(declared, type) else declared
    if not isinstance(made, Property):
        message = f"{where} is made of properties such as Int, not of {shown(declared)}"
        raise TypeError(message)
    return made


class AnyProperty(Property):
    """Anything that can be told a browser."""


class Bool(Property):
    """``True`` or ``False``."""

    takes = BoolKind
    initial = False


class Int(Property):
    """A whole number."""

    takes = IntKind
    initial = 0


class Float(Property):
    """A number."""

    takes = FloatKind
    initial = 0.0


class Angle(Float):
    """An angle in radians."""


class String(Property):
    """Text."""

    takes = StrKind
    initial = ""


class JSON(String):
    """Text that is JSON."""


class Null(Property):
    """``None`` and nothing else."""

    takes = NoneKind


class Color(Property):
    """A colour: a CSS notation, or a tuple of red, green, blue and alpha."""

    takes = ColorKind
    initial = "black"


class Datetime(Property):
    """A point in time, kept as milliseconds since 1970 in UTC."""

    takes = DatetimeKind
    initial = 0.0


class Date(Datetime):
    """A day, kept as milliseconds since 1970 in UTC."""


class TimeDelta(Property):
    """A duration, kept as milliseconds."""

    takes = MeasureKind
    initial = 0.0


class Percent(Property):
    """A number from 0 to 1."""

    takes = staticmethod(lambda: FloatKind(low=0, high=1))
    initial = 0.0


class Alpha(Percent):
    """An opacity from 0, which is nothing, to 1."""

    initial = 1.0


class Size(Property):
    """A number from zero up."""

    takes = staticmethod(lambda: FloatKind(low=0))
    initial = 0.0


class Byte(Property):
    """A whole number from 0 to 255."""

    takes = staticmethod(lambda: IntKind(low=0, high=255))
    initial = 0


class Regex(Property):
    """Text that begins with what a regular expression describes."""

    initial = ""

    def __init__(
        self,
        regex: str,
        *,
        default: Any = _UNSET,
        help: str | None = None,  # noqa: A002
    ) -> None:
        self._declare(_RegexKind(regex), default, help)


class _RegexKind(StrKind):
    """Text that a regular expression matches."""

    def __init__(self, regex: str) -> None:
        self._regex = re.compile(regex)
        self.expected = f"a string that matches {regex!r}"

    def check(self, value: Any) -> str:
        """Return the text, or raise `ValueError`."""
        text = super().check(value)
        if self._regex.match(text) is None:
            raise ValueError
        return text


class Enum(Property):
    """One of a few words: ``Enum("a", "b")``, or one of `syncd.core.enums`."""

    def __init__(
        self,
        *values: Any,
        default: Any = _UNSET,
        help: str | None = None,  # noqa: A002
    ) -> None:
        words: Sequence[Any] = values
        if len(values) == 1 and not isinstance(values[0], str):
            words = tuple(values[0])
        if not words:
            message = "Enum needs at least one word"
            raise TypeError(message)
        self.initial = words[0]
        self._declare(EnumKind(words), default, help)


class Auto(Enum):
    """The word ``auto``."""

    def __init__(self, default: Any = "auto", *, help: str | None = None) -> None:  # noqa: A002
        super().__init__("auto", default=default, help=help)


class Composite(Property):
    """A property that is made of others.

    Args:
        *type_params: The others: properties, or their classes.
        default: As for every property.
        help: As for every property.
    """

    def __init__(
        self,
        *type_params: Declared,
        default: Any = _UNSET,
        help: str | None = None,  # noqa: A002
    ) -> None:
        where = type(self).__name__
        kind = self._compose([_made(part, where) for part in type_params])
        self._declare(kind, default, help)

    def _compose(self, parts: list[Property]) -> Kind:
        """Return the kind, and set what it begins with."""
        raise NotImplementedError


def _kinds(parts: Iterable[Property]) -> list[Kind]:
    return [part.kind for part in parts]


class List(Composite):
    """A list whose items are all of one kind."""

    def _compose(self, parts: list[Property]) -> Kind:
        self.initial = []
        return ListKind(*_kinds(parts or [AnyProperty()]))


class Seq(List):
    """The same: any sequence becomes a list."""


class Tuple(Composite):
    """A tuple of fixed length."""

    def _compose(self, parts: list[Property]) -> Kind:
        self.initial = tuple(part.value for part in parts)
        return TupleKind(_kinds(parts))


class Dict(Composite):
    """A dict with keys of one kind and values of another."""

    def _compose(self, parts: list[Property]) -> Kind:
        self.initial = {}
        return DictKind(*_kinds(parts or [String(), AnyProperty()]))


class ColumnData(Composite):
    """Columns of equal length, by name; what they are made of is theirs to say."""

    def _compose(self, parts: list[Property]) -> Kind:
        del parts
        self.initial = {}
        return ColumnsKind()


class Either(Composite):
    """Any of several kinds; the first that takes the value wins."""

    def _compose(self, parts: list[Property]) -> Kind:
        self.initial = parts[0].value
        return UnionKind(_kinds(parts))


class Nullable(Composite):
    """What another property takes, or ``None``."""

    def _compose(self, parts: list[Property]) -> Kind:
        return UnionKind([*_kinds(parts), NoneKind()])


class Interval(Property):
    """A number between two others, or one of them."""

    def __init__(
        self,
        type_param: Declared,
        start: float,
        end: float,
        *,
        default: Any = _UNSET,
        help: str | None = None,  # noqa: A002
    ) -> None:
        kind = _made(type_param, "Interval").kind
        self.initial = start
        limited = IntKind if isinstance(kind, IntKind) else FloatKind
        self._declare(limited(start, end), default, help)


class NonNegative(Composite):
    """A number from zero up."""

    def _compose(self, parts: list[Property]) -> Kind:
        self.initial = parts[0].value
        whole = isinstance(parts[0].kind, IntKind)
        return IntKind(low=0) if whole else FloatKind(low=0)


class Positive(Composite):
    """A number above zero; before it is set, 1."""

    initial = 1

    def _compose(self, parts: list[Property]) -> Kind:
        whole = isinstance(parts[0].kind, IntKind)
        return IntKind(low=1) if whole else FloatKind(low=math.ulp(0.0))


class Struct(Property):
    """A dict with a value of its own kind for each of its names."""

    def __init__(self, **fields: Declared) -> None:
        parts = {name: _made(part, "Struct") for name, part in fields.items()}
        self.initial = {name: part.value for name, part in parts.items()}
        kind = _StructKind({name: part.kind for name, part in parts.items()})
        self._declare(kind, _UNSET, None)


class _StructKind(Kind):
    """A dict of fixed names."""

    container = "dict"

    def __init__(self, parts: Mapping[str, Kind]) -> None:
        self._parts = dict(parts)
        self.refers = any(part.refers for part in parts.values())
        told = ", ".join(f"{name!r} ({part.expected})" for name, part in parts.items())
        self.expected = f"a dict of {told}"

    def check(self, value: Any) -> dict[str, Any]:
        """Return the dict, or raise `ValueError`."""
        if not isinstance(value, Mapping) or value.keys() != self._parts.keys():
            raise ValueError
        return {name: part.check(value[name]) for name, part in self._parts.items()}


class Instance(Property):
    """A model of a class; before it is set, ``None``."""

    def __init__(
        self,
        instance_type: type[Model] | str,
        default: Any = _UNSET,
        *,
        help: str | None = None,  # noqa: A002
    ) -> None:
        cls = instance_type
        if isinstance(cls, str):
            cls = lookup(cls.rpartition(".")[2])
        self._declare(ModelKind(cls), default, help)


class InstanceDefault:
    """Makes the default of an `Instance` for each model."""

    def __init__(self, model: type[Model], **values: Any) -> None:
        self._model = model
        self._values = values

    def __call__(self) -> Model:
        """Return a model of the class."""
        return self._model(**self._values)


class Override(Default):
    """Another default for a field that a base has declared."""

    def __init__(self, *, default: Any) -> None:
        if callable(default):
            super().__init__(_UNSET, default, None)
        else:
            super().__init__(default, None, None)
