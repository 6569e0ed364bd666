"""Messages of which a part has come, of all connections.

Each connection may send one that is large, and take its time. Who sends the better
part of it and then a byte a minute is never silent, and holds the memory; so what all
of them hold together is limited.
"""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Sender(Protocol):
        """Who sends a message."""

        def let_go(self) -> None:
            """End the connection, and give the memory of the message back."""


__all__ = ["SMALL", "Unfinished"]

SMALL = 65_536
"""Bytes of a part that counts for nothing."""

_MOST = 256 * 1024 * 1024
"""Bytes of all parts together, unless messages may be very large."""

_AT_ONCE = 4
"""Messages of the largest size that there is room for at least."""

_REPEATED = 60.0
"""Seconds until the log says again that somebody had to go."""

_log = logging.getLogger("syncd.server")


class Unfinished:
    """Keeps account of them.

    Args:
        max_message: Bytes of the largest message.
        clock: The time in seconds.
    """

    def __init__(self, max_message: int, clock: Callable[[], float]) -> None:
        self._most = max(_MOST, _AT_ONCE * max_message)
        self._clock = clock
        self._parts: dict[Sender, tuple[int, float]] = {}
        self._next_warning = -math.inf
        self.size = 0
        """The bytes of all parts together."""

    def follow(self, sender: Sender, size: int, *, fresh: bool) -> bool:
        """Take note of what has come of a message; return whether that counts.

        Args:
            sender: Who sends it.
            size: Its bytes as yet.
            fresh: Whether another message was finished meanwhile: the next one has
                its own time.
        """
        large = size > SMALL
        if fresh or not large:
            self.note(sender, 0)
        if large:
            self.note(sender, size)
        return large

    def note(self, sender: Sender, size: int) -> None:
        """Take note of how much of a message is there.

        Where that is too much for all, the one goes that has held most for longest.

        Args:
            sender: Who sends it.
            size: Its bytes as yet; 0 when it is there, or will never be.
        """
        before, since = self._parts.pop(sender, (0, 0.0))
        self.size += size - before
        if size:
            self._parts[sender] = size, since if before else self._clock()
        while self.size > self._most:
            self._let_go()

    def _let_go(self) -> None:
        now = self._clock()
        slowest = max(self._parts, key=lambda sender: self._weight(sender, now))
        self.size -= self._parts.pop(slowest)[0]
        slowest.let_go()
        if now >= self._next_warning:
            self._next_warning = now + _REPEATED
            _log.warning(
                "a connection was cut: messages that are still coming in take more"
                " than %d MB together, and its own has taken longest",
                self._most // 1_000_000,
            )

    def _weight(self, sender: Sender, now: float) -> float:
        size, since = self._parts[sender]
        return size * (now - since)
