"""Reads for all connections of a process.

A connection that waits costs no greenlet, whose stack would take more memory
than everything else of it: what has come is read by one greenlet, for one
connection after another. None of them may make it wait.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import gevent

from syncd.server.called import Called


if TYPE_CHECKING:
    from typing import Protocol

    class Attended(Protocol):
        """What `Reader` calls."""

        def attend(self) -> None:
            """Do what there is to do, without waiting for anything."""


__all__ = ["Reader"]

_log = logging.getLogger("syncd.server")

_SIZE = 256 * 1024
"""Bytes read at a time; others wait while they are dealt with."""


_CALLS_PER_TURN = 32
"""Connections that are attended to before what they sent is dealt with."""


class Reader(Called):
    """Looks after connections, each when something has come or is due."""

    def __init__(self) -> None:
        super().__init__()
        self.buffer = memoryview(bytearray(_SIZE))
        """Where to read to; free again when `Attended.attend` returns."""

    def call(self, connection: Attended) -> None:
        """Attend to a connection soon, once; it may be the hub that calls."""
        self._calls[connection] = None
        waiter, self._waiter = self._waiter, None
        if waiter is not None:
            self.loop.run_callback(waiter.switch, None)

    def _answer(self) -> None:
        calls, self._calls = self._calls, {}
        for number, connection in enumerate(calls, 1):
            if number % _CALLS_PER_TURN == 0:
                gevent.sleep(0)
            try:
                connection.attend()
            except BaseException:  # noqa: BLE001 - all others need us
                _log.exception("a connection could not be attended to")
