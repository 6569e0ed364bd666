# ruff: noqa: SLF001  # models, their fields and their document are one mechanism
"""Which models belong to a document: those reachable from its roots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.errors import LimitError, OwnershipError
from syncd.model import models_in


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from syncd.model import Model

__all__ = ["Membership"]


class Membership:
    """The models of one document by id, in the order they joined."""

    def __init__(self, owner: Any, max_models: int) -> None:
        self._owner = owner
        self._next_id = 1
        self.max_models = max_models
        self.models: dict[int, Model] = {}

    def check(self, value: Any) -> None:
        """Raise unless everything that the value holds may join."""
        fresh = list(self._strangers(models_in(value)))
        if len(self.models) + len(fresh) > self.max_models:
            total = len(self.models) + len(fresh)
            raise LimitError("models in a document", total, self.max_models)

    def _strangers(self, models: Iterable[Model]) -> Iterator[Model]:
        """Yield the models that are not members yet, in walking order."""
        seen: set[int] = set()
        waiting = list(models)[::-1]
        while waiting:
            model = waiting.pop()
            if model._document is self._owner or id(model) in seen:
                continue
            if model._document is not None:
                raise OwnershipError(repr(model))
            seen.add(id(model))
            yield model
            waiting.extend(list(model.references())[::-1])

    def join(self, models: Iterable[Model]) -> list[Model]:
        """Let models and all they refer to join; return the new members."""
        joined = list(self._strangers(models))
        for model in joined:
            self.assign(model, self._next_id)
        return joined

    def assign(self, model: Model, number: int) -> None:
        """Make the model a member under this id."""
        object.__setattr__(model, "_id", number)
        object.__setattr__(model, "_document", self._owner)
        self.models[number] = model
        self._next_id = max(self._next_id, number + 1)

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """Give members other ids; ids of no member are left alone."""
        moved = [
            (self.models.pop(old), new)
            for old, new in numbers.items()
            if old in self.models
        ]
        for model, new in moved:
            self.assign(model, new)

    def sweep(self, roots: Iterable[Model]) -> list[Model]:
        """Let go of the members that no root reaches; return them."""
        reached: set[int] = set()
        waiting = list(roots)
        while waiting:
            model = waiting.pop()
            if id(model) not in reached:
                reached.add(id(model))
                waiting.extend(model.references())
        gone = [model for model in self.models.values() if id(model) not in reached]
        for model in gone:
            del self.models[model._id]  # type: ignore[arg-type]
            object.__setattr__(model, "_document", None)
        return gone
