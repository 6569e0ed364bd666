"""A WebSocket client that can also misbehave, on a blocking socket.

Frames are made and read by `websockets` without its I/O; what no proper client
would send goes out with `WebSocket.send_raw`.
"""

import contextlib
import json
import socket
import struct
import time
from collections.abc import Iterator, Mapping
from typing import Any

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import OPEN
from websockets.uri import parse_uri


SUBPROTOCOL = "docsync.v1"
TIMEOUT = 20.0


class RefusedError(Exception):
    """Raised when the upgrade is answered by another status than 101."""

    def __init__(self, status: int, body: bytes) -> None:
        self.status = status
        self.body = body
        super().__init__(status, body)

    @property
    def error(self) -> str:
        """The code in the answer."""
        return str(json.loads(self.body)["error"])


class ClosedError(Exception):
    """Raised when the server has closed; 1006 if it did so without a word."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        self.reason = reason
        super().__init__(code, reason)


class WebSocket:
    """One connection; made by `connect`."""

    def __init__(self, sock: socket.socket, protocol: ClientProtocol) -> None:
        self.sock = sock
        self.protocol = protocol
        self._frames: list[Frame] = []
        self._pieces = b""
        self._text = True

    def send(self, message: Mapping[str, Any] | bytes) -> None:
        """Send a message: an object as text, or bytes as they are."""
        if isinstance(message, bytes):
            self.protocol.send_binary(message)
        else:
            self.protocol.send_text(json.dumps(message).encode())
        self.flush()

    def send_raw(self, data: bytes) -> None:
        """Send bytes that need not be frames."""
        self.sock.sendall(data)

    def send_frame(
        self, opcode: int, data: bytes, *, fin: bool = True, mask: bool = True
    ) -> None:
        """Send one frame of any kind."""
        self.send_raw(raw_frame(opcode, data, fin=fin, mask=mask))

    def flush(self) -> None:
        """Send what the protocol has to say."""
        for data in self.protocol.data_to_send():
            if data:
                self.sock.sendall(data)
            else:
                with contextlib.suppress(OSError):
                    self.sock.shutdown(socket.SHUT_WR)

    def receive_data(self, timeout: float = TIMEOUT) -> tuple[bytes, bool]:
        """Return the next message, and whether it is text.

        Raises:
            ClosedError: The server closed the connection.
            TimeoutError: Nothing came.
        """
        deadline = time.monotonic() + timeout
        while True:
            while self._frames:
                frame = self._frames.pop(0)
                if frame.opcode is Opcode.CLOSE:
                    self._raise_closed()
                if frame.opcode in {Opcode.PING, Opcode.PONG}:
                    continue
                if frame.opcode is not Opcode.CONT:
                    self._text = frame.opcode is Opcode.TEXT
                    self._pieces = b""
                self._pieces += bytes(frame.data)
                if frame.fin:
                    return self._pieces, self._text
            self._read(deadline - time.monotonic())

    def receive(self, timeout: float = TIMEOUT) -> dict[str, Any]:
        """Return the next message's JSON; of a binary one, its header's."""
        data, text = self.receive_data(timeout)
        if not text:
            data = data[4 : 4 + struct.unpack_from("<I", data)[0]]
        message = json.loads(data)
        assert isinstance(message, dict)
        return message

    def receive_type(self, kind: str, timeout: float = TIMEOUT) -> dict[str, Any]:
        """Return the next message of a type, and skip the others."""
        deadline = time.monotonic() + timeout
        while True:
            message = self.receive(deadline - time.monotonic())
            if message["type"] == kind:
                return message

    def wait_closed(self, timeout: float = TIMEOUT) -> ClosedError:
        """Return how the server closes, whatever it sends before that."""
        deadline = time.monotonic() + timeout
        while True:
            try:
                self.receive_data(deadline - time.monotonic())
            except ClosedError as closed:
                return closed

    def hello(self, tab: str = "tab", **members: Any) -> dict[str, Any]:
        """Say hello and return the welcome."""
        self.send({"type": "hello", "protocol": 1, "tab": tab, **members})
        return self.receive_type("welcome")

    def enter(self, tab: str = "tab", **members: Any) -> dict[str, Any]:
        """Say hello and return the snapshot."""
        self.hello(tab, **members)
        return self.receive_type("snapshot")

    def set_field(
        self, seq: int, base: int, model: int, field: str, value: Any
    ) -> None:
        """Send a patch that sets one field."""
        change = {"kind": "field_changed", "model": model, "field": field}
        self.send(
            {
                "type": "patch",
                "seq": seq,
                "base": base,
                "changes": [{**change, "value": value}],
            }
        )

    def close(self, code: int = 1000) -> None:
        """Say goodbye, if there is still somebody."""
        with contextlib.suppress(OSError):
            if self.protocol.state is OPEN:
                self.protocol.send_close(code)
                self.flush()
        self.sock.close()

    def abort(self) -> None:
        """Vanish without a word."""
        self.sock.close()

    def _read(self, timeout: float) -> None:
        if timeout <= 0:
            raise TimeoutError("the server sent nothing")
        self.sock.settimeout(timeout)
        try:
            data = self.sock.recv(65536)
        except ConnectionResetError:
            data = b""
        finally:
            self.sock.settimeout(None)
        if data:
            self.protocol.receive_data(data)
        else:
            self.protocol.receive_eof()
        self._frames += [
            event
            for event in self.protocol.events_received()
            if isinstance(event, Frame)
        ]
        with contextlib.suppress(OSError):
            self.flush()
        if not data and not self._frames:
            self._raise_closed()

    def _raise_closed(self) -> None:
        received = self.protocol.close_rcvd
        if received is None:
            raise ClosedError(1006, "")
        raise ClosedError(received.code, received.reason)


def raw_frame(
    opcode: int, data: bytes, *, fin: bool = True, mask: bool = True, rsv: int = 0
) -> bytes:
    """Return one frame; masked with zeros, which leaves the data readable."""
    first = (0x80 if fin else 0) | rsv << 4 | opcode
    bit = 0x80 if mask else 0
    if len(data) < 126:
        head = struct.pack("!BB", first, bit | len(data))
    elif len(data) < 65536:
        head = struct.pack("!BBH", first, bit | 126, len(data))
    else:
        head = struct.pack("!BBQ", first, bit | 127, len(data))
    return head + (bytes(4) if mask else b"") + data


@contextlib.contextmanager
def connect(
    port: int,
    path: str,
    *,
    token: str | None = None,
    resume: str | None = None,
    origin: str | None = None,
    extra: Mapping[str, str] | None = None,
    host: str = "127.0.0.1",
) -> Iterator[WebSocket]:
    """Open a connection, and say goodbye at the end of the block.

    Raises:
        RefusedError: The server answered the upgrade with another status.
    """
    offers = [SUBPROTOCOL]
    if token is not None:
        offers.append(f"docsync.token.{token}")
    if resume is not None:
        offers.append(f"docsync.resume.{resume}")
    uri = parse_uri(f"ws://{host}:{port}{path}")
    protocol = ClientProtocol(uri, subprotocols=offers, max_size=None)
    request = protocol.connect()
    if origin is not None:
        request.headers["Origin"] = origin
    for name, value in (extra or {}).items():
        with contextlib.suppress(KeyError):
            del request.headers[name]
        request.headers[name] = value
    sock = socket.create_connection((host, port), TIMEOUT)
    try:
        sock.settimeout(None)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _shake_hands(sock, protocol, request)
        ws = WebSocket(sock, protocol)
        yield ws
        ws.close()
    finally:
        sock.close()


def _shake_hands(
    sock: socket.socket, protocol: ClientProtocol, request: Request
) -> None:
    protocol.send_request(request)
    sock.sendall(b"".join(protocol.data_to_send()))
    sock.settimeout(TIMEOUT)
    while not (events := protocol.events_received()):
        data = sock.recv(65536)
        if data:
            protocol.receive_data(data)
        else:
            protocol.receive_eof()
            events = protocol.events_received()
            if not events:
                raise RefusedError(0, b"")
            break
    sock.settimeout(None)
    response = events[0]
    if response.status_code != 101:
        raise RefusedError(response.status_code, response.body or b"")
    assert protocol.handshake_exc is None, protocol.handshake_exc
    assert response.headers["Sec-WebSocket-Protocol"] == SUBPROTOCOL
