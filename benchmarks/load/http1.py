"""HTTP answers, as little of them as a load generator needs (RFC 9112)."""

from collections.abc import Mapping
from typing import NamedTuple


NO_HEADERS: Mapping[str, str] = {}

OK, SWITCHING_PROTOCOLS = 200, 101


class Response(NamedTuple):
    """The answer to a request.

    Attributes:
        rest: What came behind the answer: the first frames after an upgrade.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    rest: bytes = b""


def request(port: int, path: str, headers: Mapping[str, str] = NO_HEADERS) -> bytes:
    """Return a GET request of a server on this machine."""
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def response(data: bytes | bytearray) -> Response | None:
    """Return the answer that the data begin with, ``None`` until it is whole."""
    end = data.find(b"\r\n\r\n")
    if end < 0:
        return None
    first, *lines = data[:end].decode("latin-1").split("\r\n")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    status, at = int(first.split()[1]), end + 4
    if status == SWITCHING_PROTOCOLS:
        return Response(status, headers, b"", bytes(data[at:]))
    if headers.get("transfer-encoding") == "chunked":
        if not data.endswith(b"0\r\n\r\n"):
            return None
        return Response(status, headers, _unchunk(data, at))
    size = int(headers.get("content-length", "0"))
    if len(data) < at + size:
        return None
    return Response(status, headers, bytes(data[at : at + size]))


def _unchunk(data: bytes | bytearray, at: int) -> bytes:
    parts = []
    while True:
        end = data.index(b"\r\n", at)
        size = int(data[at:end], 16)
        if not size:
            return b"".join(parts)
        parts.append(bytes(data[end + 2 : end + 2 + size]))
        at = end + 4 + size
