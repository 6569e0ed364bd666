"""The other end of a connection, and the tab that outlives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.session.outbox import Outbox


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.session.item import Received
    from syncd.session.limits import Limits

__all__ = ["Peer", "Tab"]

_MAX_REMEMBERED = 256

_MAX_FIELDS = 4_096
"""Fields that were set in vain and are remembered; a message may name 100,000."""


class Peer:
    """One connection, seen from its session."""

    __slots__ = (
        "bytes_waiting",
        "connection",
        "last",
        "live",
        "messages_waiting",
        "on_room",
        "outbox",
        "tab",
    )

    def __init__(self, tab: str, limits: Limits, connection: Any = None) -> None:
        self.tab = tab
        self.outbox = Outbox(limits)
        self.connection = connection
        """Whatever the transport wants to find again."""
        self.live = False
        """Whether the session has welcomed it and not let it go."""
        self.messages_waiting = 0
        """Messages in the inbox, which counts them."""
        self.bytes_waiting = 0
        """The size of these messages."""
        self.on_room: Callable[[], None] | None = None
        """Called when one of them has been taken out, while the transport waits."""
        self.last: Received | None = None
        """The last of them, as long as nothing else of the peer is behind it."""

    def __repr__(self) -> str:
        return f"Peer({self.tab[:8]}…)"


class Tab:
    """What a session remembers of a browser tab across its connections.

    ``seq`` is the highest message dealt with. ``ids`` and ``rejected`` are
    what the tab may have missed of the acknowledgements.
    """

    __slots__ = (
        "final_ids",
        "forgotten",
        "ids",
        "lost_until",
        "name",
        "peer",
        "rejected",
        "seq",
    )

    def __init__(self, name: str) -> None:
        self.name = name
        self.seq = 0
        self.peer: Peer | None = None
        self.lost_until: float | None = None
        """Until when the session waits for the tab to come back."""
        self.final_ids: dict[int, int] = {}
        self.ids: list[tuple[int, int, int]] = []
        self.rejected: list[tuple[int, dict[str, Any], list[tuple[int, str]]]] = []
        self.forgotten = 0
        """The last message of whose outcome not all is remembered."""

    def note(
        self,
        seq: int,
        ids: dict[int, int],
        rejected: list[dict[str, Any]],
        fields: list[tuple[int, str]],
    ) -> None:
        """Remember the outcome of a message, should its answer get lost."""
        self.final_ids.update(ids)
        while len(self.final_ids) > 4 * _MAX_REMEMBERED:
            del self.final_ids[next(iter(self.final_ids))]
        self.ids.extend((seq, old, new) for old, new in ids.items())
        fields = list(dict.fromkeys(fields))
        self.rejected.extend((seq, item, fields) for item in rejected)
        first = max(len(self.rejected) - _MAX_REMEMBERED, self._first_with_room())
        for forgotten in (self.ids[:-_MAX_REMEMBERED], self.rejected[:first]):
            if forgotten:
                self.forgotten = max(self.forgotten, forgotten[-1][0])
        del self.ids[:-_MAX_REMEMBERED], self.rejected[:first]

    def forget(self) -> None:
        """Remember no outcomes any more; whoever has missed one needs all anew."""
        for outcomes in (self.ids, self.rejected):
            if outcomes:
                self.forgotten = max(self.forgotten, outcomes[-1][0])
        self.ids, self.rejected = [], []

    def _first_with_room(self) -> int:
        """Return the first rejection since which the fields are not too many."""
        count, before = 0, None
        for place in range(len(self.rejected) - 1, -1, -1):
            fields = self.rejected[place][2]
            count += 0 if fields is before else len(fields)
            before = fields
            if count > _MAX_FIELDS:
                return place + 1
        return 0

    def missed(
        self, acked: int
    ) -> tuple[list[list[int]], list[dict[str, Any]], list[tuple[int, str]]]:
        """Return ids, rejections and refused fields since ``acked``."""
        self.ids = [item for item in self.ids if item[0] > acked]
        self.rejected = [item for item in self.rejected if item[0] > acked]
        fields = [field for _, _, refused in self.rejected for field in refused]
        return (
            [[old, new] for _, old, new in self.ids],
            [item for _, item, _ in self.rejected],
            list(dict.fromkeys(fields)),
        )
