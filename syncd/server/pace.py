"""Keeps a connection from taking the hub for itself."""

from __future__ import annotations


__all__ = ["TURN", "Pace"]

TURN = 64
"""Frames after which others get their turn."""

_MAX_RATE = 5_000
"""Frames a second; above it a peer is read more slowly, not closed."""

_FRAME = 8_192
"""Bytes in memory of a large message that count as one more frame: they take as long."""


class Pace:
    """Counts the frames of one connection."""

    __slots__ = ("_began", "_count")

    def __init__(self, now: float) -> None:
        self._began = now
        self._count = 0

    @property
    def until(self) -> float:
        """When the next frame may be read; that may have been long ago."""
        return self._began

    def spent(self) -> bool:
        """Take note of a frame; return whether the peer may be too fast."""
        self._count += 1
        return self._count >= _MAX_RATE

    def charge(self, size: int) -> None:
        """Take note that a frame was a large message, of so many bytes in memory."""
        self._count += size // _FRAME

    def renew(self, now: float) -> float:
        """Begin anew; return the seconds until the next frame may be read."""
        left = max(self._began + self._count / _MAX_RATE - now, 0.0)
        self._began = now + left
        self._count = 0
        return left
