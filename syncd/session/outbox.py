"""What waits to be sent to one peer: bounded, whatever the peer does."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from syncd.session.encoded import Touched


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.protocol import Payload
    from syncd.session.encoded import Encoded
    from syncd.session.limits import Limits

__all__ = ["Close", "Outbox", "Update"]

_MAX_REJECTED = 256


@dataclass(frozen=True, slots=True)
class Close:
    """The last thing in an outbox: close the connection like this."""

    code: int
    reason: str


class Update(Struct, frozen=True, eq=False):
    """A patch or an acknowledgement, with what is needed to merge it.

    Attributes:
        payload: The message.
        base: The revision that the peer has to have before.
        encoded: The transaction, if the peer is told of one.
        head: The members that acknowledge something; not ``None`` if it comes of
            what the peer itself asked for.
        refused: Fields whose present values correct the peer.
    """

    payload: Payload
    base: int
    encoded: Encoded | None = None
    head: dict[str, Any] | None = None
    refused: tuple[tuple[int, str], ...] = ()


class Outbox:
    """Messages in order, until the peer is too slow for that.

    Over its limits the updates that wait are replaced by a list of what they
    touched, and the peer gets these fields as they are when it can take
    something again. So a stalled browser costs memory in proportion to its
    document, not to what happens meanwhile.
    """

    __slots__ = (
        "_bytes",
        "_close",
        "_head",
        "_limits",
        "_queue",
        "_touched",
        "render",
    )

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._queue: deque[Payload | Update] = deque()
        self._bytes = 0
        self._touched: Touched | None = None
        self._head: dict[str, Any] = {}
        self._close: Close | None = None
        self.render: Callable[[Touched, dict[str, Any]], Payload | None] | None = None
        """Encodes the merged patch; set by the session. ``None`` from it
        means: not in the middle of a transaction, the session will wake."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to send."""
        return not self._queue and self._touched is None and self._close is None

    @property
    def merging(self) -> bool:
        """Whether the peer is too slow for single patches."""
        return self._touched is not None

    @property
    def size(self) -> int:
        """The bytes of the messages that wait."""
        return self._bytes

    def put(self, payload: Payload) -> None:
        """Add a message that is no update; those over the limit are dropped."""
        if self._close is None and len(self._queue) < 2 * self._limits.outbox_messages:
            self._queue.append(payload)
            self._bytes += len(payload.data)

    def put_update(self, update: Update) -> None:
        """Add a patch or an acknowledgement; it is sent, or merged."""
        if self._close is not None:
            return
        if self._touched is None:
            size = len(update.payload.data)
            if not self._queue or not self._full(size):
                self._queue.append(update)
                self._bytes += size
                return
            self._start_merging(update.base)
        self._merge(update)

    def _full(self, size: int) -> bool:
        return (
            len(self._queue) >= self._limits.outbox_messages
            or self._bytes + size > self._limits.outbox_bytes
        )

    def _start_merging(self, base: int) -> None:
        """Replace the updates that wait by what they touched."""
        updates = [item for item in self._queue if isinstance(item, Update)]
        self._touched = Touched(updates[0].base if updates else base)
        for update in updates:
            self._merge(update)
        kept = [item for item in self._queue if not isinstance(item, Update)]
        self._queue = deque(kept)
        self._bytes = sum(len(item.data) for item in kept)

    def _merge(self, update: Update) -> None:
        assert self._touched is not None
        if update.encoded is not None:
            self._touched.add(update.encoded)
        self._touched.add_fields(update.refused)
        if update.head is not None:
            self._touched.by_peers = False
        head = update.head or {}
        if "ack" in head:
            self._head["ack"] = head["ack"]
        for name in ("ids", "rejected"):
            if name in head:
                merged = [*self._head.get(name, ()), *head[name]]
                self._head[name] = merged[-_MAX_REJECTED:]

    def take_alone(self) -> Payload | None:
        """Return and remove the only message there is, if it is the only one."""
        queue = self._queue
        if len(queue) != 1 or self._touched is not None or self._close is not None:
            return None
        item = queue.popleft()
        self._bytes = 0
        return item.payload if type(item) is Update else item  # type: ignore[return-value]

    def take(self) -> Payload | Close | None:
        """Return and remove what is to be sent next, if anything is."""
        if self._queue:
            item = self._queue.popleft()
            payload = item.payload if isinstance(item, Update) else item
            self._bytes -= len(payload.data)
            return payload
        if self._touched is not None and self.render is not None:
            merged = self.render(self._touched, self._head)
            if merged is not None:
                self._touched, self._head = None, {}
            return merged
        return self._close

    def close(self, code: int, reason: str = "", *, flush: bool = True) -> None:
        """Close the connection, after what waits unless ``flush`` is off."""
        if self._close is None:
            self._close = Close(code, reason)
        if not flush:
            self.clear()

    def clear(self) -> None:
        """Drop what waits, but not a close."""
        self._queue.clear()
        self._bytes = 0
        self._touched, self._head = None, {}
