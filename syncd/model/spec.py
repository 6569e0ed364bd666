# ruff: noqa: D102  # documented by Kind
"""How the values of a glyph come about, when one word does not say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from syncd.model.kinds import Kind


if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Spec", "SpecKind"]

_PARTS = frozenset({"expr", "field", "transform", "units", "value"})


class Spec(dict[str, Any]):
    """A dict whose parts are attributes as well: ``spec.transform.palette``.

    Its parts are ``value``, ``field`` or ``expr``, and ``transform`` and ``units``
    beside one of them. It is set as a whole: a model does not notice an edit in it.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name in self:
            return self[name]
        if name in _PARTS:
            return None
        raise AttributeError(f"a spec has no part {name!r}, expected {_told(self)}")


def _told(spec: Spec) -> str:
    return " or ".join(sorted(map(str, spec)))


class SpecKind(Kind):
    """One value for all rows, or the name of the column that has one a row.

    A string is the name of a column, unless ``is_value`` says that it is a
    value. Both can be said without doubt as ``{"value": …}`` and
    ``{"field": …}``; ``transform`` may stand beside ``field``. ``{"expr": …}`` is
    a model that computes the values from columns; it may also be given as it is.
    """

    refers = True
    translates = True

    def __init__(
        self, base: Kind, *, name: str, is_value: Callable[[str], bool] | None = None
    ) -> None:
        self.base = base
        self.name = name
        self.is_value = is_value or _never
        self.expected = f"the name of a column, or {base.expected}"

    def check(self, value: Any) -> Any:
        if isinstance(value, str):
            return str(value)
        if isinstance(value, Mapping):
            return self._check_mapping(Spec(value))
        if getattr(value, "computes_columns", False) is True:
            return Spec(expr=value)
        return self.base.check(value)

    def _check_mapping(self, value: Spec) -> Any:
        field = value.get("field")
        if "value" in value and field is None and set(value) <= {"value", "units"}:
            inner = value["value"]
            if self.name == "number" and _is_factor(inner):
                return value
            inner = self.base.check(inner)
            if len(value) > 1 or (isinstance(inner, str) and not self.is_value(inner)):
                return Spec(value, value=inner)
            return inner
        if set(value) == {"expr"} and hasattr(value["expr"], "wire_fields"):
            return value
        if isinstance(field, str) and set(value) <= {"field", "transform", "units"}:
            if len(value) > 1 or self.is_value(field):
                return value
            return field
        raise ValueError

    def to_wire(self, value: Any) -> Any:
        if isinstance(value, str):
            return {"value": value} if self.is_value(value) else {"field": value}
        return value

    def schema(self) -> dict[str, Any]:
        return {"kind": "spec", "name": self.name, "base": self.base.schema()}


def _never(_: str) -> bool:
    return False


def _is_factor(value: Any) -> bool:
    """Tell a name on an axis of names, which may be in groups."""
    parts = value if isinstance(value, list | tuple) else (value,)
    return 0 < len(parts) <= _MOST_LEVELS and all(type(part) is str for part in parts)


_MOST_LEVELS = 3
"""How deep names may be nested."""
