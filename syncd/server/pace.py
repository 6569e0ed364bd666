"""Keeps a connection from taking the hub for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gevent


if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["Pace"]

_MAX_RATE = 5_000
"""Frames a second; above it a peer is read more slowly, not closed."""

_TURN = 64
"""Frames after which others get their turn, since a reader with data at hand
never blocks."""


class Pace:
    """Counts the frames of one connection."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = clock()
        self._window = 0
        self._turn = 0

    def count(self) -> None:
        """Take note of a frame."""
        self._window += 1
        self._turn += 1

    def keep(self) -> None:
        """Let others run if it is time, and sleep if the peer is too fast."""
        if self._window >= _MAX_RATE:
            left = 1.0 - (self._clock() - self._began)
            self._began, self._window, self._turn = self._clock() + max(left, 0), 0, 0
            gevent.sleep(max(left, 0))
        elif self._turn >= _TURN:
            self._turn = 0
            gevent.sleep(0)
