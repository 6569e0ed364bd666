"""One TCP connection of the generator: HTTP, then perhaps WebSocket."""

import base64
import os
import socket
import time
from collections.abc import Mapping, Sequence

from benchmarks.load.frames import (
    CLOSE,
    PING,
    PONG,
    Frame,
    Reader,
    Scanner,
    client_frame,
)
from benchmarks.load.http1 import (
    NO_HEADERS,
    SWITCHING_PROTOCOLS,
    Response,
    request,
    response,
)


TIMEOUT = 240.0
"""Seconds that a server may keep us waiting; a stalled one takes its time."""

_READ = 1 << 16
"""Bytes asked for at a time; from 128 KiB on, the buffer of every read would be
mapped and unmapped, at six times the CPU."""


class Link:
    """A connection to a server, with Nagle's algorithm off, as browsers have it.

    ``received`` and ``sent`` count all bytes since the upgrade, framing included.
    """

    def __init__(self, port: int) -> None:
        self.sock = socket.create_connection(("127.0.0.1", port), TIMEOUT)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port = port
        self.received = 0
        self.sent = 0
        self.scanner = Scanner()
        self._reader = Reader()

    def close(self) -> None:
        """Close the connection without a word, as a crashed browser would."""
        self.sock.close()

    def leave(self) -> None:
        """Say goodbye, as a browser does whose page is closed, and close."""
        self.sock.settimeout(TIMEOUT)
        self.sock.sendall(client_frame(b"\x03\xe9", CLOSE))
        try:
            while self.sock.recv(_READ):
                pass
        except OSError:
            pass
        self.close()

    # HTTP

    def request(
        self, path: str, headers: Mapping[str, str] = NO_HEADERS, *, gzip: bool = False
    ) -> Response:
        """Send a GET request on this connection and return the answer."""
        if gzip:
            headers = {"Accept-Encoding": "gzip", **headers}
        self.sock.sendall(request(self.port, path, headers))
        data = bytearray(self._recv())
        while (answer := response(data)) is None:
            data += self._recv()
        return answer

    def _recv(self) -> bytes:
        data = self.sock.recv(_READ)
        if not data:
            raise ConnectionError("the server closed the connection")
        return data

    # WebSocket

    def upgrade(self, path: str, *protocols: str) -> None:
        """Turn the connection into a WebSocket.

        Raises:
            ConnectionError: The server does not want to.
        """
        answer = self.request(path, upgrade_headers(self.port, protocols))
        if answer.status != SWITCHING_PROTOCOLS:
            raise ConnectionError(f"the upgrade was refused: {answer}")
        self.received = len(answer.rest)
        self._reader = Reader(answer.rest)

    def send(self, frames: bytes) -> None:
        """Send frames; blocks."""
        self.sock.sendall(frames)
        self.sent += len(frames)

    def frame(self) -> Frame:
        """Return the next data frame, whole; not while `scanner` is in use."""
        while True:
            frame = self._reader.take()
            if frame is None:
                data = self._recv()
                self.received += len(data)
                self._reader.feed(data)
            elif frame.opcode == CLOSE:
                raise ConnectionError(f"the server closed: {frame.payload!r}")
            elif frame.opcode == PING:
                self.send(client_frame(frame.payload, PONG))
            elif frame.opcode != PONG:
                return frame

    def frames_until_quiet(self, seconds: float = 0.3) -> list[Frame]:
        """Return the frames that come until none has come for so long."""
        frames: list[Frame] = []
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self.sock.settimeout(left)
            try:
                frames.append(self.frame())
            except TimeoutError:
                break
            until = time.perf_counter() + seconds
        self.sock.settimeout(TIMEOUT)
        return frames

    def skip(self, count: int) -> None:
        """Wait until so many data frames have come, looking at headers only; blocks."""
        count -= self.scanner.count(self._reader.drain())
        while count > 0:
            data = self._recv()
            self.received += len(data)
            count -= self.scanner.count(data)


def upgrade_headers(port: int, protocols: Sequence[str]) -> dict[str, str]:
    """Return what a browser sends to open a WebSocket."""
    return {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Origin": f"http://127.0.0.1:{port}",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Protocol": ", ".join(protocols),
    }


def get(
    port: int,
    path: str,
    headers: Mapping[str, str] = NO_HEADERS,
    *,
    gzip: bool = False,
) -> Response:
    """Fetch a page on a connection of its own."""
    link = Link(port)
    try:
        return link.request(path, {"Connection": "close", **headers}, gzip=gzip)
    finally:
        link.close()
