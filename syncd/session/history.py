"""Recent transactions, for peers that come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syncd.errors import RevisionError


if TYPE_CHECKING:
    from syncd.session.encoded import Encoded

__all__ = ["History", "HistoryBudget"]


class HistoryBudget:
    """The bytes that the histories of all sessions may take together."""

    def __init__(self, max_bytes: int = 64 * 1024 * 1024) -> None:
        self.max_bytes = max_bytes
        self.used = 0


class History:
    """The newest transactions of one session, bounded by bytes."""

    def __init__(
        self, max_bytes: int, budget: HistoryBudget, revision: int = 0
    ) -> None:
        self._max_bytes = max_bytes
        self._budget = budget
        # A list, since an empty deque is large; it is never long.
        self._entries: list[Encoded] = []
        self._size = 0
        self.oldest = revision
        """The earliest revision that a peer can be brought up to date from."""

    def add(self, encoded: Encoded) -> None:
        """Keep a transaction and drop the oldest ones over the limits."""
        if encoded.size > self._max_bytes:
            self.skip(encoded.revision)
            return
        encoded.freeze()
        entries, budget = self._entries, self._budget
        entries.append(encoded)
        grown = encoded.size
        while entries and (
            self._size + grown > self._max_bytes
            or budget.used + grown > budget.max_bytes
        ):
            dropped = entries.pop(0)
            grown -= dropped.size
            self.oldest = dropped.revision
        self._grow(grown)

    def skip(self, revision: int) -> None:
        """Forget everything; nobody can come back to before ``revision``."""
        self.clear()
        self.oldest = revision

    def since(self, revision: int, latest: int) -> list[Encoded] | None:
        """Return the transactions after ``revision``, ``None`` if some are gone.

        Raises:
            RevisionError: ``revision`` is newer than the document.
        """
        if not 0 <= revision <= latest:
            raise RevisionError(revision, latest)
        if revision < self.oldest:
            return None
        return [entry for entry in self._entries if entry.revision > revision]

    def clear(self) -> None:
        """Forget everything and give the bytes back."""
        self._entries.clear()
        self._grow(-self._size)

    def _grow(self, size: int) -> None:
        self._size += size
        self._budget.used += size
