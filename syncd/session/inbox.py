"""What waits to be dealt with, in order, edits of a busy time merged."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from syncd.protocol import ClientPatch, SetField
from syncd.session.item import Received


if TYPE_CHECKING:
    from syncd.session.item import Item
    from syncd.session.peer import Peer

__all__ = ["Inbox"]


class Inbox:
    """A queue that merges a peer's consecutive sets of the same fields.

    A slider that is dragged while a callback runs leaves one item, however
    long the callback takes (``spec/protocol.md`` section 8, rule 7).
    """

    def __init__(self) -> None:
        self._items: deque[Item] = deque()
        self._last: dict[Peer, Received] = {}
        self._waiting: Counter[Peer] = Counter()
        self._bytes: Counter[Peer] = Counter()

    def __len__(self) -> int:
        return len(self._items)

    def put(self, item: Item) -> None:
        """Add an item at the end, or merge it into one that waits."""
        if not isinstance(item, Received):
            peer = getattr(item, "peer", None)
            if peer is not None:
                self._last.pop(peer, None)
            self._items.append(item)
            return
        last = self._last.get(item.peer)
        if last is not None and _mergeable(last.message, item.message):
            last.message = item.message
            last.merged += 1
            self._bytes[item.peer] += item.size - last.size
            last.size = item.size
            return
        self._items.append(item)
        self._last[item.peer] = item
        self._waiting[item.peer] += 1
        self._bytes[item.peer] += item.size

    def take(self) -> Item:
        """Return and remove the first item."""
        item = self._items.popleft()
        if isinstance(item, Received):
            peer = item.peer
            if self._last.get(peer) is item:
                del self._last[peer]
            self._waiting[peer] -= 1
            self._bytes[peer] -= item.size
            if not self._waiting[peer]:
                del self._waiting[peer], self._bytes[peer]
        return item

    def waiting(self, peer: Peer) -> int:
        """Return how many messages of the peer wait."""
        return self._waiting[peer]

    def bytes_waiting(self, peer: Peer) -> int:
        """Return the size of the peer's messages that wait."""
        return self._bytes[peer]

    def clear(self) -> list[Item]:
        """Remove all items and return them."""
        items = list(self._items)
        self._items.clear()
        self._last.clear()
        self._waiting.clear()
        self._bytes.clear()
        return items


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
