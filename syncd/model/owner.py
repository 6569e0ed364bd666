"""What a model needs to know of the document that it belongs to."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.aliases import Callback
    from syncd.model.changes import ModelChange
    from syncd.model.model import Model

__all__ = ["WHOLE", "Owner", "current_owner"]

WHOLE: Any = object()
"""Says that all of a field may have come with a change."""


current_owner: ContextVar[Any] = ContextVar("docsync_document", default=None)
"""The document that the running code belongs to."""


class Held(Protocol):
    """What a document has held back."""

    def note(self, model: Model, attr: str, old: Any, new: Any) -> None:
        """Keep the callbacks of a change for later."""


class Owner(Protocol):
    """A document, seen from its models."""

    guard: Callable[..., None] | None
    """Raises `ForeignWriterError` if the caller may not change anything.

    Called with what it is about to do, and the names that stand in it as ``%s``.
    """

    @property
    def held(self) -> Held | None:
        """What takes callbacks for later, while something is held back."""

    def reserve_id(self, model: Model) -> int:
        """Return the id that a model will have when it joins."""

    def check_adoptable(self, model: Model, value: Any) -> None:
        """Raise `OwnershipError` if the value holds another document's model."""

    def record(
        self, change: ModelChange, *, refers: bool, brought: Any = WHOLE
    ) -> None:
        """Take note of a change that has been made.

        ``refers`` tells that the field can hold models, so that membership
        may have changed; ``brought`` is what may hold new ones.
        """

    def call(self, callback: Callback, *args: Any) -> None:
        """Run a callback to its end, or beside the session if it asks for that."""

    def claim(self, model: Model, name: str) -> None:
        """Take note that a field was set to the value that it has."""
