"""Which models of a document refer to which, so that those left alone are found.

A document is looked through as a whole only once, when a reference in it changes
for the first time. From then on the references to every model are counted, and
what a change costs depends on the models that it concerns.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable

    from syncd.model import Model

__all__ = ["Links", "reachable"]


class Links:
    """What the members of a document refer to, as it was when they were noted.

    Args:
        models: The members.
    """

    __slots__ = ("_counts", "_targets")

    def __init__(self, models: Iterable[Model]) -> None:
        self._counts: Counter[int] = Counter()
        self._targets: dict[int, list[Model]] = {}
        for model in models:
            self.note(model)

    def note(self, model: Model) -> list[Model]:
        """Look what a member refers to; return what it refers to no longer."""
        targets = model.held()
        before = self._targets.get(id(model), ())
        self._targets[id(model)] = targets
        kept = set(map(id, targets))
        self._counts.update(map(id, targets))
        self._counts.subtract(map(id, before))
        return [target for target in before if id(target) not in kept]

    def forget(self, models: Iterable[Model]) -> None:
        """Count the references of models that are no members any more no longer."""
        for model in models:
            self._counts.subtract(map(id, self._targets.pop(id(model))))
        for model in models:
            self._counts.pop(id(model), None)

    def unreachable(
        self, suspects: Iterable[Model], roots: Iterable[Model]
    ) -> list[Model]:
        """Return the members, of suspects and what is below, that no root reaches.

        What is referred to more often than from among them is held from
        elsewhere, and with it all that it refers to.
        """
        below = self._below(suspects)
        inside = Counter(
            id(target) for number in below for target in self._targets[number]
        )
        shown = set(map(id, roots))
        held = [
            model
            for number, model in below.items()
            if number in shown or self._counts[number] > inside[number]
        ]
        for number in self._below(held):
            del below[number]
        return list(below.values())

    def _below(self, models: Iterable[Model]) -> dict[int, Model]:
        """Return members and all that they refer to, by identity."""
        found: dict[int, Model] = {}
        waiting = list(models)
        while waiting:
            model = waiting.pop()
            if id(model) not in found and id(model) in self._targets:
                found[id(model)] = model
                waiting.extend(self._targets[id(model)])
        return found


def reachable(roots: Iterable[Model]) -> set[int]:
    """Return the identities of all models that roots reach."""
    reached: set[int] = set()
    waiting = list(roots)
    while waiting:
        model = waiting.pop()
        if id(model) not in reached:
            reached.add(id(model))
            waiting.extend(model.held())
    return reached
