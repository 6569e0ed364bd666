"""Sends for all connections of a process.

To write is to wake up whoever reads, if he sleeps: another processor has to be
interrupted, and what runs next on this one finds it cold. So what follows within
a moment is collected, and written together when that which is ready has run. What
is asked for after a while, by the only one or by one who computes for long, is
written at once.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import gevent


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.server.writer import Writer
    from syncd.session import Peer


__all__ = ["Sender"]

_log = logging.getLogger("syncd.server")

_SOON = 0.001
"""Seconds within which calls follow each other, if they are collected."""

_LONGEST = 0.002
"""Seconds after which a call waits for no more others."""

_LARGE = 32768
"""Bytes that wait for nobody: to write them takes longer than to wake somebody."""


class Sender:
    """Lets connections write, together those that have something together.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._loop: Any = gevent.get_hub().loop
        self._calls: dict[Writer, None] = {}
        self._since = self._last = clock()

    def call(self, peer: Peer) -> None:
        """Let a peer's connection write what waits for it, now or in a moment."""
        now, calls = self._clock(), self._calls
        if not calls:
            self._since = now
        calls[peer.connection] = None
        waited = now - self._since
        if now - self._last > _SOON or waited > _LONGEST or peer.outbox.size > _LARGE:
            self.send()
        elif len(calls) == 1:
            self._loop.run_callback(self.send)
        self._last = now

    def send(self) -> None:
        """Answer all calls, in their order."""
        calls, self._calls = self._calls, {}
        for writer in calls:
            try:
                writer.pump()
            except Exception:  # noqa: BLE001 - all others need us
                _log.exception("a connection could not be written to")
                writer.abort()
