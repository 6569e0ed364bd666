# a model and its parts are one mechanism
"""What can be learned of a model without knowing its class."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from syncd.errors import UnknownFieldError
from syncd.model.equality import same_value
from syncd.model.query import Selectable
from syncd.model.spec import SpecKind


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from syncd.model.field import Field
    from syncd.model.model import Model

__all__ = ["Reflective", "reachable"]


class Reflective(Selectable):
    """The part of a model that tells of its fields and of models below it."""

    __slots__ = ()

    @classmethod
    def properties(cls: Any) -> set[str]:
        """Return the names of all fields."""
        return set(cls._fields)

    @classmethod
    def descriptors(cls: Any) -> list[Field]:
        """Return all fields, inherited ones first."""
        return [*cls._fields.values()]

    @classmethod
    def dataspecs(cls: Any) -> dict[str, Field]:
        """Return the fields that take columns, by name."""
        fields = cls._fields.items()
        return {name: item for name, item in fields if isinstance(item.kind, SpecKind)}

    @classmethod
    def properties_with_refs(cls: Any) -> dict[str, Field]:
        """Return the fields that can hold models, by name."""
        return {name: item for name, item in cls._fields.items() if item.kind.refers}

    @classmethod
    def lookup(cls: Any, name: str, *, raises: bool = True) -> Field | None:
        """Return the field of that name.

        Args:
            name: The name.
            raises: Whether it is an error that there is none; else that is ``None``.

        Raises:
            UnknownFieldError: There is no such field.
        """
        found: Field | None = cls._fields.get(name)
        if found is None and raises:
            nearest = difflib.get_close_matches(name, cls._fields, 1)
            raise UnknownFieldError(
                cls.type_name, name, nearest[0] if nearest else None
            )
        return found

    def set_from_json(self: Any, name: str, value: Any, *, setter: Any = None) -> None:  # noqa: ARG002  # Bokeh's name
        """Set a field to what came as JSON; the same as setting it.

        Args:
            name: The name of the field.
            value: What it is to hold.
            setter: Accepted for compatibility: changes know where they come from.

        Raises:
            UnknownFieldError: There is no such field.
        """
        self.lookup(name)
        setattr(self, name, value)

    def properties_with_values(
        self: Any,
        *,
        include_defaults: bool = True,
        include_undefined: bool = False,  # noqa: ARG002  # Bokeh's name
    ) -> dict[str, Any]:
        """Return the fields and what they hold.

        Args:
            include_defaults: Whether to name also those that nobody has set.
            include_undefined: Accepted for compatibility: all fields hold something.
        """
        if include_defaults:
            return {name: item.__get__(self) for name, item in self._fields.items()}
        return {
            name: value
            for name, value in self._values.items()
            if name not in self._fields or not _is_untouched(self._fields[name], value)
        }

    def query_properties_with_values(
        self: Any, query: Callable[[Any], bool], *, include_defaults: bool = True
    ) -> dict[str, Any]:
        """Return the fields that a question about them is answered yes for.

        Args:
            query: Called with each `Field`.
            include_defaults: Whether to name also those that nobody has set.
        """
        held = self.properties_with_values(include_defaults=include_defaults)
        return {name: held[name] for name in held if query(self._fields[name])}

    def equals(self: Any, other: Any) -> bool:
        """Tell whether another model is of the same class and holds the same.

        Models in fields are the same only if they are one model.
        """
        if type(other) is not type(self):
            return False
        mine = self.properties_with_values()
        theirs = other.properties_with_values()
        return all(
            mine[name] is theirs[name] or same_value(mine[name], theirs[name])
            for name in mine
        )

    def references(self: Any) -> set[Model]:
        """Return this model and all that it refers to, however far."""
        return set(reachable([self]))

    def _candidates(self: Any) -> list[Model]:
        return reachable([self])


def reachable(models: Iterable[Model]) -> list[Model]:
    """Return models and all that they refer to, in the order they would join."""
    found: dict[int, Model] = {}
    waiting = [*models]
    waiting.reverse()
    while waiting:
        model = waiting.pop()
        if id(model) not in found:
            found[id(model)] = model
            waiting.extend(reversed(model.held()))
    return list(found.values())


def _is_untouched(target: Field, value: Any) -> bool:
    """Tell whether a stored value is a default that was only looked at."""
    return target.factory is None and target.wraps and same_value(target.default, value)
