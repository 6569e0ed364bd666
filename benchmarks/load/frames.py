"""WebSocket frames, as little of them as a load generator needs (RFC 6455, 5.2)."""

import struct
from collections.abc import Iterable
from typing import NamedTuple


TEXT, BINARY, CLOSE, PING, PONG = 0x1, 0x2, 0x8, 0x9, 0xA

_CONTROL = 0x08
_LEAST = 2
_MASKED = 0x80
_NO_MASK = b"\0\0\0\0"
_SHORT, _MEDIUM = 126, 1 << 16


def client_frame(payload: bytes, opcode: int = TEXT) -> bytes:
    """Return a final frame, masked with zeros.

    A mask of zeros leaves the payload as it is, so frames cost the generator
    nothing; the server has to unmask them like any other.
    """
    size = len(payload)
    if size < _SHORT:
        header = struct.pack("!BB", 0x80 | opcode, _MASKED | size)
    elif size < _MEDIUM:
        header = struct.pack("!BBH", 0x80 | opcode, _MASKED | 126, size)
    else:
        header = struct.pack("!BBQ", 0x80 | opcode, _MASKED | 127, size)
    return header + _NO_MASK + payload


def client_frames(payloads: Iterable[bytes]) -> bytes:
    """Return several text frames, one after another."""
    return b"".join(map(client_frame, payloads))


class Frame(NamedTuple):
    """One whole frame, for those who have to look inside."""

    opcode: int
    payload: bytes


class Scanner:
    """Counts the frames in a stream of bytes, and skips what is in them.

    ``pings`` holds those that nobody has answered yet.
    """

    def __init__(self) -> None:
        self.pings: list[bytes] = []
        self._skip = 0
        self._rest = b""

    def count(self, data: bytes) -> int:
        """Return how many data frames end in the data; control frames do not count.

        Raises:
            ConnectionError: The server says goodbye.
        """
        if self._skip > len(data):
            self._skip -= len(data)
            return 0
        found, at = 0, 0
        if self._skip:
            found, at, self._skip = 1, self._skip, 0
        elif self._rest:
            data, self._rest = self._rest + data, b""
        size = len(data)
        while at < size:
            header = _header(data, at)
            if header is None:
                self._rest = data[at:]
                break
            begin, end = header
            if end > size and data[at] & _CONTROL == 0:
                self._skip = end - size
                break
            if data[at] & _CONTROL:
                self._control(data[at] & 0xF, data[begin:end])
            else:
                found += 1
            at = end
        return found

    def _control(self, opcode: int, payload: bytes) -> None:
        if opcode == PING:
            self.pings.append(payload)
        elif opcode == CLOSE:
            raise ConnectionError(f"the server closed: {payload!r}")


def _header(data: bytes | bytearray, at: int) -> tuple[int, int] | None:
    """Return where payload begins and ends, ``None`` until the header is whole.

    The payload of a control frame is short, and counts as a part of it.
    """
    left = len(data) - at
    if left < _LEAST:
        return None
    length, head = data[at + 1], 2
    if length >= _SHORT:
        head = 4 if length == _SHORT else 10
        if left < head:
            return None
        length = int.from_bytes(data[at + 2 : at + head], "big")
    if data[at] & _CONTROL and left < head + length:
        return None
    return at + head, at + head + length


class Reader:
    """Takes whole frames out of a stream of bytes, while nothing is measured."""

    def __init__(self, data: bytes = b"") -> None:
        self._data = bytearray(data)

    def feed(self, data: bytes) -> None:
        """Add what came."""
        self._data += data

    @property
    def pending(self) -> int:
        """Bytes of a frame that is not whole yet."""
        return len(self._data)

    def take(self) -> Frame | None:
        """Return the next frame, or ``None`` until more has come."""
        data = self._data
        header = _header(data, 0)
        if header is None or header[1] > len(data):
            return None
        begin, end = header
        frame = Frame(data[0] & 0xF, bytes(data[begin:end]))
        del data[:end]
        return frame

    def drain(self) -> bytes:
        """Return what is left, and forget it."""
        data = bytes(self._data)
        self._data.clear()
        return data
