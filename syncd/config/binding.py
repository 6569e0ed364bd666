"""Where a listener listens."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from syncd.errors import ConfigError


__all__ = ["TcpBind", "UnixBind", "parse_bind", "parse_control_url"]


@dataclass(frozen=True, slots=True)
class TcpBind:
    """An address and a TCP port to listen on."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class UnixBind:
    """The path of a unix socket to listen on."""

    path: str


def parse_bind(setting: str, value: str) -> TcpBind | UnixBind:
    """Return where ``HOST:PORT`` or ``unix:///PATH`` is.

    Raises:
        ConfigError: It is neither.
    """
    expected = "HOST:PORT, unix:///PATH or none"
    if value.startswith("unix:"):
        path = value.removeprefix("unix:").removeprefix("//")
        if not path.startswith("/"):
            raise ConfigError(setting, value, expected)
        return UnixBind(path)
    try:
        parts = urlsplit(f"//{value}")
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ConfigError(setting, value, expected) from error
    if not host or port is None or parts.path or parts.username is not None:
        raise ConfigError(setting, value, expected)
    return TcpBind(host, port)


def parse_control_url(setting: str, value: str) -> TcpBind | UnixBind:
    """Return where the control API is that has a URL.

    Raises:
        ConfigError: It is not one of ``http`` or of a unix socket.
    """
    if value.startswith("unix:"):
        return parse_bind(setting, value)
    scheme, _, rest = value.partition("://")
    if scheme.lower() != "http":
        raise ConfigError(setting, value, "http://HOST:PORT or unix:///PATH")
    return parse_bind(setting, rest.rstrip("/"))
