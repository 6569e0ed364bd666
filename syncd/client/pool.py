"""Kept-alive connections of this process, each in an adapter of `requests`.

An adapter belongs to one thread at a time: whoever sends a request borrows one,
and gives it back. So a worker thread has one that it keeps using, and so have
greenlets and the short-lived threads of a development server, for which
thread-local ones would never be kept alive. Sessions, which know of proxies,
cookies and redirects, would take as long as all the rest of a request.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter

from syncd.client.unix import UnixAdapter
from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Address", "adapter_for", "close_idle"]

_MAX_IDLE = 16
"""Idle adapters kept for one address."""

_MAX_ADDRESSES = 16
"""Addresses that adapters are kept for; a site has one."""


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
    """Idle adapters by address; every step is atomic, so it needs no lock."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._idle: dict[str, deque[HTTPAdapter]] = {}

    def take(self, address: Address) -> HTTPAdapter:
        if self._process != os.getpid():
            # Sockets that a fork has copied are the parent's.
            self._process, self._idle = os.getpid(), {}
        try:
            return self._idle[address.shown].pop()
        except (KeyError, IndexError):
            return _make_adapter(address)

    def give_back(self, address: Address, adapter: HTTPAdapter) -> None:
        if len(self._idle) >= _MAX_ADDRESSES and address.shown not in self._idle:
            self.close()
        idle = self._idle.setdefault(address.shown, deque())
        if len(idle) < _MAX_IDLE:
            idle.append(adapter)
        else:
            adapter.close()

    def close(self) -> None:
        found, self._idle = self._idle, {}
        for idle in found.values():
            while idle:
                idle.pop().close()


_pool = _Pool()


@contextmanager
def adapter_for(address: Address) -> Iterator[HTTPAdapter]:
    """Lend an adapter for one request; one that failed is not used again."""
    adapter = _pool.take(address)
    try:
        yield adapter
    except BaseException:
        adapter.close()
        raise
    _pool.give_back(address, adapter)


def close_idle() -> None:
    """Close all connections that are kept alive."""
    _pool.close()


def _make_adapter(address: Address) -> HTTPAdapter:
    if address.socket is not None:
        return UnixAdapter(address.socket)
    return HTTPAdapter(pool_connections=1, pool_maxsize=1)
