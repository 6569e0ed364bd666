"""Sends for all connections of a process.

To write is to wake up the process that reads, if it sleeps: another processor has
to be interrupted, and what runs next on this one finds it cold. So answers of
sessions that follow each other within a moment are collected, and written
together when all that is ready has run. What is asked for after a while is written
at once. A session that goes on sends what it has told before (`Sender.send`), so
it is other sessions' turns that an answer may wait for, and never its own.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from syncd.server.called import Called


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.session import Peer


__all__ = ["Sender"]

_log = logging.getLogger("syncd.server")

_SOON = 0.001
"""Seconds within which calls follow each other, if they are collected."""

_LONGEST = 0.002
"""Seconds after which the next call ends the waiting of those before."""

_LARGE = 32768
"""Bytes that wait for nobody: to write them takes longer than to wake somebody."""


class Sender(Called):
    """Lets connections write, together those that have something together.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._since = self._last = clock()

    def call(self, *peers: Peer) -> None:
        """Let connections of peers write what waits for them, now or in a moment."""
        now, calls = self._clock(), self._calls
        if not calls:
            self._since = now
        large = False
        for peer in peers:
            calls[peer.connection] = None
            large = large or peer.outbox.size > _LARGE
        waited = now - self._since
        soon = now - self._last <= _SOON
        self._last = now
        if not soon or waited > _LONGEST or large:
            self.send()
        elif self._waiter is not None:
            waiter, self._waiter = self._waiter, None
            self.loop.run_callback(waiter.switch, None)

    def send(self) -> None:
        """Answer all calls, in their order."""
        calls = self._calls
        if not calls:
            return
        self._calls = {}
        for writer in calls:
            try:
                writer.pump()
            except Exception:  # noqa: BLE001 - all others need us
                writer.abort()
                _log.exception("a connection could not be written to")

    def stop(self) -> None:
        """Write what there is, and collect nothing any more."""
        self.send()
        super().stop()

    _answer = send
