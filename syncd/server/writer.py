"""Writes one connection's frames, one at a time and never waiting for them.

What the kernel takes at once is written by `Writer.pump` there and then. When it
takes no more, a greenlet of this connection waits, and nobody else.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import struct
from typing import TYPE_CHECKING

import gevent


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gevent.socket import socket as Socket  # noqa: N812 - it is a class

    from syncd.protocol import Payload

    Chunks = Sequence[bytes | memoryview]


__all__ = ["Framer", "Writer", "frame_header"]

_log = logging.getLogger("syncd.server")

_TEXT = 0x81
_BINARY = 0x82
_SHORT, _MEDIUM = 126, 1 << 16

_SMALL = 4096
"""Bytes that are copied to stand behind their header; one piece is written
faster than two."""

_UNSENT = 128 * 1024
"""Bytes that the kernel takes beyond those it may send. It would take megabytes, all of
them past, for which a slow reader had to wait before it is told the present."""


def frame_header(size: int, *, text: bool) -> bytes:
    """Return the header of an unmasked, unfragmented frame (RFC 6455, 5.2).

    A large payload is written after it as it is, so that the bytes of a message
    for many are never copied.
    """
    opcode = _TEXT if text else _BINARY
    if size < _SHORT:
        return struct.pack("!BB", opcode, size)
    if size < _MEDIUM:
        return struct.pack("!BBH", opcode, 126, size)
    return struct.pack("!BBQ", opcode, 127, size)


class Framer:
    """Makes frames of payloads, those for many only once."""

    __slots__ = ("_chunks", "_payload")

    def __init__(self) -> None:
        self._payload: Payload | None = None
        self._chunks: tuple[bytes, ...] = ()

    def frame(self, payload: Payload) -> tuple[bytes, ...]:
        """Return the parts of a frame."""
        if payload is self._payload:
            return self._chunks
        data = payload.data
        header = frame_header(len(data), text=payload.text)
        if len(data) > _SMALL:
            return header, data
        self._payload, self._chunks = payload, (header + data,)
        return self._chunks


class Writer:
    """The sending half of a connection.

    Args:
        sock: The socket, not blocking.
        take: Returns the parts of the next frames, nothing if there are none to
            send now. Called only when the ones before are written, and again
            until `more` is false.
    """

    __slots__ = (
        "_busy",
        "_control",
        "_fileno",
        "_finishing",
        "_sock",
        "_take",
        "broken",
        "more",
    )

    def __init__(self, sock: Socket, take: Callable[[], Chunks]) -> None:
        with contextlib.suppress(OSError):  # a unix socket has neither
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, _UNSENT)
        self._sock = sock
        self._fileno = sock.fileno()
        self._take = take
        self._control: list[bytes] = []
        self._busy = False
        self._finishing: gevent.Greenlet[..., None] | None = None
        self.broken = False
        """Whether nothing can be written any more."""
        self.more = True
        """Whether there may be more than was taken last; whoever gives it knows."""

    @property
    def backlog(self) -> int:
        """How many control frames wait; the peer decides how many it asks for."""
        return len(self._control)

    def send(self, frames: Sequence[bytes]) -> None:
        """Send control frames, before anything else that waits."""
        if frames and not self.broken:
            self._control += filter(None, frames)
            self.pump()

    def pump(self) -> None:
        """Write what there is to send; never blocks."""
        if self._busy or self.broken:
            return
        self._busy = True
        rest = None
        try:
            rest = self._write_at_once()
        finally:
            self._busy = rest is not None
        if rest is not None:
            self._finishing = gevent.spawn(self._finish, rest)

    def write_last(self, frame: bytes) -> None:
        """Write a last frame from another thread, if that is possible at once."""
        if self._busy or self.broken:
            return
        self.broken = True
        with contextlib.suppress(OSError):
            os.write(self._fileno, frame)

    @property
    def idle(self) -> bool:
        """Whether everything is written."""
        return self._finishing is None

    def wait_idle(self, timeout: float) -> None:
        """Wait until everything is written, so many seconds at most."""
        if self._finishing is not None:
            self._finishing.join(timeout)

    def stop(self) -> None:
        """Write nothing any more."""
        self.broken = True
        self._take = _nothing
        self._control.clear()

    def abort(self) -> None:
        """Write nothing any more, and let the reader see the end."""
        self.stop()
        with contextlib.suppress(OSError):  # it has gone already
            self._sock.shutdown(socket.SHUT_RDWR)

    def _write_at_once(self) -> Chunks | None:
        """Write frames until the kernel is full; return what it did not take."""
        while not self.broken:
            chunks: Chunks
            if self._control:
                # As one piece: there may be more than the kernel takes pieces.
                chunks = (b"".join(self._control),)
                self._control = []
                self.more = True
            else:
                chunks = self._take()
                if not chunks:
                    return None
            try:
                written = os.writev(self._fileno, chunks)
            except BlockingIOError:
                written = 0
            except OSError:
                self.stop()
                return None
            if written < sum(map(len, chunks)):
                return _after(chunks, written)
            if not self.more and not self._control:
                return None
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
        except Exception:  # noqa: BLE001 - what it was to be told is lost
            self.abort()
            _log.exception("a connection could not be written to")
        finally:
            self._busy = False
            self._finishing = None


def _nothing() -> Chunks:
    return ()


def _after(chunks: Chunks, written: int) -> list[memoryview]:
    """Return what is left of a frame, as views: many may wait for the same bytes."""
    rest = []
    for chunk in chunks:
        if written < len(chunk):
            rest.append(memoryview(chunk)[written:])
        written = max(written - len(chunk), 0)
    return rest
