"""Reads for all connections of a process.

A connection that waits costs no greenlet, whose stack would take more memory
than everything else of it: what has come is read by one greenlet, for one
connection after another. None of them may make it wait.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import gevent
from gevent.hub import Waiter


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


class Reader:
    """Looks after connections, each when something has come or is due."""

    def __init__(self) -> None:
        self.loop: Any = gevent.get_hub().loop
        self.buffer = memoryview(bytearray(_SIZE))
        """Where to read to; free again when `Attended.attend` returns."""
        self._calls: dict[Attended, None] = {}
        self._waiter: Waiter[None] | None = None
        gevent.spawn(self._run)

    def call(self, connection: Attended) -> None:
        """Attend to a connection soon, once; it may be the hub that calls."""
        self._calls[connection] = None
        waiter, self._waiter = self._waiter, None
        if waiter is not None:
            self.loop.run_callback(waiter.switch, None)

    def _run(self) -> None:
        while True:
            calls, self._calls = self._calls, {}
            for connection in calls:
                try:
                    connection.attend()
                except BaseException:  # noqa: BLE001 - all others need us
                    _log.exception("a connection could not be attended to")
            del calls
            if self._calls:
                gevent.sleep(0)
            else:
                self._waiter = Waiter()
                self._waiter.get()
