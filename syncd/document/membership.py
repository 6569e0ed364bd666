# ruff: noqa: SLF001  # models, their fields and their document are one mechanism
"""Which models belong to a document: those reachable from its roots."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from syncd.document.links import Links, reachable
from syncd.errors import LimitError, OwnershipError


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from syncd.model import Model
    from syncd.model.owner import Owner

__all__ = ["Membership"]


class Membership:
    """The models of one document by id, in the order they joined.

    It does not hold the document, which would be a cycle: that is passed in.
    """

    __slots__ = ("_links", "_next_id", "_reserved", "max_models", "models")

    def __init__(self, max_models: int) -> None:
        self._next_id = 1
        self.max_models = max_models
        self.models: dict[int, Model] = {}
        self._links: Links | None = None
        self._reserved: WeakValueDictionary[int, Model] | None = None

    def reserve(self, model: Model) -> int:
        """Return the id that the model is to have when it joins."""
        if self._reserved is None:
            self._reserved = WeakValueDictionary()
        number = self._next_id
        self._next_id = number + 1
        self._reserved[number] = model
        return number

    def strangers(
        self,
        owner: Owner,
        models: Iterable[Model],
        seen: dict[int, Model] | None = None,
    ) -> list[Model]:
        """Return the models that are to join with these, in walking order.

        Args:
            owner: The document.
            models: Where to begin.
            seen: Strangers that are to join before these, by their identities, which
                need no second look; those that are found are added.

        Raises:
            OwnershipError: One of them is in another document.
            LimitError: They are too many.
        """
        seen = {} if seen is None else seen
        waiting = [*models]
        waiting.reverse()
        while waiting:
            model = waiting.pop()
            document, identity = model._document, id(model)
            if document is owner or identity in seen:
                continue
            if document is not None:
                raise OwnershipError(repr(model))
            seen[identity] = model
            if held := model.held():
                held.reverse()
                waiting += held
        total = len(self.models) + len(seen)
        if total > self.max_models:
            raise LimitError("models in a document", total, self.max_models)
        return [*seen.values()]

    def join(self, owner: Owner, strangers: Iterable[Model]) -> None:
        """Make strangers members, in this order."""
        if self._reserved:
            strangers = self._join_reserved(owner, strangers)
        slot, models, number = object.__setattr__, self.models, self._next_id
        for model in strangers:
            slot(model, "_id", number)
            slot(model, "_document", owner)
            models[number] = model
            number += 1
        self._next_id = number

    def _join_reserved(self, owner: Owner, strangers: Iterable[Model]) -> list[Model]:
        """Make those members whose ids somebody has read before; return the others."""
        others: list[Model] = []
        for model in strangers:
            number = model._id
            if number is not None and self._take_reserved(model, number):
                self.assign(owner, model, number)
            else:
                others.append(model)
        return others

    def _take_reserved(self, model: Model, number: int) -> bool:
        """Tell whether the id is the model's own; a mirror may have given it away."""
        reserved = self._reserved
        if reserved is None or reserved.pop(number, None) is not model:
            return False
        return number not in self.models

    def assign(self, owner: Owner, model: Model, number: int) -> None:
        """Make the model a member under this id."""
        object.__setattr__(model, "_id", number)
        object.__setattr__(model, "_document", owner)
        self.models[number] = model
        if number >= self._next_id:
            self._next_id = number + 1

    def renumber(self, owner: Owner, numbers: Mapping[int, int]) -> None:
        """Give members other ids; ids of no member are left alone."""
        moved = [
            (self.models.pop(old), new)
            for old, new in numbers.items()
            if old in self.models
        ]
        for model, new in moved:
            self.assign(owner, model, new)

    def sweep(self, roots: list[Model]) -> list[Model]:
        """Let go of the members that no root reaches; return them."""
        reached = reachable(roots)
        gone = [model for model in self.models.values() if id(model) not in reached]
        self._release(gone)
        return gone

    def sweep_changed(
        self,
        roots: list[Model],
        changed: Iterable[Model],
        unrooted: Iterable[Model],
        joined: Iterable[Model],
    ) -> list[Model]:
        """Let go of the members that no root reaches any more; return them.

        Args:
            roots: The roots.
            changed: The members that refer to others than before.
            unrooted: Those that were roots before.
            joined: Those that have joined since the last time.
        """
        links = self._links
        if links is None:
            gone = self.sweep(roots)
            self._links = Links(self.models.values())
            return gone
        self.note(joined)
        suspects = [*unrooted, *joined]
        for model in changed:
            suspects += links.note(model)
        gone = links.unreachable(suspects, roots)
        gone.sort(key=lambda model: model._id or 0)
        links.forget(gone)
        self._release(gone)
        return gone

    def note(self, joined: Iterable[Model]) -> None:
        """Take note of what new members refer to."""
        if self._links is not None:
            for model in joined:
                self._links.note(model)

    def clear(self) -> None:
        """Let go of all members."""
        self.models.clear()
        self._links = None

    def _release(self, models: Iterable[Model]) -> None:
        for model in models:
            del self.models[model._id]  # type: ignore[arg-type]
            object.__setattr__(model, "_document", None)
