"""Kept-alive HTTP sessions of this process.

A `requests.Session` belongs to one thread at a time: whoever sends a request
borrows one, and gives it back. So a worker thread has one that it keeps using,
and so have greenlets and the short-lived threads of a development server, for
which thread-local ones would never be kept alive.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests

from syncd.client.unix import UnixAdapter
from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Address", "close_idle", "session_for"]

_MAX_IDLE = 16
"""Idle sessions kept for one address."""

_MAX_ADDRESSES = 16
"""Addresses that sessions are kept for; a site has one."""


class Address:
    """Where the control API is, as ``DOCSYNC_CONTROL_URL`` says.

    Args:
        url: ``http://HOST:PORT`` or ``unix:///PATH``.

    Raises:
        ConfigError: It is neither.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.shown = url.rstrip("/")
        self.socket: str | None = None
        if parts.scheme == "unix" and not parts.netloc and parts.path.startswith("/"):
            self.socket = parts.path
            self.origin = "http://localhost"
        elif parts.scheme == "http" and parts.hostname and parts.path in {"", "/"}:
            self.origin = f"http://{parts.netloc}"
        else:
            raise ConfigError(
                "DOCSYNC_CONTROL_URL", url, "http://HOST:PORT or unix:///PATH"
            )


class _Pool:
    """Idle sessions by address; every step is atomic, so it needs no lock."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._idle: dict[str, deque[requests.Session]] = {}

    def take(self, address: Address) -> requests.Session:
        if self._process != os.getpid():
            # Sockets that a fork has copied are the parent's.
            self._process, self._idle = os.getpid(), {}
        try:
            return self._idle[address.shown].pop()
        except (KeyError, IndexError):
            return _make_session(address)

    def give_back(self, address: Address, session: requests.Session) -> None:
        if len(self._idle) >= _MAX_ADDRESSES and address.shown not in self._idle:
            self.close()
        idle = self._idle.setdefault(address.shown, deque())
        if len(idle) < _MAX_IDLE:
            idle.append(session)
        else:
            session.close()

    def close(self) -> None:
        found, self._idle = self._idle, {}
        for idle in found.values():
            while idle:
                idle.pop().close()


_pool = _Pool()


@contextmanager
def session_for(address: Address) -> Iterator[requests.Session]:
    """Lend a session for one request; one that failed is not used again."""
    session = _pool.take(address)
    try:
        yield session
    except BaseException:
        session.close()
        raise
    _pool.give_back(address, session)


def close_idle() -> None:
    """Close all connections that are kept alive."""
    _pool.close()


def _make_session(address: Address) -> requests.Session:
    session = requests.Session()
    # Neither proxies nor passwords of the environment are for syncd.
    session.trust_env = False
    session.headers.clear()
    session.headers["Accept-Encoding"] = "identity"
    if address.socket is not None:
        session.mount("http://", UnixAdapter(address.socket))
    return session
