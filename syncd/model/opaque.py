# ruff: noqa: D102  # documented by Model
"""Models of classes that this process does not know."""

from __future__ import annotations

from typing import Any, Self

from syncd.model.changes import FieldChanged
from syncd.model.equality import same_value
from syncd.model.model import Model
from syncd.model.referring import models_in


__all__ = ["OpaqueModel"]


class OpaqueModel(Model, wire="Model"):
    """A model kept as it came, so that it round-trips.

    Its fields can be read and set by name; what they take, nobody here
    knows, so the other side may refuse it.
    """

    __slots__ = ("_type",)

    opaque = True

    def __init__(self, type_name: str, **values: Any) -> None:
        object.__setattr__(self, "_type", type_name)
        super().__init__()
        self._values.update(values)

    @property
    def type(self) -> str:
        return str(self._type)

    def __getattr__(self, name: str) -> Any:
        if name[:1] != "_" and name in self._values:
            return self._values[name]
        return super().__getattr__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name[:1] == "_" or name in self._fields:
            object.__setattr__(self, name, value)
            return
        old = self._values.get(name)
        if name in self._values and same_value(old, value):
            return
        if self._document is not None:
            if self._document.guard is not None:
                self._document.guard("%s.%s was set", self.type, name)
            self._document.check_adoptable(self, value)
        self._values[name] = value
        if self._document is not None:
            self._document.record(FieldChanged(self, name), refers=True)

    def held(self) -> list[Model]:
        return [model for value in self._values.values() for model in models_in(value)]

    def wire_value(self, name: str) -> Any:
        return self._values.get(name)

    def wire_fields(self) -> dict[str, Any]:
        return dict(self._values)

    def properties_with_values(
        self,
        *,
        include_defaults: bool = True,  # noqa: ARG002  # nobody here knows any
        include_undefined: bool = False,  # noqa: ARG002  # likewise
    ) -> dict[str, Any]:
        return dict(self._values)

    def _blank(self) -> Self:
        return type(self)(self._type)
