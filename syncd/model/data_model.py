"""Models of an application's own."""

from __future__ import annotations

from typing import Any

from syncd.model.model import Model


__all__ = ["DataModel"]


class DataModel(Model):
    """A model without looks: values that an application keeps in its document.

    Subclasses declare fields, with annotations or with what
    `syncd.core.properties` has. Python hears of changes by ``on_change``, and
    ``CustomJS`` reads and sets the fields as attributes of an argument.
    """

    def wire_fields(self) -> dict[str, Any]:
        """Return all of its own fields: no browser knows their defaults."""
        own = {
            name: self.wire_value(name)
            for name, item in self.fields().items()
            if item.owner is not Model
        }
        return {**super().wire_fields(), **own}
