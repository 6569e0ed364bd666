"""How the models of a document are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syncd.document.links import reachable
from syncd.model.query import Selectable


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from syncd.model import Model

__all__ = ["Selecting"]


class Selecting(Selectable):
    """The part of a document that finds models."""

    if TYPE_CHECKING:
        _relinked: dict[int, Model]
        _unrooted: dict[int, Model]
        _reached: set[int] | None

        @property
        def models(self) -> Mapping[int, Model]:
            """All models by id."""

        @property
        def _kept(self) -> list[Model]: ...

    def get_model_by_id(self, model_id: int | str) -> Model | None:
        """Return the model of that id, or ``None``."""
        try:
            return self.models.get(int(model_id))
        except ValueError:  # no id of ours
            return None

    def get_model_by_name(self, name: str) -> Model | None:
        """Return the model of that name, or ``None``.

        Raises:
            ValueError: Several models have it.
        """
        found = [model for model in self.models.values() if model.name == name]
        found = found and [model for model in self._candidates() if model.name == name]
        if len(found) > 1:
            message = f"found more than one model named {name!r}: {len(found)}"
            raise ValueError(message)
        return found[0] if found else None

    def _candidates(self) -> Iterable[Model]:
        """Return all models but those that leave when the transaction ends."""
        if not self._relinked and not self._unrooted:
            return self.models.values()
        # An application may look for one model after the other meanwhile.
        if self._reached is None:
            self._reached = reachable(self._kept)
        reached = self._reached
        return [model for model in self.models.values() if id(model) in reached]
