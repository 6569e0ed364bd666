"""The end of a connection, after which nothing is written any more."""

from __future__ import annotations

import contextlib
import os
import socket
from typing import TYPE_CHECKING

import gevent


if TYPE_CHECKING:
    from collections.abc import Callable

    from gevent.socket import socket as Socket  # noqa: N812 - it is a class

    from syncd.server.writer import Writer

__all__ = ["CLOSE_TIMEOUT", "leave_at_once", "shortened", "take_leave"]

CLOSE_TIMEOUT = 5.0
"""Seconds that a peer has to answer our close frame, and to stop sending."""

_QUIET = 0.3
"""Seconds without data after which nothing is expected of a failed peer.
Closing while it sends would make the kernel answer with a reset, and a proxy
would drop our close frame."""

_READ_SIZE = 65536
_MAX_REASON = 123


def take_leave(
    sock: Socket, writer: Writer, clock: Callable[[], float], *, failed: bool
) -> None:
    """Send what is left, let the peer stop, and close the socket.

    Args:
        sock: The socket; the calling greenlet waits for it.
        writer: Has what is left.
        clock: The time in seconds.
        failed: Whether nothing that the peer sends counts any more.
    """
    writer.wait_idle(_QUIET)
    with contextlib.suppress(OSError, ValueError):  # it has gone already
        if not failed:
            sock.shutdown(socket.SHUT_WR)
        _drain(sock, clock)
    writer.stop()
    sock.close()


def leave_at_once(sock: Socket, writer: Writer) -> bool:
    """Do the same without waiting if the peer has stopped already, as many have."""
    if not writer.idle:
        return False
    try:
        sock.shutdown(socket.SHUT_WR)
        if os.read(sock.fileno(), 1):
            return False
    except BlockingIOError:
        return False
    except (OSError, ValueError):
        pass  # it has gone already
    writer.stop()
    sock.close()
    return True


def _drain(sock: Socket, clock: Callable[[], float]) -> None:
    """Read on until the peer has nothing more to say."""
    until = clock() + CLOSE_TIMEOUT
    while clock() < until:
        with gevent.Timeout(_QUIET, False):  # type: ignore[arg-type]  # noqa: FBT003 - its stubs lack that
            if sock.recv(_READ_SIZE):
                continue
        return


def shortened(reason: str) -> str:
    """Return a reason that fits into a close frame (RFC 6455, 5.5)."""
    return reason.encode()[:_MAX_REASON].decode(errors="ignore")
