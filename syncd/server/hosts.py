"""Under which names the daemon answers.

A page of a stranger may let its own name point to this machine (DNS rebinding): a
browser then takes the daemon for a part of that page, and lets it read whatever
it likes. The ``Host`` header says what name the browser was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from syncd.errors import ConfigError
from syncd.server.authority import (
    MACHINE,
    MAX_PORT,
    host_matcher,
    in_ascii,
    is_address,
    normal_host,
    normal_port,
    split_port,
)
from syncd.server.handshake import RefusalError


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from syncd.config import Settings
    from syncd.server.origin import AllowedOrigins


__all__ = ["AllowedHosts", "check_host", "control_hosts", "public_hosts"]

_SETTING = "--host"
_USUAL_PORTS = frozenset({80, 443})
_LONGEST = 260
"""Characters of a name in the domain name system, and a port."""

_REMEMBERED = 256
"""Headers that are known to be allowed; as they are looked up for each request."""


class AllowedHosts:
    """The hosts that requests may be addressed to.

    Args:
        patterns: Hosts, with ports or at any; ``localhost`` stands for this
            machine under each of its names, ``*`` for one label, or alone for
            everything.
        addresses: Whether IP addresses are allowed, too: no name service is
            asked for them.

    Raises:
        ConfigError: A pattern is none of that.
    """

    def __init__(self, patterns: Iterable[str], *, addresses: bool = False) -> None:
        self.patterns = tuple(patterns)
        self.any = "*" in self.patterns
        self._addresses = addresses
        self._rules = [
            rule for pattern in self.patterns if pattern != "*" for rule in _of(pattern)
        ]
        self._known: set[str | None] = set()

    def __contains__(self, header: str | None) -> bool:
        if self.any or header in self._known:
            return True
        if header is None or not self._allows(header):
            return False
        if len(self._known) < _REMEMBERED:
            self._known.add(header)
        return True

    def __str__(self) -> str:
        return ", ".join([*self.patterns, *(["addresses"] if self._addresses else [])])

    def _allows(self, header: str) -> bool:
        if len(header) > _LONGEST:
            return False
        host, text = split_port(header.lower())
        try:
            port = None if text is None else normal_port(text)
            host = normal_host(host)
        except ValueError:
            return False
        ports = _USUAL_PORTS if port is None else {port}
        if self._addresses and is_address(host):
            return True
        return any(
            (wanted is None or wanted in ports) and matches(host)
            for matches, wanted in self._rules
        )


def public_hosts(settings: Settings, origins: AllowedOrigins) -> AllowedHosts:
    """Return the hosts of the public listener.

    Where nobody has said, a daemon with a secret key is taken for one behind
    a proxy, which knows its names; one without serves this machine.

    Args:
        settings: The settings of the process.
        origins: The pages that may open documents.
    """
    if settings.allowed_hosts:
        return AllowedHosts(settings.allowed_hosts)
    if settings.secret_key is not None:
        return AllowedHosts(["*"])
    return AllowedHosts(["localhost", *origins.hosts], addresses=True)


def control_hosts(settings: Settings) -> AllowedHosts:
    """Return the hosts of the control listener: also those the web application has.

    Args:
        settings: The settings of the process.
    """
    if not settings.allowed_hosts:
        return AllowedHosts(["*"])
    url = settings.control_url or ""
    hosts = [url.partition("://")[2].rstrip("/")] if url.startswith("http") else []
    patterns = ["localhost", *settings.allowed_hosts, *hosts]
    return AllowedHosts(patterns, addresses=True)


def check_host(header: str | None, allowed: AllowedHosts) -> None:
    """Refuse a request to another host.

    Raises:
        RefusalError: Its ``Host`` header is not one of ours.
    """
    if header in allowed:
        return
    shown = "nothing" if header is None else repr(header[:200])
    raise RefusalError(
        "host_refused",
        f"requests to {shown} are not answered here; if they should be, start syncd"
        f" with --host for it (allowed now: {allowed})",
    )


def _of(pattern: str) -> list[tuple[Callable[[str], bool], int | None]]:
    """Return what tells hosts, and at which port; no port is any."""
    try:
        host, text = split_port(in_ascii(pattern.strip()))
        port = None if text in {None, "*"} else normal_port(text or "")
        if host == "localhost":
            return [(name.__eq__, port) for name in MACHINE]
        if "*" in host:
            return [(host_matcher(host), port)]
        return [(normal_host(host).__eq__, port)]
    except ValueError as error:
        expected = f"HOST[:PORT] with a port from 1 to {MAX_PORT}, or *: {error}"
        raise ConfigError(_SETTING, pattern, expected) from error
