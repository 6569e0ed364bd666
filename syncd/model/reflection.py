# a model and its parts are one mechanism
"""What can be learned of a model without knowing its class."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from syncd.errors import UnknownFieldError
from syncd.model.equality import same_value
from syncd.model.query import Selectable


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
    def lookup(cls: Any, name: str) -> Field:
        """Return the field of that name.

        Raises:
            UnknownFieldError: There is no such field.
        """
        try:
            found: Field = cls._fields[name]
        except KeyError:
            nearest = difflib.get_close_matches(name, cls._fields, 1)
            raise UnknownFieldError(
                cls.type_name, name, nearest[0] if nearest else None
            ) from None
        return found

    def properties_with_values(
        self: Any, *, include_defaults: bool = True
    ) -> dict[str, Any]:
        """Return the fields and what they hold.

        Args:
            include_defaults: Whether to name also those that nobody has set.
        """
        if include_defaults:
            return {name: item.__get__(self) for name, item in self._fields.items()}
        return {
            name: value
            for name, value in self._values.items()
            if name not in self._fields or not _is_untouched(self._fields[name], value)
        }

    def query_properties_with_values(
        self, query: Callable[[Any], bool], *, include_defaults: bool = True
    ) -> dict[str, Any]:
        """Return the fields that a question about them is answered yes for.

        Args:
            query: Called with each `Field`.
            include_defaults: Whether to name also those that nobody has set.
        """
        held = self.properties_with_values(include_defaults=include_defaults)
        return {name: held[name] for name in held if query(self.lookup(name))}

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
