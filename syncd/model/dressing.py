# ruff: noqa: SLF001  # models, their fields and what a theme gave them are one mechanism
"""What a theme has given models in place of their defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.model.changes import FieldChanged
from syncd.model.equality import same_value


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.model.model import Model

__all__ = ["Dressed", "claim", "dress", "undress"]


class Dressed:
    """The part of a model that takes looks from themes."""

    __slots__ = ()

    _themed: Any = None
    """The values that stand in for defaults, as the model stores them."""

    def themed_values(self: Any) -> dict[str, Any] | None:
        """Return what a theme has given the model, by field; ``None`` if nothing."""
        return {
            name: value
            for name, value in (self._themed or {}).items()
            if self._values.get(name) is value
        } or None

    def apply_theme(self: Any, property_values: Mapping[str, Any]) -> None:
        """Hold other values in place of defaults; what somebody has set stays.

        Those of the theme before are gone. A document does this by itself for all
        of its models: see `Document.theme`.

        Args:
            property_values: Values by the names of fields.

        Raises:
            UnknownFieldError: There is no such field.
            FieldError: A field does not take its value. Then nothing has changed.
        """
        checked = {}
        for name, value in property_values.items():
            field = self._fields.get(name)
            if field is None:
                raise self._unknown(name)
            checked[name] = field.check(self, value)
        for field in map(self._fields.get, checked):
            field.check_writer(self)
        before = undress(self)
        dress(self, checked)
        given = self._themed or {}
        for name in before | given:
            field = self._fields[name]
            old, new = before.get(name, field.default), field.__get__(self)
            if not same_value(old, new):
                field.publish(self, FieldChanged(self, name), old, new)
        if given:  # a document has taken these for the application's
            self._themed = given

    def unapply_theme(self) -> None:
        """Hold the defaults again in place of what a theme has given."""
        self.apply_theme({})


def dress(model: Model, values: Mapping[str, Any]) -> None:
    """Store checked values in the fields that nobody has set; nobody is told."""
    given = {}
    for name, value in values.items():
        if name not in model._values:
            given[name] = model._fields[name].bind(model, value)
            model._values[name] = given[name]
    if given:
        model._themed = given


def undress(model: Model) -> dict[str, Any]:
    """Take back what a theme has given, and return it; nobody is told."""
    given = model._themed or {}
    if given:
        model._themed = None
    return {
        name: model._values.pop(name)
        for name, value in given.items()
        if model._values.get(name) is value
    }


def claim(model: Model, name: str) -> None:
    """Take note that a field has been set by the application."""
    given = model._themed
    if given and name in given:
        model._themed = {each: given[each] for each in given if each != name}
