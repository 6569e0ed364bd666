"""Which web pages may open documents.

A browser says in the ``Origin`` header where the page comes from that makes
a request. Origins are compared exactly: scheme, host and port, never a suffix or
a part of one. Clients that are no browsers send none, and a check of what they
could make up protects nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from syncd.errors import ConfigError
from syncd.server.authority import (
    MACHINE,
    MAX_PORT,
    host_matcher,
    in_ascii,
    normal_host,
    normal_port,
    split_port,
)


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


__all__ = ["AllowedOrigins", "Origin", "parse_origin"]

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SETTING = "--allow-websocket-origin"
_EXPECTED = "HOST[:PORT], SCHEME://HOST[:PORT] with http or https, or *"

_ORIGIN = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::(?P<port>[0-9]+))?",
    re.ASCII,
)


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
        normal_host(match["host"]),
        _DEFAULT_PORTS[scheme] if port is None else normal_port(port),
    )


class AllowedOrigins:
    """The origins that an operator allows.

    Args:
        patterns: Hosts, hosts with ports, or whole origins. A host alone, or at
            port 80, stands for both schemes at their usual ports; ``localhost``
            for this machine under each of its names; ``*`` for one label of
            a host, for any port, or alone for everything.

    Raises:
        ConfigError: A pattern is none of that.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(patterns)
        self.any = "*" in self.patterns
        self._origins: set[Origin] = set()
        self._wild: list[tuple[frozenset[tuple[str, int | None]], _Matcher]] = []
        for pattern in self.patterns:
            if pattern != "*":
                self._add(pattern)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts of the patterns, at any port; ``*`` alone stays everything."""
        return tuple(
            p if p == "*" else f"{split_port(p.strip().rpartition('://')[2])[0]}:*"
            for p in self.patterns
        )

    @property
    def wild(self) -> tuple[str, ...]:
        """The patterns that stand for more than can be counted."""
        return tuple(pattern for pattern in self.patterns if "*" in pattern)

    def __contains__(self, header: str) -> bool:
        if self.any:
            return True
        try:
            origin = parse_origin(header)
        except ValueError:
            return False
        return origin in self._origins or any(
            not ends.isdisjoint({(origin.scheme, origin.port), (origin.scheme, None)})
            and matches(origin.host)
            for ends, matches in self._wild
        )

    def __str__(self) -> str:
        return ", ".join(self.patterns)

    def _add(self, pattern: str) -> None:
        """Allow what a pattern stands for."""
        scheme, _, rest = pattern.strip().rpartition("://")
        try:
            host, port = split_port(in_ascii(rest))
            ends = _ends(scheme.lower(), port)
            if "*" in host or port == "*":
                self._wild += [(ends, _matcher(name)) for name in _names(host)]
                return
            self._origins |= {
                parse_origin(f"{scheme}://{name}:{number}")
                for scheme, number in ends
                for name in _names(host)
            }
        except ValueError as error:
            expected = _EXPECTED
            if _has_bad_port(rest):
                expected = f"a port from 1 to {MAX_PORT}: invalid port in host value"
            raise ConfigError(_SETTING, pattern, expected) from error


_Matcher: TypeAlias = "Callable[[str], bool]"


def _matcher(name: str) -> _Matcher:
    return normal_host(name).__eq__ if "*" not in name else host_matcher(name)


def _names(host: str) -> tuple[str, ...]:
    return MACHINE if host == "localhost" else (host,)


def _ends(scheme: str, port: str | None) -> frozenset[tuple[str, int | None]]:
    """Return schemes with ports; no port is any."""
    if scheme not in {"", *_DEFAULT_PORTS}:
        raise ValueError(f"invalid scheme {scheme!r}")
    schemes = [scheme] if scheme else list(_DEFAULT_PORTS)
    if port == "*":
        return frozenset((scheme, None) for scheme in schemes)
    if port is None or (port == "80" and not scheme):
        return frozenset((scheme, _DEFAULT_PORTS[scheme]) for scheme in schemes)
    return frozenset((scheme, normal_port(port)) for scheme in schemes)


def _has_bad_port(rest: str) -> bool:
    host, port = split_port(rest)
    if port is None or (":" in host and not host.endswith("]")):
        return False
    try:
        normal_port(port)
    except ValueError:
        return True
    return False
