"""When a connection wants to be attended to again, though nothing has come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from syncd.server.reader import Attended, Reader

__all__ = ["Alarm"]

_SOONEST = 0.001
"""Seconds until it rings at the earliest."""


class Alarm:
    """Lets one be attended to at a time, with one timer of the loop at most.

    Args:
        reader: Attends to it.
        wakes: Who is attended to.
        due: When that happens anyway, for the first time.
    """

    __slots__ = ("_due", "_reader", "_timer", "_wakes")

    def __init__(self, reader: Reader, wakes: Attended, due: float) -> None:
        self._reader = reader
        self._wakes: Attended | None = wakes
        self._due = due
        self._timer: Any = None

    @property
    def rung(self) -> bool:
        """Whether it is set to no time: it was never, or has rung."""
        return self._timer is None or not self._timer.active

    def set(self, now: float, due: float) -> None:
        """Ring at a time, whatever was said before."""
        self._due = math.inf
        self.advance(now, due)

    def advance(self, now: float, due: float) -> None:
        """Ring at a time, unless that is to happen sooner already."""
        if due >= self._due:
            return
        self._due = due
        self._drop()
        self._timer = self._reader.loop.timer(max(due - now, _SOONEST))
        self._timer.start(self._reader.call, self._wakes)

    def stop(self) -> None:
        """Ring never again, and let go of who was woken."""
        self._due = -math.inf
        self._drop()
        self._wakes = None

    def _drop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer.close()
            self._timer = None
