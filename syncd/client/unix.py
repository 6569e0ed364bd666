"""HTTP over a unix socket, for `requests`."""

from __future__ import annotations

import socket
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError


__all__ = ["UnixAdapter"]


class _UnixConnection(HTTPConnection):
    """A connection to whoever listens at a path."""

    def __init__(self, path: str, **options: Any) -> None:
        super().__init__("localhost", **options)
        self._path = path

    def _new_conn(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        if isinstance(self.timeout, int | float):
            connection.settimeout(self.timeout)
        try:
            connection.connect(self._path)
        except TimeoutError as error:
            connection.close()
            raise ConnectTimeoutError(self, str(error)) from error
        except OSError as error:
            connection.close()
            raise NewConnectionError(self, str(error)) from error
        return connection


class _UnixPool(HTTPConnectionPool):
    """The connections to one unix socket."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost")
        self._path = path

    def _new_conn(self) -> _UnixConnection:
        return _UnixConnection(self._path)


class UnixAdapter(HTTPAdapter):
    """Sends every request to a unix socket.

    Args:
        path: The path of the socket.
    """

    def __init__(self, path: str) -> None:
        super().__init__()
        self._unix_pool = _UnixPool(path)

    def get_connection_with_tls_context(
        self, *_: object, **__: object
    ) -> HTTPConnectionPool:
        """Return the only pool, whatever the address says."""
        return self._unix_pool

    def close(self) -> None:
        """Close the connections that are kept alive."""
        self._unix_pool.close()
        super().close()
