"""The headers of a request, read strictly (RFC 9112, 5).

The standard library reads them as those of a letter: that takes as long as all
the rest of a request, and lets pass what other servers read in other ways.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from io import BufferedReader


__all__ = ["Headers", "read_headers"]

_MAX_LINE = 65_536
_MAX_HEADERS = 100
# Nothing in it can be divided in two ways, or a line of spaces would take seconds.
_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\x00-\x08\x0a-\x1f\x7f]*)\r\n")
_SPACE = " \t\r\n"
_OF_BODIES = frozenset({"CONTENT_LENGTH", "CONTENT_TYPE"})
_LENGTH = re.compile(r"[0-9]{1,15}", re.ASCII)


class Headers:
    """Names and values in the order they came; names are compared in any case."""

    __slots__ = ("_first", "fields")

    status = ""
    """What pywsgi asks for: nothing is wrong with them."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self.fields = fields
        """Lower-case names and values."""
        self._first = dict(reversed(fields))

    def get(self, name: str, default: str | None = None) -> str | None:
        """Return the first value of a header."""
        return self._first.get(name.lower(), default)

    getheader = get

    def put_host(self, authority: str) -> None:
        """Take the host from where the request goes to; no other counts then."""
        others = [field for field in self.fields if field[0] != "host"]
        self.fields = [*others, ("host", authority)]
        self._first["host"] = authority

    def __delitem__(self, name: str) -> None:
        """Drop a length beside chunks, for pywsgi: nobody comes here with both."""
        raise KeyError(name)

    @property
    def typeheader(self) -> str | None:
        """The type of the body."""
        return self._first.get("content-type")

    def put_into(self, environ: dict[str, Any]) -> None:
        """Put the headers into a WSGI environment, as that calls them.

        One with an underscore would look like another with a hyphen.
        """
        for name, value in self.fields:
            if "_" in name:
                continue
            key = name.replace("-", "_").upper()
            if key in _OF_BODIES:
                environ.setdefault(key, value)
                continue
            key = f"HTTP_{key}"
            if key in environ:
                between = "; " if "COOKIE" in key else ","
                value = f"{environ[key]}{between}{value}"  # noqa: PLW2901 - one more
            environ[key] = value


def read_headers(rfile: BufferedReader) -> Headers:
    """Read headers and the empty line after them.

    Raises:
        ValueError: They are not what they should be, or would let others think
            that the request ends elsewhere than we do.
    """
    fields: list[tuple[str, str]] = []
    readline, read = rfile.readline, _LINE.fullmatch
    while (line := readline(_MAX_LINE)) != b"\r\n":
        match = read(line)
        if match is None:
            raise ValueError("a line of the headers is none, or too long")
        name, value = match[0].decode("latin-1").split(":", 1)
        fields.append((name.lower(), value.strip(_SPACE)))
        if len(fields) > _MAX_HEADERS:
            raise ValueError(f"there are more than {_MAX_HEADERS} headers")
    headers = Headers(fields)
    _check_framing(headers)
    if [name for name, _ in fields].count("host") > 1:
        raise ValueError("the host is given more than once")
    return headers


def _check_framing(headers: Headers) -> None:
    """Refuse a request whose end is a matter of opinion (RFC 9112, 6.3).

    A proxy of another opinion would take the rest for a request, or the other
    way, and one person's request could become part of another's.
    """
    length, encoding = headers.get("content-length"), headers.get("transfer-encoding")
    if length is None and encoding is None:
        return
    sizes = {"content-length", "transfer-encoding"}
    if sum(name in sizes for name, _ in headers.fields) > 1:
        raise ValueError("the size of the body is given more than once")
    if length is not None and not _LENGTH.fullmatch(length):
        raise ValueError("the size of the body is not a number")
    if encoding is not None and encoding.lower() != "chunked":
        raise ValueError("the body is encoded")
