"""Settings that command lines of Bokeh servers have and that do nothing here.

They are checked and taken, so that such command lines work, and a line in the
log says why they have no effect.
"""

from __future__ import annotations

from dataclasses import dataclass

from syncd.config.parsing import milliseconds, parse_bool, parse_number
from syncd.config.setting import setting


__all__ = ["IdleSettings"]

_NO_COOKIES = "nothing here is decided by a cookie, so there is none to {}"
_NO_COMPRESSION = (
    "messages are not compressed: columns travel as typed arrays, and every"
    " connection would need a compressor's memory"
)


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class IdleSettings:
    """Without effect."""

    check_unused_sessions_ms: int | None = setting(
        None,
        env="DOCSYNC_CHECK_UNUSED_SESSIONS",
        flag="--check-unused-sessions",
        parse=milliseconds,
        unit="milliseconds",
        help="How often to look for sessions whose time is up.",
        note="each session ends when its own time is up, without being looked for",
    )
    enable_xsrf_cookies: bool = setting(
        default=False,
        env="DOCSYNC_XSRF_COOKIES",
        flag="--enable-xsrf-cookies",
        parse=parse_bool,
        help="Protect forms by cookies.",
        note=_NO_COOKIES.format("protect from other sites"),
    )
    cookie_secret: str | None = setting(
        None,
        env="DOCSYNC_COOKIE_SECRET",
        flag="--cookie-secret",
        secret=True,
        help="The secret that cookies are signed with.",
        note=_NO_COOKIES.format("sign"),
    )
    websocket_compression_level: int | None = setting(
        None,
        env="DOCSYNC_WEBSOCKET_COMPRESSION_LEVEL",
        flag="--websocket-compression-level",
        parse=parse_number(int, 0, 9),
        help="How hard to compress messages.",
        note=_NO_COMPRESSION,
    )
    websocket_compression_mem_level: int | None = setting(
        None,
        env="DOCSYNC_WEBSOCKET_COMPRESSION_MEM_LEVEL",
        flag="--websocket-compression-mem-level",
        parse=parse_number(int, 1, 9),
        help="How much memory to compress messages with.",
        note=_NO_COMPRESSION,
    )
