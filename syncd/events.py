"""What a person did in the browser, as application code hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any
from typing import ClassVar


if TYPE_CHECKING:
    from syncd.model import Model

__all__ = ["Event"]


class Event:
    """Something that happened; ``model`` is where."""

    event_name: ClassVar[str] = ""

    def __init__(self, model: Model | None, **detail: Any) -> None:
        self.model = model
        self.detail = detail

    @staticmethod
    def from_wire(name: str, model: Model | None, detail: dict[str, Any]) -> Event:
        """Return the event that a client sent."""
        event = Event(model, **detail)
        event.event_name = name  # type: ignore[misc]
        return event
