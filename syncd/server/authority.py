"""Names of hosts with ports, as addresses and patterns have them.

Each has one spelling here, and is compared as a whole: never by a suffix or a
part of a label.
"""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = [
    "MACHINE",
    "MAX_PORT",
    "host_matcher",
    "in_ascii",
    "is_address",
    "normal_host",
    "normal_port",
    "split_port",
]

MAX_PORT = 65535
MACHINE = ("localhost", "127.0.0.1", "[::1]")
"""The names of this machine among its own programs; ``localhost`` means all."""

_PORT = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?", re.ASCII)
_NUMBER = re.compile(r"0|[1-9][0-9]{0,2}", re.ASCII)
_NUMBERS = 4


def split_port(text: str) -> tuple[str, str | None]:
    """Take apart ``HOST:PORT``; without a colon there is no port."""
    host, separator, port = text.rpartition(":")
    if not separator or text.endswith("]"):
        return text, None
    return host, port


def normal_port(text: str) -> int:
    """Return the number of a port.

    Raises:
        ValueError: It is not one.
    """
    if not _PORT.fullmatch(text) or int(text) > MAX_PORT:
        raise ValueError(f"invalid port {text!r}")
    return int(text)


def normal_host(host: str) -> str:
    """Return a host in lower case in the one spelling that is compared.

    Raises:
        ValueError: It is not one that browsers send.
    """
    if host == "[::1]":  # every daemon's own
        return host
    if host.startswith("[") and host.endswith("]"):
        return f"[{ipaddress.IPv6Address(host[1:-1]).compressed}]"
    if not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise ValueError(f"invalid host {host!r}")
    return host


def in_ascii(host: str) -> str:
    """Spell an international name as browsers do, and everything in lower case.

    Raises:
        ValueError: It cannot be a name.
    """
    return host.lower() if host.isascii() else host.encode("idna").decode().lower()


def is_address(host: str) -> bool:
    """Whether a host in its one spelling is an IP address, and no name."""
    return host.startswith("[") or _is_ipv4(host.split("."))


def host_matcher(pattern: str) -> Callable[[str], bool]:
    """Return what tells whether a host in its one spelling is like a pattern.

    A ``*`` stands for exactly one label. In a pattern that looks like an IPv4
    address it stands for a number: ``192.168.*.*`` is no name of a domain.

    Raises:
        ValueError: It is no pattern.
    """
    labels = pattern.split(".")
    normal_host(".".join("x" if label == "*" else label for label in labels))
    count, numeric = len(labels), _is_ipv4(["0" if x == "*" else x for x in labels])

    def matches(host: str) -> bool:
        found = host.split(".")
        return (
            len(found) == count
            and all(a in {"*", b} for a, b in zip(labels, found, strict=True))
            and (not numeric or _is_ipv4(found))
        )

    return matches


def _is_ipv4(labels: list[str]) -> bool:
    return len(labels) == _NUMBERS and all(
        _NUMBER.fullmatch(label) and int(label) <= 255  # noqa: PLR2004 - an octet
        for label in labels
    )
