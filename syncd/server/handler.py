"""How requests are read and logged, on every listener."""

from __future__ import annotations

import contextlib
import errno
import io
import ipaddress
import logging
import math
import os
import re
import socket
import sys
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import gevent
from gevent.pywsgi import Input, WSGIHandler, WSGIServer

from syncd.server.handshake import RefusalError
from syncd.server.headers import read_headers


if TYPE_CHECKING:
    from io import BufferedReader

    from syncd.server.headers import Headers


__all__ = ["Handler", "Server", "trust_proxy"]

_log = logging.getLogger("syncd.access")
_server_log = logging.getLogger("syncd.server")


def _place(*_: object) -> tuple[str, int, str, None]:
    frame = sys._getframe(3)  # noqa: SLF001 - behind two functions of logging
    return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None


# Only this module writes to it. To look for who does takes longer than the line.
_log.findCaller = _place  # type: ignore[assignment, method-assign]

_IDLE_TIMEOUT = 75.0
"""Seconds that a kept-alive connection may be silent between two requests."""

_LOGGED = 200
"""Characters of a path that are logged."""

_HEADER_TIMEOUT = 20.0
"""Seconds that a client has to send the headers of a request."""

_BODY_TIMEOUT = 20.0
"""Seconds that a client has to send the body, from when it is wanted."""

_ANSWER_TIMEOUT = 60.0
"""Seconds that a client has to take one piece of an answer."""

_LONGEST_ADDRESS = 64
"""Characters of an address that a proxy may name."""

_SMALL = 65536
"""Bytes of a body that leaves together with the headers."""

_EXHAUSTED = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
"""What is wrong when no connection can be taken until another one has ended."""

_RELIEF = 0.25
"""Seconds until the next try to take a connection after that."""

_REPEATED = 60.0
"""Seconds until the log says again that no connection can be taken."""

_USUAL = re.compile(
    r"(?!204|304)[2-5][0-9]{2} [^\r\n]+"
    r"(?:\n(?!connection:|date:|content-length:)[^\r\n:]+: [^\r\n]*)*",
    re.IGNORECASE,
)
"""The head of an answer that says no more than what it is."""

_VERSION = re.compile(r"HTTP/1\.[0-9]", re.ASCII)
_ABSOLUTE = re.compile(r"https?://([^/?#@]+)((?:[/?].*)?)", re.ASCII | re.IGNORECASE)
"""A whole address where a path is usual, as clients of proxies send it."""


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
        self._lamented = -math.inf
        self._timer: Any = None
        # gevent-websocket would make one of its own.
        self.logger = logging.getLogger("syncd.server.upgrade")

    def do_read(self) -> Any:
        """Take a connection; where there is no room for one, try again soon.

        Whoever is connected goes on, others wait at the socket.
        """
        try:
            return super().do_read()
        except OSError as error:
            if error.errno not in _EXHAUSTED:
                raise
            self._wait_for_room(error)
            return None

    def _try_again(self) -> None:
        if self.started:
            self.start_accepting()

    def _wait_for_room(self, error: OSError) -> None:
        self.stop_accepting()
        self._timer = self.loop.timer(_RELIEF)
        self._timer.start(self._try_again)
        now = time.monotonic()
        if now - self._lamented >= _REPEATED:
            self._lamented = now
            _server_log.error(
                "no more connections can be taken (%s); raise the limit of open files:"
                " ulimit -n, minfds of supervisord or LimitNOFILE of systemd",
                error.strerror,
            )


class Body(Input):
    """The body of a request, which has to come in time."""

    _left = _BODY_TIMEOUT

    def read(self, length: int | None = None) -> bytes:
        """Return so many bytes, or all.

        Raises:
            RefusalError: They do not come; the connection is of no use then.
        """
        return self._in_time(super().read, length)

    def readline(self, size: int | None = None) -> bytes:
        """Return a line, as `read` does."""
        return self._in_time(super().readline, size)

    def _in_time(self, read: Any, size: int | None) -> bytes:
        began = time.monotonic()
        timeout = gevent.Timeout.start_new(max(self._left, 0.001))
        try:
            return bytes(read(size))
        except gevent.Timeout as expired:
            if expired is not timeout:
                raise
            message = f"the body did not come within {_BODY_TIMEOUT:g} s"
            raise RefusalError("too_slow", message) from None
        finally:
            timeout.close()
            self._left -= time.monotonic() - began


class _Incoming(io.RawIOBase):
    """What comes through a socket, as a file; that of `makefile` can do more."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        try:
            return int(self._sock.recv_into(buffer))
        except BlockingIOError:
            return None


class Handler(WSGIHandler):
    """Serves the requests of one TCP connection."""

    server: Server
    # What pywsgi keeps in them is not always what its stubs say.
    client_address: Any
    environ: Any
    headers: Any
    path: Any
    request_version: Any
    response_headers: Any
    status: Any
    wsgi_input: Any
    _whole = False
    """Whether the head of the request is there, so that nothing is waited for."""

    def __init__(self, sock: Any, address: Any, server: Any) -> None:
        # All that pywsgi's own does, whose file takes longer to be made.
        self.socket, self.client_address, self.server = sock, address, server
        self.rfile = io.BufferedReader(_Incoming(sock))
        sock.settimeout(_IDLE_TIMEOUT)  # what takes less time has time-outs of its own
        # What leaves in two pieces would wait with the second for the peer's
        # delayed acknowledgement of the first: 40 ms.
        with contextlib.suppress(OSError):  # a unix socket has no Nagle
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def read_requestline(self) -> str:
        """Wait for a request, but not for ever."""
        # Most heads come whole. A time-out would take longer than to read one.
        try:
            self._whole = b"\r\n\r\n" in self.rfile.peek()
        except TimeoutError:
            return ""
        if self._whole:
            return str(super().read_requestline())
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
        if self._whole:
            result = super().read_request(raw_requestline)
        else:
            result = self._read_slowly(raw_requestline)
        self._read_target()
        return result

    def _read_slowly(self, raw_requestline: str) -> Any:
        timeout = gevent.Timeout.start_new(_HEADER_TIMEOUT)
        try:
            return super().read_request(raw_requestline)
        except gevent.Timeout as expired:
            if expired is not timeout:
                raise
            raise ValueError("the headers took too long") from None
        finally:
            timeout.close()

    def _read_target(self) -> None:
        """Take apart where the request goes to (RFC 9112, 3.2).

        Raises:
            ValueError: That is nowhere.
        """
        if self.headers.get("host") is None and self.request_version == "HTTP/1.1":
            raise ValueError("there is no host")
        if self.path[:1] in "/*":
            return
        absolute = _ABSOLUTE.fullmatch(self.path)
        if absolute is None:
            raise ValueError("the target is neither a path nor a whole address")
        authority, path = absolute.groups()
        self.headers.put_host(authority)
        self.path = path if path[:1] == "/" else f"/{path}"

    def _check_http_version(self) -> bool:
        """Tell whether the version is one; pywsgi stumbles over ``HTTP/1``."""
        return _VERSION.fullmatch(self.request_version) is not None

    def MessageClass(self, rfile: BufferedReader, *_: Any) -> Any:  # type: ignore[override]  # noqa: N802 - pywsgi's name
        """Read the headers; refuse those that others might read in another way."""
        return read_headers(rfile)

    def run_application(self) -> None:
        """Answer a request; a body that nobody has read ends the connection.

        pywsgi would wait for the rest of it, as long as the client likes.
        """
        connection = self.environ.get("HTTP_CONNECTION", "").lower()
        if "HTTP_UPGRADE" in self.environ or connection == "upgrade":
            # Whatever becomes of it, what follows is not read as HTTP: a proxy
            # may have seen an upgrade where there was none, or the other way.
            # Nor is it a body without end, for which pywsgi takes it.
            self.close_connection = True
        self._answer()

    def _answer(self) -> None:
        """Let the application answer."""
        WSGIHandler.run_application(self)
        body = self.wsgi_input
        if body.chunked_input or body.position < (body.content_length or 0):
            self.close_connection = True
            self.wsgi_input = Input(self.rfile, 0)

    def start_response(
        self, status: str, headers: list[tuple[str, str]], exc_info: Any = None
    ) -> Any:
        """Take the head of an answer; pywsgi looks at those that are unusual.

        That goes through each header twice, which takes longer than to send them.
        """
        head = "\n".join((status, *map(": ".join, headers)))
        usual = _USUAL.fullmatch(head) and head.count("\n") == len(headers)
        if exc_info or not usual or self.request_version != "HTTP/1.1":
            return super().start_response(status, headers, exc_info)
        self.status, *lines = head.encode("latin-1").split(b"\n")
        self._orig_status = status
        self.code = int(status[:3])
        self.response_headers = [line.split(b": ", 1) for line in lines]
        self.provided_date = self.provided_content_length = None
        return self.write

    def _write_with_headers(self, data: bytes) -> None:
        """Send the headers, and with them the body if it is small."""
        self.headers_sent = True
        self.finalize_headers()
        lines = [b"HTTP/1.1 %b" % self.status]
        lines += map(b": ".join, self.response_headers)
        head = b"\r\n".join((*lines, b"", b""))
        if data and len(data) <= _SMALL and not self.response_use_chunked:
            self._sendall(head + data)
        else:
            self._sendall(head)
            self._write(data)  # type: ignore[attr-defined]  # the stubs lack it

    def _sendall(self, data: Any) -> None:
        """Send a piece of an answer; whoever takes none is cut off."""
        try:
            sent = os.write(self.socket.fileno(), data)
        except OSError:
            sent = 0  # whatever it is, it comes again
        self.response_length += sent
        if sent == len(data):
            return
        data = memoryview(data)[sent:]
        with gevent.Timeout(_ANSWER_TIMEOUT, TimeoutError("the answer was not taken")):
            super()._sendall(data)  # type: ignore[misc]  # gevent's stubs lack it

    def _handle_client_error(self, error: Exception) -> Any:
        """Answer a request that cannot be read, if somebody waits for that."""
        if isinstance(error, OSError):
            return None
        return super()._handle_client_error(error)  # type: ignore[misc]  # likewise

    def get_environ(self) -> dict[str, Any]:
        """Return the WSGI environment, corrected by the proxy if there is one."""
        headers: Headers = self.headers
        path, _, query = self.path.partition("?")
        environ: dict[str, Any] = self.server.get_environ()
        environ |= {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote(path, "latin-1"),
            "QUERY_STRING": query,
            "SERVER_PROTOCOL": self.request_version,
            "wsgi.input_terminated": True,
        }
        if isinstance(self.client_address, tuple):
            address, port, *_ = self.client_address
            environ |= {"REMOTE_ADDR": str(address), "REMOTE_PORT": str(port)}
        headers.put_into(environ)
        expects = environ.get("HTTP_EXPECT") == "100-continue"
        chunked = environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked"
        self.wsgi_input = environ["wsgi.input"] = Body(
            self.rfile,
            self.content_length,
            socket=self.socket if expects else None,
            chunked_input=chunked,
        )
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
    whatever the client sent. Of two headers, the one counts that proxies set
    more often: the other may have come through them from the client.
    """
    address = _last(environ, "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP")
    if _is_address(address):
        environ["REMOTE_ADDR"] = address
    scheme = _last(environ, "HTTP_X_FORWARDED_PROTO", "HTTP_X_SCHEME").lower()
    if scheme in {"http", "https"}:
        environ["wsgi.url_scheme"] = scheme


def _last(environ: dict[str, Any], *names: str) -> str:
    """Return the last entry of the first of the headers that is there."""
    found = next((environ[name] for name in names if name in environ), "")
    return str(found).rpartition(",")[2].strip()


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return len(text) <= _LONGEST_ADDRESS  # a scope may have any length
