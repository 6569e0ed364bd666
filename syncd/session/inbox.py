"""What waits to be dealt with, in order, edits of a busy time merged."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from syncd.protocol import ClientPatch, SetField
from syncd.session.item import Call, Received, Stop


if TYPE_CHECKING:
    from syncd.session.item import Item
    from syncd.session.limits import Limits
    from syncd.session.peer import Peer

__all__ = ["Backlog", "Inbox"]

_MOST = 256 * 1024 * 1024
"""Bytes that may wait before no session may have much of them."""


class Backlog:
    """The bytes of messages that wait in all sessions together.

    Where they are too many, each session may have as much as one peer of it: those
    that deal with what they get are read as ever.
    """

    __slots__ = ("max_bytes", "size")

    def __init__(self, max_bytes: int = _MOST) -> None:
        self.max_bytes = max_bytes
        self.size = 0


class Inbox:
    """A queue that merges a peer's consecutive sets of the same fields.

    A slider that is dragged while a callback runs leaves one item, however
    long the callback takes (``spec/protocol.md`` section 8, rule 7).

    Args:
        limits: Those of the session.
        backlog: What waits in all sessions.
    """

    __slots__ = ("_backlog", "_limits", "calls", "items", "shut_out", "size")

    def __init__(self, limits: Limits, backlog: Backlog) -> None:
        self._limits = limits
        self._backlog = backlog
        self.shut_out: dict[Peer, None] = {}
        """Peers whose ``on_room`` is to be called when it is not crowded any more."""

        self.size = 0
        """The bytes of messages that wait."""

        self.items: deque[Item] = deque()
        """What waits, for reading."""

        self.calls = 0
        """How many of them are a `Call`."""

    def put(self, item: Item) -> None:
        """Add an item at the end, or merge it into one that waits."""
        if type(item) is not Received:
            peer = getattr(item, "peer", None)
            if peer is not None:
                peer.last = None
            elif type(item) is Call:
                self.calls += 1
            self.items.append(item)
            return
        peer, last = item.peer, item.peer.last
        if last is not None and _mergeable(last.message, item.message):
            last.message = item.message
            last.merged += 1
            grown = item.size - last.size
            peer.bytes_waiting += grown
            self.size += grown
            self._backlog.size += grown
            last.size = item.size
            return
        self.items.append(item)
        peer.last = item
        peer.messages_waiting += 1
        peer.bytes_waiting += item.size
        self.size += item.size
        self._backlog.size += item.size

    @property
    def crowded(self) -> bool:
        """Whether so much waits that nothing large should be read."""
        backlog, limits = self._backlog, self._limits
        if backlog.size >= backlog.max_bytes:
            return self.size >= limits.inbox_bytes
        return self.size >= limits.session_inbox_bytes

    def take(self) -> Item:
        """Return and remove the first item."""
        item = self.items.popleft()
        if type(item) is Received:
            peer = item.peer
            if peer.last is item:
                peer.last = None
            peer.messages_waiting -= 1
            peer.bytes_waiting -= item.size
            self.size -= item.size
            self._backlog.size -= item.size
            if peer.on_room is not None:
                peer.on_room()
            if self.shut_out and not self.crowded:
                self._let_in()
        elif type(item) is Call:
            self.calls -= 1
        return item

    def _let_in(self) -> None:
        peers, self.shut_out = self.shut_out, {}
        for peer in peers:
            if peer.on_room is not None:
                peer.on_room()

    def first_stop(self) -> Stop | None:
        """Return what is going to end the session, if that waits."""
        return next((item for item in self.items if isinstance(item, Stop)), None)

    def clear(self) -> list[Item]:
        """Remove all items and return them."""
        return [self.take() for _ in range(len(self.items))]


def _mergeable(old: object, new: object) -> bool:
    """Tell whether the newer message makes the older one superfluous."""
    if not (isinstance(old, ClientPatch) and isinstance(new, ClientPatch)):
        return False
    if old.models or new.models or new.seq != old.seq + 1:
        return False
    fields = _fields_set(old)
    return fields is not None and fields == _fields_set(new)


def _fields_set(message: ClientPatch) -> list[tuple[int, str]] | None:
    """Return the fields that a message sets, ``None`` if it does more."""
    fields: list[tuple[int, str]] = []
    for change in message.changes:
        if not isinstance(change, SetField):
            return None
        fields.append((change.model, change.field))
    return fields
