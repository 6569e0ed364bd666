"""Every setting of DocSync, in one frozen record.

A field of `Settings` carries its environment variable, flag, unit, default and
help. The command line, the reading of the environment and ``docs/settings.md``
derive from that. The web application and syncd read the same variables, so one
environment configures both.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from syncd.errors import ConfigError


__all__ = [
    "DEFAULT_CONTROL_URL",
    "Setting",
    "Settings",
    "TcpBind",
    "UnixBind",
    "parse_bool",
    "settings",
]

DEFAULT_CONTROL_URL = "http://127.0.0.1:5007"
"""Where the web application looks for the control API if it is not told."""

_TRUE = frozenset({"yes", "1", "on", "true"})
_FALSE = frozenset({"no", "0", "off", "false"})

_MAX_PORT = 65535

Parser = Callable[[str, object], Any]
"""Turns a setting's name and its raw value into the value, or raises."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What there is to know about one setting.

    Args:
        name: The field of `Settings`.
        env: The environment variable, and the key of ``app.config``.
        flag: The option of ``syncd serve``; ``None`` if it has none.
        unit: What a number counts; empty for other values.
        default: The value if nothing is given.
        help: One sentence that says what it does.
        readers: Which processes read it: the web application, syncd, or both.
        parse: Checks a raw value.
        choices: The words it takes, if it takes only some.
        several: The flag may be given more than once.
    """

    name: str
    env: str
    flag: str | None
    unit: str
    default: Any
    help: str
    readers: tuple[Literal["flask", "syncd"], ...]
    parse: Parser
    choices: tuple[str, ...] = ()
    several: bool = False

    @property
    def switch(self) -> bool:
        """Whether the flag stands alone and means yes."""
        return self.parse is parse_bool


@dataclass(frozen=True, slots=True)
class TcpBind:
    """An address and a TCP port to listen on."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class UnixBind:
    """The path of a unix socket to listen on."""

    path: str


def parse_bool(setting: str, value: object) -> bool:
    """Return a boolean setting's value; ``no``, ``0`` and ``off`` are false.

    Raises:
        ConfigError: It is neither a boolean nor one of the words.
    """
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise ConfigError(setting, value, "one of yes, 1, on, true, no, 0, off, false")


def _parse_text(setting: str, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return value.strip() or None
    raise ConfigError(setting, value, "text")


def _parse_list(setting: str, value: object) -> tuple[str, ...]:
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, Iterable):
        raise ConfigError(setting, value, "a list, or text with commas between items")
    items = (item.strip() for part in parts for item in str(part).split(","))
    return tuple(item for item in items if item)


def _number(kind: type[int | float], low: float, high: float) -> Parser:
    """Make a parser for numbers in a range, both ends included."""
    noun = "a whole number" if kind is int else "a number"
    expected = f"{noun} from {low:g} to {high:g}"

    def parse(setting: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ConfigError(setting, value, expected)
        try:
            number = kind(value)
        except (ValueError, OverflowError) as error:
            raise ConfigError(setting, value, expected) from error
        if not low <= number <= high or (kind is int and number != float(value)):
            raise ConfigError(setting, value, expected)
        return number

    return parse


def _choice(*words: str) -> Parser:
    """Make a parser for one of a few words."""

    def parse(setting: str, value: object) -> str | None:
        if value is None:
            return None
        word = str(value).strip().lower()
        if word not in words:
            raise ConfigError(setting, value, f"one of {', '.join(words)}")
        return word

    return parse


def _parse_prefix(setting: str, value: object) -> str:
    """Give a URL prefix one leading slash and no trailing one."""
    text = _parse_text(setting, value) or ""
    if any(mark in text for mark in "?#") or "//" in text:
        raise ConfigError(setting, value, "a path such as /docsync")
    stripped = text.strip("/")
    return f"/{stripped}" if stripped else ""


def _setting(
    default: Any,
    *,
    env: str,
    help: str,  # noqa: A002 - the word that users of the record look for
    parse: Parser = _parse_text,
    flag: str | None = None,
    unit: str = "",
    readers: tuple[Literal["flask", "syncd"], ...] = ("syncd",),
    choices: tuple[str, ...] = (),
) -> Any:
    several = parse is _parse_list
    described = {
        "env": env,
        "flag": flag,
        "unit": unit,
        "help": help,
        "readers": readers,
        "parse": _choice(*choices) if choices else parse,
        "choices": choices,
        "several": several,
    }
    return dataclasses.field(
        default=default, metadata=described, repr=env != "DOCSYNC_SECRET_KEY"
    )


_BOTH: tuple[Literal["flask", "syncd"], ...] = ("flask", "syncd")
_LONGEST = 10.0 * 365 * 86_400

_seconds = _number(float, 0.001, _LONGEST)
_milliseconds = _number(int, 1, _LONGEST * 1000)
_count = _number(int, 1, 2**31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one process, checked.

    Make one with `Settings.read`; the constructor checks nothing.
    """

    url: str = _setting(
        "http://127.0.0.1:5006",
        env="DOCSYNC_URL",
        readers=("flask",),
        help="Where browsers find syncd: a full URL, or a path such as /docsync.",
    )
    control_url: str | None = _setting(
        None,
        env="DOCSYNC_CONTROL_URL",
        readers=_BOTH,
        help=(
            "Where the web application finds syncd's control API: http://HOST:PORT"
            f" or unix:///PATH. Unset means {DEFAULT_CONTROL_URL}."
        ),
    )
    secret_key: str | None = _setting(
        None,
        env="DOCSYNC_SECRET_KEY",
        readers=_BOTH,
        help=(
            "The secret that the web application and syncd share; 'syncd secret'"
            " prints a good one. It has no flag, as other users can read those."
        ),
    )
    sign_sessions: bool = _setting(
        default=False,
        env="DOCSYNC_SIGN_SESSIONS",
        parse=parse_bool,
        readers=_BOTH,
        help="Sign session ids and, in syncd, take only signed ones.",
    )
    session_max_age: float = _setting(
        300.0,
        env="DOCSYNC_SESSION_MAX_AGE",
        flag="--session-token-expiration",
        parse=_seconds,
        unit="seconds",
        readers=_BOTH,
        help="How long a signed session id opens its session.",
    )
    control_timeout: float = _setting(
        5.0,
        env="DOCSYNC_CONTROL_TIMEOUT",
        parse=_seconds,
        unit="seconds",
        readers=("flask",),
        help="How long a request to the control API may take.",
    )
    address: str = _setting(
        "127.0.0.1",
        env="DOCSYNC_ADDRESS",
        flag="--address",
        help="The address to listen on; 0.0.0.0 is every one and needs a secret key.",
    )
    port: int = _setting(
        5006,
        env="DOCSYNC_PORT",
        flag="--port",
        parse=_number(int, 0, _MAX_PORT),
        help="The port to listen on; 0 lets the system choose a free one.",
    )
    control_bind: str | None = _setting(
        None,
        env="DOCSYNC_CONTROL_BIND",
        flag="--control-bind",
        help=(
            "Where the control API listens: HOST:PORT, unix:///PATH or none. Unset"
            " means what DOCSYNC_CONTROL_URL says, else the port after --port on"
            " 127.0.0.1. Without a secret key there is no control API."
        ),
    )
    allow_websocket_origin: tuple[str, ...] = _setting(
        (),
        env="DOCSYNC_ALLOW_WS_ORIGIN",
        flag="--allow-websocket-origin",
        parse=_parse_list,
        help=(
            "A page's HOST[:PORT] or SCHEME://HOST[:PORT] from which documents may"
            " be opened; * is any. Unset means localhost and 127.0.0.1 at --port."
        ),
    )
    session_ids: str | None = _setting(
        None,
        env="DOCSYNC_SESSION_IDS",
        flag="--session-ids",
        choices=("unsigned", "signed", "external-signed"),
        help=(
            "Which session ids are taken. Unset means signed if"
            " DOCSYNC_SIGN_SESSIONS is on, else unsigned."
        ),
    )
    disable_index: bool = _setting(
        default=False,
        env="DOCSYNC_DISABLE_INDEX",
        flag="--disable-index",
        parse=parse_bool,
        help="Answer 404 at / instead of listing the applications.",
    )
    allow_eval: bool = _setting(
        default=False,
        env="DOCSYNC_ALLOW_EVAL",
        flag="--allow-eval",
        parse=parse_bool,
        help=(
            "Let the pages that syncd serves itself run the JavaScript of applications"
            " (CustomJS): their Content Security Policy gets 'unsafe-eval'."
        ),
    )
    use_xheaders: bool = _setting(
        default=False,
        env="DOCSYNC_USE_XHEADERS",
        flag="--use-xheaders",
        parse=parse_bool,
        help=(
            "Believe X-Forwarded-For and X-Forwarded-Proto of the last proxy; only"
            " behind one."
        ),
    )
    prefix: str = _setting(
        "",
        env="DOCSYNC_PREFIX",
        flag="--prefix",
        parse=_parse_prefix,
        help="A path in front of every URL, for proxies that do not strip theirs.",
    )
    log_level: str = _setting(
        "info",
        env="DOCSYNC_LOG_LEVEL",
        flag="--log-level",
        choices=("debug", "info", "warning", "error", "critical"),
        help="The least level that is logged.",
    )
    unused_session_lifetime_ms: int = _setting(
        15_000,
        env="DOCSYNC_UNUSED_SESSION_LIFETIME",
        flag="--unused-session-lifetime",
        parse=_milliseconds,
        unit="milliseconds",
        help="How long a session lives that nobody watches after a clean goodbye.",
    )
    lost_session_lifetime_ms: int = _setting(
        300_000,
        env="DOCSYNC_LOST_SESSION_LIFETIME",
        flag="--lost-session-lifetime",
        parse=_milliseconds,
        unit="milliseconds",
        help="How long a session lives after its last connection was lost.",
    )
    keep_alive_ms: int = _setting(
        25_000,
        env="DOCSYNC_KEEP_ALIVE",
        flag="--keep-alive",
        parse=_milliseconds,
        unit="milliseconds",
        help=(
            "How often connections are pinged; less than the 60 s after which"
            " proxies cut idle ones."
        ),
    )
    websocket_max_message_size: int = _setting(
        20 * 1024 * 1024,
        env="DOCSYNC_WEBSOCKET_MAX_MESSAGE_SIZE",
        flag="--websocket-max-message-size",
        parse=_count,
        unit="bytes",
        help="The largest message taken from a browser or over the control API.",
    )
    max_sessions: int = _setting(
        10_000,
        env="DOCSYNC_MAX_SESSIONS",
        flag="--max-sessions",
        parse=_count,
        help="How many sessions may live at once.",
    )
    max_connections: int = _setting(
        1_000,
        env="DOCSYNC_MAX_CONNECTIONS",
        flag="--max-connections",
        parse=_count,
        help="How many connections may watch one session.",
    )
    include_headers: tuple[str, ...] = _setting(
        (),
        env="DOCSYNC_INCLUDE_HEADERS",
        flag="--include-headers",
        parse=_parse_list,
        help=(
            "A header of requests that applications find in their session_context;"
            " * is all. Unset means none."
        ),
    )
    exclude_headers: tuple[str, ...] = _setting(
        (),
        env="DOCSYNC_EXCLUDE_HEADERS",
        flag="--exclude-headers",
        parse=_parse_list,
        help="A header that they do not find; they find all others.",
    )
    include_cookies: tuple[str, ...] = _setting(
        (),
        env="DOCSYNC_INCLUDE_COOKIES",
        flag="--include-cookies",
        parse=_parse_list,
        help=(
            "A cookie that applications find in their session_context; * is all."
            " Unset means none."
        ),
    )
    exclude_cookies: tuple[str, ...] = _setting(
        (),
        env="DOCSYNC_EXCLUDE_COOKIES",
        flag="--exclude-cookies",
        parse=_parse_list,
        help="A cookie that they do not find; they find all others.",
    )
    dev: bool = _setting(
        default=False,
        env="DOCSYNC_DEV",
        flag="--dev",
        parse=parse_bool,
        help=(
            "Reload applications and the pages that show them when files change, and"
            " show tracebacks in the browser; for development only. FILES after it"
            " are watched, too."
        ),
    )

    @classmethod
    def read(cls, environ: Mapping[str, object], **given: object) -> Settings:
        """Return settings from an environment, or from a Flask configuration.

        Args:
            environ: Variable names to raw values: text, or values of the
                setting's type. Names that are no settings are left alone, and
                so are ``None`` and empty text.
            **given: Raw values by field name that come before the environment;
                ``None`` is not given.

        Raises:
            ConfigError: A value is not one that its setting takes.
        """
        values: dict[str, Any] = {}
        for setting in settings():
            shown, raw = setting.flag or setting.env, given.get(setting.name)
            if raw is None:
                shown, raw = setting.env, environ.get(setting.env)
            if raw is None or raw == "":
                continue
            values[setting.name] = setting.parse(shown, raw)
        return cls(**values)

    @property
    def session_id_mode(self) -> str:
        """Which session ids are taken, with the default worked out."""
        return self.session_ids or ("signed" if self.sign_sessions else "unsigned")

    @property
    def control(self) -> TcpBind | UnixBind | None:
        """Where the control API listens, with the default worked out.

        Raises:
            ConfigError: The setting that decides is not an address.
        """
        if self.control_bind == "none" or self.secret_key is None:
            return None
        if self.control_bind is not None:
            return _parse_bind("--control-bind", self.control_bind)
        if self.control_url is not None:
            return _parse_control_url(self.control_url)
        return TcpBind("127.0.0.1", min(self.port + 1, _MAX_PORT) if self.port else 0)


def settings() -> tuple[Setting, ...]:
    """Return all settings, in the order of the record."""
    return tuple(
        Setting(name=entry.name, default=entry.default, **entry.metadata)
        for entry in dataclasses.fields(Settings)
    )


def _parse_bind(setting: str, value: str) -> TcpBind | UnixBind:
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


def _parse_control_url(value: str) -> TcpBind | UnixBind:
    setting = "DOCSYNC_CONTROL_URL"
    if value.startswith("unix:"):
        return _parse_bind(setting, value)
    scheme, _, rest = value.partition("://")
    if scheme.lower() != "http":
        raise ConfigError(setting, value, "http://HOST:PORT or unix:///PATH")
    return _parse_bind(setting, rest.rstrip("/"))
