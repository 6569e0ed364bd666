"""Settings that say where syncd listens, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from syncd.config.parsing import parse_bool, parse_list, parse_number, parse_prefix
from syncd.config.setting import setting


__all__ = ["MAX_PORT", "ListeningSettings"]

MAX_PORT = 65535


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class ListeningSettings:
    """Listening."""

    address: str = setting(
        "127.0.0.1",
        env="DOCSYNC_ADDRESS",
        synonym="DOCSYNC_DEFAULT_SERVER_HOST",
        flag="--address",
        help="The address to listen on; 0.0.0.0 is every one and needs a secret key.",
    )
    port: int = setting(
        5006,
        env="DOCSYNC_PORT",
        synonym="DOCSYNC_DEFAULT_SERVER_PORT",
        flag="--port",
        parse=parse_number(int, 0, MAX_PORT),
        help="The port to listen on; 0 lets the system choose a free one.",
    )
    control_bind: str | None = setting(
        None,
        env="DOCSYNC_CONTROL_BIND",
        flag="--control-bind",
        help=(
            "Where the control API listens: HOST:PORT, unix:///PATH or none. Unset"
            " means what DOCSYNC_CONTROL_URL says, else the port after --port on"
            " 127.0.0.1. Without a secret key there is no control API."
        ),
    )
    prefix: str = setting(
        "",
        env="DOCSYNC_PREFIX",
        flag="--prefix",
        parse=parse_prefix,
        help="A path in front of every URL, for proxies that do not strip theirs.",
    )
    allow_websocket_origin: tuple[str, ...] = setting(
        (),
        env="DOCSYNC_ALLOW_WS_ORIGIN",
        flag="--allow-websocket-origin",
        parse=parse_list,
        help=(
            "A page's HOST[:PORT] or SCHEME://HOST[:PORT] from which documents may"
            " be opened. A * stands for one label of the host, for the port, or"
            " alone for any page. Unset means what --host says, else localhost at"
            " --port."
        ),
    )
    allowed_hosts: tuple[str, ...] = setting(
        (),
        env="DOCSYNC_ALLOWED_HOSTS",
        flag="--host",
        parse=parse_list,
        help=(
            "A HOST[:PORT] that requests may be addressed to (their Host header);"
            " others are refused. * is any. Unset means any if there is a secret"
            " key, else localhost, addresses, and the hosts of allowed origins."
        ),
    )
    use_xheaders: bool = setting(
        default=False,
        env="DOCSYNC_USE_XHEADERS",
        flag="--use-xheaders",
        parse=parse_bool,
        help=(
            "Believe what the last proxy says of the client: X-Forwarded-For or"
            " X-Real-Ip, X-Forwarded-Proto or X-Scheme; only behind one that sets"
            " them."
        ),
    )
