"""What becomes of a client's message."""

from __future__ import annotations

from typing import Any, NamedTuple

from syncd.errors import DocSyncError


__all__ = ["Outcome", "Rejected", "Rejection"]

_MAX_REASON = 500
"""Characters; names in it are the client's, and may be as long as a message."""


class Rejection(DocSyncError):  # noqa: N818  # the protocol's word
    """Raised when an edit is refused; ``error`` is a code of the protocol."""

    def __init__(self, error: str, reason: str) -> None:
        self.error = error
        self.reason = reason[:_MAX_REASON]
        super().__init__(error, self.reason)

    def __str__(self) -> str:
        return self.reason


class Rejected(NamedTuple):
    """What a `Rejection` said, without the frames that it came through.

    They hold the outcome, so they and the whole message would be a cycle.
    """

    error: str
    reason: str


class Outcome:
    """What became of a client's message.

    ``own`` are the values that the client knows already, by model and field;
    ``refused`` the fields whose present values it has to be told.
    """

    __slots__ = ("ids", "own", "refused", "rejected")

    def __init__(self) -> None:
        self.ids: dict[int, int] = {}
        self.own: dict[tuple[int, str], Any] = {}
        self.rejected: list[Rejected] = []
        self.refused: list[tuple[int, str]] = []

    def reject(self, rejection: Rejection) -> None:
        """Take note of why something was refused."""
        self.rejected.append(Rejected(rejection.error, rejection.reason))
