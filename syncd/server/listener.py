"""The sockets that the daemon listens on."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import stat
from typing import TYPE_CHECKING

from gevent import socket

from syncd.config import TcpBind, UnixBind
from syncd.errors import DocSyncError


if TYPE_CHECKING:
    from gevent.socket import socket as Socket  # noqa: N812 - it is a class


__all__ = ["ListenError", "is_local", "listen", "unlisten", "url_of"]

_BACKLOG = 1024

_REASONS = {
    errno.EACCES: "may not be listened on by this user",
    errno.EADDRINUSE: "is already in use",
    errno.EADDRNOTAVAIL: "is not an address of this machine",
    socket.EAI_NONAME: "is not a name or an address that is known",
}


class ListenError(DocSyncError):
    """Raised when an address cannot be listened on."""

    def __init__(self, address: str, cause: OSError, options: str) -> None:
        self.address = address
        self.cause = cause
        self.options = options
        super().__init__(address, cause, options)

    def __str__(self) -> str:
        reason = self.cause.strerror or str(self.cause)
        where = _REASONS.get(self.cause.errno or 0, "cannot be listened on")
        return (
            f"cannot start: {self.address} {where} ({reason});"
            f" {self.options} chooses another"
        )


def is_local(bind: TcpBind | UnixBind) -> bool:
    """Whether only this machine can reach an address."""
    if isinstance(bind, UnixBind) or bind.host in {"localhost", "127.0.0.1"}:
        return True
    try:
        return ipaddress.ip_address(bind.host).is_loopback
    except ValueError:
        return False


def listen(bind: TcpBind | UnixBind, options: str) -> Socket:
    """Return a socket that listens.

    Args:
        bind: Where to listen.
        options: What chooses another place, for those who have to.

    Raises:
        ListenError: The address is taken, or not ours.
    """
    try:
        if isinstance(bind, UnixBind):
            return _listen_unix(bind.path)
        return _listen_tcp(bind)
    except OSError as error:
        raise ListenError(_shown(bind), error, options) from error


def unlisten(sock: Socket, bind: TcpBind | UnixBind) -> None:
    """Close a listening socket, and remove its file if it has one."""
    sock.close()
    if isinstance(bind, UnixBind):
        with contextlib.suppress(OSError):
            os.unlink(bind.path)  # noqa: PTH108 - a path as it was given


def url_of(sock: Socket, bind: TcpBind | UnixBind) -> str:
    """Return the address of a listening socket as clients use it."""
    if isinstance(bind, UnixBind):
        return f"unix://{bind.path}"
    return f"http://{_shown(TcpBind(bind.host, sock.getsockname()[1]))}"


def _shown(bind: TcpBind | UnixBind) -> str:
    if isinstance(bind, UnixBind):
        return bind.path
    host = f"[{bind.host}]" if ":" in bind.host else bind.host
    return f"{host}:{bind.port}"


def _listen_tcp(bind: TcpBind) -> Socket:
    found = socket.getaddrinfo(
        bind.host, bind.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    family, kind, protocol, _, address = found[0]
    sock = socket.socket(family, kind, protocol)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind(address)
        sock.listen(_BACKLOG)
    except OSError:
        sock.close()
        raise
    return sock


def _listen_unix(path: str) -> Socket:
    """Listen on a path that only our own user may connect to."""
    _remove_stale(path)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    mask = os.umask(0o177)
    try:
        sock.bind(path)
        sock.listen(_BACKLOG)
    except OSError:
        sock.close()
        raise
    finally:
        os.umask(mask)
    return sock


def _remove_stale(path: str) -> None:
    """Remove the socket that a daemon left behind which did not stop properly."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path as it was given
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(mode):
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(path)
        except ConnectionRefusedError:
            os.unlink(path)  # noqa: PTH108 - a path as it was given
