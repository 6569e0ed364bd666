"""Settings of the web application, most of which it shares with syncd."""

from __future__ import annotations

from dataclasses import dataclass

from syncd.config.parsing import parse_bool, parse_control, parse_site, seconds
from syncd.config.setting import BOTH, setting


__all__ = ["DEFAULT_CONTROL_URL", "SharedSettings"]

DEFAULT_CONTROL_URL = "http://127.0.0.1:5007"
"""Where the web application looks for the control API if it is not told."""


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class SharedSettings:
    """The web application and syncd."""

    url: str = setting(
        "http://127.0.0.1:5006",
        env="DOCSYNC_URL",
        parse=parse_site,
        readers=("flask",),
        help="Where browsers find syncd: a full URL, or a path such as /docsync.",
    )
    control_url: str | None = setting(
        None,
        env="DOCSYNC_CONTROL_URL",
        parse=parse_control,
        readers=BOTH,
        help=(
            "Where the web application finds syncd's control API: http://HOST:PORT"
            f" or unix:///PATH. Unset means {DEFAULT_CONTROL_URL}."
        ),
    )
    secret_key: str | None = setting(
        None,
        env="DOCSYNC_SECRET_KEY",
        readers=BOTH,
        secret=True,
        help=(
            "The secret that the web application and syncd share; 'syncd secret'"
            " prints a good one. It has no flag, as other users can read those."
        ),
    )
    sign_sessions: bool = setting(
        default=False,
        env="DOCSYNC_SIGN_SESSIONS",
        parse=parse_bool,
        readers=BOTH,
        help="Sign session ids and, in syncd, take only signed ones.",
    )
    session_max_age: float = setting(
        300.0,
        env="DOCSYNC_SESSION_MAX_AGE",
        flag="--session-token-expiration",
        parse=seconds,
        unit="seconds",
        readers=BOTH,
        help="How long a signed session id opens its session.",
    )
    control_timeout: float = setting(
        5.0,
        env="DOCSYNC_CONTROL_TIMEOUT",
        parse=seconds,
        unit="seconds",
        readers=("flask",),
        help="How long a request to the control API may take.",
    )
