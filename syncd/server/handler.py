"""How requests are read and logged, on every listener."""

from __future__ import annotations

import contextlib
import logging
import socket
from typing import Any

import gevent
from gevent.pywsgi import Input, WSGIHandler, WSGIServer


__all__ = ["Handler", "Server", "trust_proxy"]

_log = logging.getLogger("syncd.access")

_IDLE_TIMEOUT = 75.0
"""Seconds that a kept-alive connection may be silent between two requests."""

_LOGGED = 200
"""Characters of a path that are logged."""

_HEADER_TIMEOUT = 20.0
"""Seconds that a client has to send the headers of a request."""


class Server(WSGIServer):
    """A listener and the application behind it.

    Args:
        sock: The socket that listens.
        application: The WSGI application.
        handler_class: What serves a connection.
        use_xheaders: Whether a proxy stands before it.
    """

    def __init__(
        self,
        sock: Any,
        application: Any,
        handler_class: type[Handler],
        *,
        use_xheaders: bool = False,
    ) -> None:
        super().__init__(
            sock,
            application,
            handler_class=handler_class,
            log=None,
            error_log=logging.getLogger("syncd.server"),
            environ={"SERVER_NAME": "localhost"},
        )
        self.use_xheaders = use_xheaders
        # gevent-websocket would make one of its own.
        self.logger = logging.getLogger("syncd.server.upgrade")


class Handler(WSGIHandler):
    """Serves the requests of one TCP connection."""

    server: Server
    environ: Any
    wsgi_input: Any

    def __init__(self, sock: Any, address: Any, server: Any) -> None:
        super().__init__(sock, address, server)
        # Headers and body leave in two pieces, of which the second would wait
        # for the peer's delayed acknowledgement of the first: 40 ms.
        with contextlib.suppress(OSError):  # a unix socket has no Nagle
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def read_requestline(self) -> str:
        """Wait for a request, but not for ever."""
        timeout = gevent.Timeout.start_new(_IDLE_TIMEOUT)
        try:
            return str(super().read_requestline())
        except gevent.Timeout as expired:
            if expired is not timeout:
                raise
            return ""
        finally:
            timeout.close()

    def read_request(self, raw_requestline: str) -> Any:
        """Read the headers; whoever sends them by the drop is cut off."""
        timeout = gevent.Timeout.start_new(_HEADER_TIMEOUT)
        try:
            return super().read_request(raw_requestline)
        except gevent.Timeout as expired:
            if expired is not timeout:
                raise
            raise ValueError("the headers took too long") from None
        finally:
            timeout.close()

    def run_application(self) -> None:
        """Answer a request; a body that nobody has read ends the connection.

        pywsgi would wait for the rest of it, as long as the client likes.
        """
        WSGIHandler.run_application(self)
        body = self.wsgi_input
        if body.chunked_input or body.position < (body.content_length or 0):
            self.close_connection = True
            self.wsgi_input = Input(self.rfile, 0)

    def get_environ(self) -> dict[str, Any]:
        """Return the WSGI environment, corrected by the proxy if there is one."""
        environ: dict[str, Any] = super().get_environ()
        if self.server.use_xheaders:
            trust_proxy(environ)
        return environ

    def log_request(self) -> None:
        """Log a request without its query: tokens do not belong into logs."""
        address = (self.environ or {}).get("REMOTE_ADDR") or "-"
        path = (self.path or "").partition("?")[0]
        request = f"{address} {self.command} {path[:_LOGGED]}"
        _log.info("%s %s", _printable(request), self.code or "-")

    def log_error(self, msg: str, *args: Any) -> None:
        """Log that a request makes no sense; what it says is not repeated."""
        del msg, args
        _log.warning("a request could not be read and got a 400")


def _printable(text: str) -> str:
    """Return a text without what would do something to a terminal."""
    return text.encode("unicode_escape").decode()


def trust_proxy(environ: dict[str, Any]) -> None:
    """Take address and scheme of the client from what the last proxy says.

    Only the last entry of a header is that proxy's own; the ones before it are
    whatever the client sent.
    """
    address = _last(environ.get("HTTP_X_FORWARDED_FOR"))
    if address:
        environ["REMOTE_ADDR"] = address
    scheme = _last(environ.get("HTTP_X_FORWARDED_PROTO")).lower()
    if scheme in {"http", "https"}:
        environ["wsgi.url_scheme"] = scheme


def _last(header: str | None) -> str:
    return (header or "").rpartition(",")[2].strip()[:200]
