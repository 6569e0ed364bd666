"""The tabs that a session remembers more of than how far they are."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from syncd.session.limits import Limits
    from syncd.session.peer import Tab

__all__ = ["Remembered"]


class Remembered:
    """Keeps what all tabs remember together within limits: the oldest forget first.

    Args:
        limits: Those of the session.
    """

    __slots__ = ("_count", "_limits", "_names", "_outcomes")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._outcomes: dict[Tab, None] = {}
        """The tabs that remember outcomes, the latest last."""
        self._names: dict[Tab, int] = {}
        """How many ids those know that were given any, the latest last."""
        self._count = 0

    def note(self, tab: Tab) -> None:
        """Take note that a tab has something to remember."""
        outcomes = self._outcomes
        outcomes.pop(tab, None)
        outcomes[tab] = None
        if len(outcomes) > self._limits.outcome_tabs:
            first = next(iter(outcomes))
            del outcomes[first]
            first.forget()
        if tab.final_ids:
            self._note_names(tab)

    def _note_names(self, tab: Tab) -> None:
        names, count = self._names, len(tab.final_ids)
        self._count += count - names.pop(tab, 0)
        names[tab] = count
        while self._count > self._limits.provisional_ids and len(names) > 1:
            first = next(iter(names))
            self._count -= names.pop(first)
            first.final_ids = {}

    def drop(self, tab: Tab) -> None:
        """Forget a tab that is remembered no more."""
        self._outcomes.pop(tab, None)
        self._count -= self._names.pop(tab, 0)

    def clear(self) -> None:
        """Forget all tabs."""
        self._outcomes.clear()
        self._names.clear()
        self._count = 0
