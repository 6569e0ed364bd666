"""Settings of sessions, their connections and limits."""

from __future__ import annotations

from dataclasses import dataclass

from syncd.config.parsing import count, milliseconds, parse_list, parse_number
from syncd.config.setting import setting


__all__ = ["NEVER_MS", "SessionSettings"]

NEVER_MS = 7 * 86_400_000
"""An interval of pings that is as good as none, and that browsers can count."""


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class SessionSettings:
    """Sessions."""

    session_ids: str | None = setting(
        None,
        env="DOCSYNC_SESSION_IDS",
        flag="--session-ids",
        choices=("unsigned", "signed", "external-signed"),
        help=(
            "Which session ids are taken. Unset means signed if"
            " DOCSYNC_SIGN_SESSIONS is on, else unsigned."
        ),
    )
    unused_session_lifetime_ms: int = setting(
        15_000,
        env="DOCSYNC_UNUSED_SESSION_LIFETIME",
        flag="--unused-session-lifetime",
        parse=milliseconds,
        unit="milliseconds",
        help="How long a session lives that nobody watches after a clean goodbye.",
    )
    lost_session_lifetime_ms: int = setting(
        300_000,
        env="DOCSYNC_LOST_SESSION_LIFETIME",
        flag="--lost-session-lifetime",
        parse=milliseconds,
        unit="milliseconds",
        help="How long a session lives after its last connection was lost.",
    )
    keep_alive_ms: int = setting(
        37_000,
        env="DOCSYNC_KEEP_ALIVE",
        flag="--keep-alive",
        parse=parse_number(int, 0, NEVER_MS),
        unit="milliseconds",
        help=(
            "How often connections are pinged: often enough for proxies, which cut"
            " what is silent for 60 s, and no oftener, as each ping costs. 0 is"
            " never."
        ),
    )
    websocket_max_message_size: int = setting(
        20 * 1024 * 1024,
        env="DOCSYNC_WEBSOCKET_MAX_MESSAGE_SIZE",
        flag="--websocket-max-message-size",
        parse=count,
        unit="bytes",
        help="The largest message taken from a browser or over the control API.",
    )
    max_browser_data: int = setting(
        128 * 1024 * 1024,
        env="DOCSYNC_MAX_BROWSER_DATA",
        flag="--max-browser-data",
        parse=count,
        unit="bytes",
        help=(
            "How much memory browsers may fill in one document with rows, models and"
            " texts. More is refused, with the reason. What Python adds has no limit."
        ),
    )
    max_sessions: int = setting(
        10_000,
        env="DOCSYNC_MAX_SESSIONS",
        flag="--max-sessions",
        parse=count,
        help=(
            "How many sessions may live at once. For a further one, one ends that"
            " nobody has watched for 2 s, and where nobody did anything or stayed for"
            " 10 s before that."
        ),
    )
    max_connections: int = setting(
        1_000,
        env="DOCSYNC_MAX_CONNECTIONS",
        flag="--max-connections",
        parse=count,
        help="How many connections may watch one session.",
    )
    include_headers: tuple[str, ...] = setting(
        (),
        env="DOCSYNC_INCLUDE_HEADERS",
        flag="--include-headers",
        parse=parse_list,
        words=True,
        help=(
            "Headers of requests that applications find in their session_context;"
            " * is all. Unset means none."
        ),
    )
    exclude_headers: tuple[str, ...] = setting(
        (),
        env="DOCSYNC_EXCLUDE_HEADERS",
        flag="--exclude-headers",
        parse=parse_list,
        words=True,
        help="Headers that they do not find; they find all others.",
    )
    include_cookies: tuple[str, ...] = setting(
        (),
        env="DOCSYNC_INCLUDE_COOKIES",
        flag="--include-cookies",
        parse=parse_list,
        words=True,
        help=(
            "Cookies that applications find in their session_context; * is all."
            " Unset means none."
        ),
    )
    exclude_cookies: tuple[str, ...] = setting(
        (),
        env="DOCSYNC_EXCLUDE_COOKIES",
        flag="--exclude-cookies",
        parse=parse_list,
        words=True,
        help="Cookies that they do not find; they find all others.",
    )
