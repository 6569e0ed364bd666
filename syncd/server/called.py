"""A greenlet that answers calls, and waits while there are none."""

from __future__ import annotations

from typing import Any

import gevent
from gevent.hub import Waiter


__all__ = ["Called"]


class Called:
    """Answers all who have called, in the order in which they have.

    Who takes calls adds them to ``_calls`` and wakes the ``_waiter`` up itself: this
    happens for every message, and another function would cost as much again.
    """

    def __init__(self) -> None:
        self.loop: Any = gevent.get_hub().loop
        self._calls: dict[Any, None] = {}
        self._waiter: Waiter[None] | None = None
        # Not the hub: answers may take long, or wait for a log.
        self._greenlet = gevent.spawn(self._run)

    def stop(self) -> None:
        """Answer nobody any more."""
        self._greenlet.kill()

    def _answer(self) -> None:
        """Answer all calls; those that come meanwhile are for the next time."""
        raise NotImplementedError

    def _run(self) -> None:
        while True:
            self._answer()
            if self._calls:
                gevent.sleep(0)
            else:
                self._waiter = Waiter()
                self._waiter.get()
