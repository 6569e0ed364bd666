"""Which web pages may open documents.

A browser says in the ``Origin`` header where the page comes from that makes
a request. Origins are compared exactly: scheme, host and port, never a suffix or
a part of one. Clients that are no browsers send none, and a check of what they
could make up protects nothing.
"""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, NamedTuple

from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["AllowedOrigins", "Origin", "parse_origin"]

_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_PORT = 65535
_SETTING = "--allow-websocket-origin"
_EXPECTED = "HOST[:PORT], SCHEME://HOST[:PORT] with http or https, or *"

_ORIGIN = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::(?P<port>[0-9]+))?",
    re.ASCII,
)
_PORT = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?", re.ASCII)


class Origin(NamedTuple):
    """Where a page comes from, in the one spelling that is compared."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"


def parse_origin(text: str) -> Origin:
    """Return the origin that a header names.

    Raises:
        ValueError: It is ``null``, of another scheme than HTTP's, or anything
            that browsers do not send: a path, a user, a dot at the end.
    """
    match = _ORIGIN.fullmatch(text.lower())
    if match is None:
        raise ValueError(f"{text!r} is not the origin of a web page")
    scheme, port = match["scheme"], match["port"]
    return Origin(
        scheme,
        _normal_host(match["host"]),
        _DEFAULT_PORTS[scheme] if port is None else _normal_port(port),
    )


class AllowedOrigins:
    """The origins that an operator allows.

    Args:
        patterns: Host, host with port, or whole origins. A host alone stands
            for both schemes at their usual ports; ``*`` stands for everything.

    Raises:
        ConfigError: A pattern is none of that.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(patterns)
        self.any = "*" in self.patterns
        self._origins = frozenset(
            origin
            for pattern in self.patterns
            if pattern != "*"
            for origin in _expand(pattern)
        )

    def __contains__(self, header: str) -> bool:
        if self.any:
            return True
        try:
            return parse_origin(header) in self._origins
        except ValueError:
            return False

    def __str__(self) -> str:
        return ", ".join(self.patterns)


def _expand(pattern: str) -> list[Origin]:
    """Return the origins that a pattern stands for."""
    scheme, separator, rest = pattern.strip().rpartition("://")
    schemes = [scheme.lower()] if separator else ["http", "https"]
    try:
        return [parse_origin(f"{scheme}://{_in_ascii(rest)}") for scheme in schemes]
    except ValueError as error:
        if _has_bad_port(rest):
            message = f"a port from 1 to {_MAX_PORT}: invalid port in host value"
            raise ConfigError(_SETTING, pattern, message) from error
        raise ConfigError(_SETTING, pattern, _EXPECTED) from error


def _has_bad_port(rest: str) -> bool:
    host, separator, port = rest.rpartition(":")
    if not separator or (":" in host and not host.endswith("]")):
        return False
    try:
        _normal_port(port)
    except ValueError:
        return True
    return False


def _in_ascii(host: str) -> str:
    """Spell an international name as browsers do."""
    return host if host.isascii() else host.encode("idna").decode()


def _normal_port(text: str) -> int:
    if not _PORT.fullmatch(text) or int(text) > _MAX_PORT:
        raise ValueError(f"invalid port {text!r}")
    return int(text)


def _normal_host(host: str) -> str:
    """Return a host in the one spelling that is compared."""
    if host.startswith("["):
        return f"[{ipaddress.IPv6Address(host[1:-1]).compressed}]"
    if not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise ValueError(f"invalid host {host!r}")
    return host
