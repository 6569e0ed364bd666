"""The request that made a session, by the names that Tornado has for its parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.parse import quote


if TYPE_CHECKING:
    from collections.abc import Mapping


__all__ = ["Address", "Cookie", "Headers", "Request"]


class Headers(dict[str, str]):
    """HTTP headers, found by their names in any case."""

    def __init__(self, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(
            {name.title(): value for name, value in (headers or {}).items()}
        )

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.title())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.title())

    def get(self, name: str, default: Any = None) -> Any:
        """Return a header's value, or the default."""
        return super().get(name.title(), default)

    def get_list(self, name: str) -> list[str]:
        """Return the values of a header; one that came twice is one with a comma."""
        return [self[name]] if name in self else []


class Cookie(str):
    """The value of a cookie, which hooks written for Tornado ask for its ``value``."""

    __slots__ = ()

    @property
    def value(self) -> str:
        """The same as a plain text."""
        return str(self)


class Address(NamedTuple):
    """Where a request went to, and came from.

    Args:
        path: The path, with the prefix, as it is spelled in addresses.
        protocol: ``http`` or ``https``.
        host: The host and the port, as the browser named them.
        remote_ip: The visitor's address, or that of the proxy before syncd.
        method: The method.
        version: The version of HTTP.
    """

    path: str = "/"
    protocol: str = "http"
    host: str = "127.0.0.1"
    remote_ip: str = ""
    method: str = "GET"
    version: str = "HTTP/1.1"


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """The request that made the session, as far as it is told.

    What lets its reader into sessions is no part of it: neither of the headers nor of
    the query. It has no body, for pages are asked for without one.

    Args:
        arguments: Name to values, as bytes.
        headers: HTTP headers, of those that the settings let through.
        cookies: Cookies, likewise.
        address: Where it went to, and came from.
    """

    arguments: dict[str, list[bytes]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    address: Address = field(default_factory=Address)

    def __repr__(self) -> str:
        # Applications print requests, and queries do not belong into logs.
        return f"<Request {self.method} {self.path}>"

    def __getattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"request has no {name!r}; it has {', '.join(_NAMES)}")

    @property
    def method(self) -> str:
        """The method, such as ``GET``."""
        return self.address.method

    @property
    def path(self) -> str:
        """The path of the page."""
        return self.address.path

    @property
    def query(self) -> str:
        """The arguments as they stand in an address."""
        return "&".join(
            f"{quote(name, safe='', errors='replace')}={quote(value, safe='')}"
            for name, values in self.arguments.items()
            for value in values
        )

    @property
    def uri(self) -> str:
        """The path and the query."""
        query = self.query
        return f"{self.path}?{query}" if query else self.path

    @property
    def version(self) -> str:
        """The version of HTTP, such as ``HTTP/1.1``."""
        return self.address.version

    @property
    def protocol(self) -> str:
        """``http`` or ``https``."""
        return self.address.protocol

    @property
    def host(self) -> str:
        """The host and the port, as the browser named them."""
        return self.address.host

    @property
    def host_name(self) -> str:
        """The host without the port, in small letters."""
        name, colon, port = self.host.rpartition(":")
        return (name if colon and port.isdigit() else self.host).lower()

    @property
    def remote_ip(self) -> str:
        """The visitor's address; behind a proxy only with ``--use-xheaders``."""
        return self.address.remote_ip

    @property
    def query_arguments(self) -> dict[str, list[bytes]]:
        """The same as the arguments."""
        return self.arguments

    @property
    def body(self) -> bytes:
        """Nothing."""
        return b""

    @property
    def body_arguments(self) -> dict[str, list[bytes]]:
        """None."""
        return {}

    @property
    def files(self) -> dict[str, list[Any]]:
        """None."""
        return {}

    def full_url(self) -> str:
        """Return the address as a whole."""
        return f"{self.protocol}://{self.host}{self.uri}"


_NAMES = [
    *("arguments", "headers", "cookies", "method", "path", "query", "uri", "version"),
    *("protocol", "host", "host_name", "remote_ip", "query_arguments", "full_url()"),
]
