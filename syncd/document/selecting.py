"""How the models of a document are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.model import Model


if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Selecting"]


class Selecting:
    """The part of a document that finds models."""

    if TYPE_CHECKING:

        @property
        def models(self) -> Mapping[int, Model]:
            """All models by id."""

    def get_model_by_id(self, model_id: int | str) -> Model | None:
        """Return the model of that id, or ``None``."""
        return self.models.get(int(model_id))

    def get_model_by_name(self, name: str) -> Model | None:
        """Return the model of that name, or ``None``.

        Raises:
            ValueError: Several models have it.
        """
        found = [model for model in self.models.values() if model.name == name]
        if len(found) > 1:
            message = f"found more than one model named {name!r}: {len(found)}"
            raise ValueError(message)
        return found[0] if found else None

    def select(self, selector: Any) -> list[Model]:
        """Return the models of a class, of a name, or with these field values."""
        if isinstance(selector, str):
            selector = {"name": selector}
        if isinstance(selector, type):
            return [item for item in self.models.values() if isinstance(item, selector)]
        wanted = dict(selector)
        cls = wanted.pop("type", Model)
        return [
            model
            for model in self.models.values()
            if isinstance(model, cls)
            and all(getattr(model, key, None) == value for key, value in wanted.items())
        ]

    def select_one(self, selector: Any) -> Model | None:
        """Return the only model that `select` finds, or ``None``."""
        found = self.select(selector)
        if len(found) > 1:
            message = f"found more than one model matching {selector!r}: {len(found)}"
            raise ValueError(message)
        return found[0] if found else None
