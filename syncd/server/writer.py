"""Writes one connection's frames, one at a time and never waiting for them.

Whoever has something to send calls `Writer.pump`, be it the session in the
middle of a callback. What the kernel takes at once is written there and then.
When it takes no more, a greenlet of this connection waits, and nobody else.
"""

from __future__ import annotations

import contextlib
import os
import struct
from collections import deque
from typing import TYPE_CHECKING

import gevent
from gevent.event import Event


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gevent.socket import socket as Socket  # noqa: N812 - it is a class

    Chunks = Sequence[bytes | memoryview]


__all__ = ["Writer", "frame_header"]

_TEXT = 0x81
_BINARY = 0x82
_SHORT, _MEDIUM = 126, 1 << 16


def frame_header(size: int, *, text: bool) -> bytes:
    """Return the header of an unmasked, unfragmented frame (RFC 6455, 5.2).

    The payload is written after it as it is, so that the bytes of a message for
    many are never copied.
    """
    opcode = _TEXT if text else _BINARY
    if size < _SHORT:
        return struct.pack("!BB", opcode, size)
    if size < _MEDIUM:
        return struct.pack("!BBH", opcode, 126, size)
    return struct.pack("!BBQ", opcode, 127, size)


class Writer:
    """The sending half of a connection.

    Args:
        sock: The socket, not blocking.
        take: Returns the parts of the next frame, or ``None`` if there is
            nothing to send now. Called only when the one before is written.
    """

    def __init__(self, sock: Socket, take: Callable[[], Chunks | None]) -> None:
        self._sock = sock
        self._take = take
        self._control: deque[bytes] = deque()
        self._busy = False
        self._idle = Event()
        self._idle.set()
        self.broken = False
        """Whether nothing can be written any more."""

    @property
    def backlog(self) -> int:
        """How many control frames wait; the peer decides how many it asks for."""
        return len(self._control)

    def send(self, frames: Sequence[bytes]) -> None:
        """Send control frames, before anything else that waits."""
        self._control.extend(frame for frame in frames if frame)
        self.pump()

    def pump(self) -> None:
        """Write what there is to send; never blocks."""
        if self._busy or self.broken:
            return
        self._busy = True
        rest = self._write_at_once()
        if rest is None:
            self._busy = False
            return
        self._idle.clear()
        gevent.spawn(self._finish, rest)

    def write_last(self, frame: bytes) -> None:
        """Write a last frame from another thread, if that is possible at once."""
        if self._busy or self.broken:
            return
        self.broken = True
        with contextlib.suppress(OSError):
            os.write(self._sock.fileno(), frame)

    def wait_idle(self, timeout: float) -> None:
        """Wait until everything is written, so many seconds at most."""
        self._idle.wait(timeout)

    def stop(self) -> None:
        """Write nothing any more."""
        self.broken = True
        self._control.clear()
        self._idle.set()

    def _next(self) -> Chunks | None:
        if self._control:
            return (self._control.popleft(),)
        return self._take()

    def _write_at_once(self) -> Chunks | None:
        """Write frames until the kernel is full; return what it did not take."""
        while not self.broken:
            chunks = self._next()
            if chunks is None:
                return None
            size = sum(map(len, chunks))
            try:
                written = os.writev(self._sock.fileno(), chunks)
            except BlockingIOError:
                written = 0
            except OSError:
                self.stop()
                return None
            if written < size:
                return _after(chunks, written)
        return None

    def _finish(self, rest: Chunks) -> None:
        """Write the rest of a frame, and what has come together meanwhile."""
        try:
            while not self.broken:
                for chunk in rest:
                    self._sock.sendall(chunk)
                after = self._write_at_once()
                if after is None:
                    break
                rest = after
        except OSError:
            self.stop()
        finally:
            self._busy = False
            self._idle.set()


def _after(chunks: Chunks, written: int) -> list[memoryview]:
    """Return what is left of a frame, as views: many may wait for the same bytes."""
    rest = []
    for chunk in chunks:
        if written < len(chunk):
            rest.append(memoryview(chunk)[written:])
        written = max(written - len(chunk), 0)
    return rest
