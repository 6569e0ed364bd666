"""What Bokeh servers can do and syncd cannot yet.

Who asks for it counts on it: on encryption, or on a login. So it is refused, and
never passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from syncd.config.sources import key_of
from syncd.errors import UnavailableError


if TYPE_CHECKING:
    from collections.abc import Mapping


__all__ = ["UNAVAILABLE", "Unavailable", "check_available"]

_PROXY = "let nginx do it (docs/deployment.md)"


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A setting that there is not yet.

    Args:
        env: The environment variable.
        flag: The option of ``syncd serve``; ``None`` if it has none.
        metavar: What the option is followed by.
        instead: What to do without it.
        idle: The value that asks for nothing, if there is one.
    """

    env: str
    flag: str | None
    metavar: str
    instead: str
    idle: str | None = None

    @property
    def name(self) -> str:
        """The name of the parameter, and the key in configuration files."""
        return key_of(self.flag or self.env)


UNAVAILABLE = (
    Unavailable(
        "DOCSYNC_NUM_PROCS",
        "--num-procs",
        "N",
        "run several, each with a port and applications of its own",
        idle="1",
    ),
    Unavailable("DOCSYNC_SSL_CERTFILE", "--ssl-certfile", "PATH", _PROXY),
    Unavailable("DOCSYNC_SSL_KEYFILE", "--ssl-keyfile", "PATH", _PROXY),
    Unavailable("DOCSYNC_SSL_PASSWORD", None, "", _PROXY),
    Unavailable(
        "DOCSYNC_UNIX_SOCKET",
        "--unix-socket",
        "PATH",
        "listen on 127.0.0.1 (--address)",
    ),
    Unavailable(
        "DOCSYNC_AUTH_MODULE",
        "--auth-module",
        "PATH",
        "let a web application do the login, and hand out ids"
        " (--session-ids external-signed)",
    ),
)


def check_available(
    given: Mapping[str, object],
    others: Mapping[str, object],
    environ: Mapping[str, object],
) -> None:
    """Refuse what there is not yet.

    Args:
        given: What a command line says, by the names of parameters.
        others: What a configuration file says.
        environ: The environment.

    Raises:
        UnavailableError: Somebody asks for it.
    """
    for one in UNAVAILABLE:
        places = (
            (one.flag or one.env, given.get(one.name)),
            (one.name, others.get(one.name)),
            (one.env, environ.get(one.env)),
        )
        for place, raw in places:
            if raw is None or raw == "":
                continue
            if str(raw) == one.idle:
                break
            raise UnavailableError(place, raw, one.instead)
