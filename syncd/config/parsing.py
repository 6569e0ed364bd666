"""Values of settings out of text, or out of what configurations hold.

A parser takes the name of the setting, for its errors, and a raw value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from syncd.errors import ConfigError


__all__ = [
    "LONGEST",
    "count",
    "milliseconds",
    "parse_bool",
    "parse_choice",
    "parse_control",
    "parse_list",
    "parse_number",
    "parse_origins",
    "parse_prefix",
    "parse_site",
    "parse_text",
    "seconds",
]

LONGEST = 10.0 * 365 * 86_400
"""Seconds of the longest duration that a setting takes."""

_ORIGIN = re.compile(
    r"\*|https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]+)?", re.IGNORECASE
)

_TRUE = frozenset({"yes", "1", "on", "true"})
_FALSE = frozenset({"no", "0", "off", "false"})


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


def parse_text(setting: str, value: object) -> str | None:
    """Return text without the spaces around it, or ``None`` if there is none.

    Raises:
        ConfigError: It is not text.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return value.strip() or None
    raise ConfigError(setting, value, "text")


def parse_list(setting: str, value: object) -> tuple[str, ...]:
    """Return the items of a list, or of text with commas between them.

    Raises:
        ConfigError: It is neither, or something in the list is empty: whoever
            gives that means something that would not be there.
    """
    parts = [value] if isinstance(value, str) else value
    if isinstance(parts, dict | bytes) or not isinstance(parts, Iterable):
        raise ConfigError(setting, value, "a list, or text with commas between items")
    found: list[str] = []
    for part in parts:
        items = [item.strip() for item in str(part).split(",")]
        if not any(items):
            raise ConfigError(setting, part, "a value that is not empty")
        found += filter(None, items)
    return tuple(found)


def parse_origins(setting: str, value: object) -> tuple[str, ...]:
    """Return the items of a list of origins, as a browser's policy may have them.

    Raises:
        ConfigError: An item is none, so that nothing else gets into the policy.
    """
    items = parse_list(setting, value)
    for item in items:
        if _ORIGIN.fullmatch(item) is None:
            raise ConfigError(setting, item, "an origin such as https://example.org")
    return items


def parse_number(
    kind: type[int | float], low: float, high: float
) -> Callable[[str, object], Any]:
    """Make a parser for numbers in a range, both ends included."""
    noun = "a whole number" if kind is int else "a number"
    expected = f"{noun} from {low:.15g} to {high:.15g}"

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


def parse_choice(*words: str) -> Callable[[str, object], str | None]:
    """Make a parser for one of a few words."""

    def parse(setting: str, value: object) -> str | None:
        if value is None:
            return None
        word = str(value).strip().lower()
        if word not in words:
            raise ConfigError(setting, value, f"one of {', '.join(words)}")
        return word

    return parse


def parse_prefix(setting: str, value: object) -> str:
    """Give a URL prefix one leading slash and no trailing one."""
    text = parse_text(setting, value) or ""
    stripped = text.strip("/")
    dotted = not {".", ".."}.isdisjoint(stripped.split("/"))
    if any(mark in text for mark in "?#") or "//" in text or dotted:
        raise ConfigError(setting, value, "a path such as /docsync")
    return f"/{stripped}" if stripped else ""


def parse_site(setting: str, value: object) -> str | None:
    """Return where browsers find syncd.

    Raises:
        ConfigError: It is neither a path nor a URL of ``http`` or ``https``.
    """
    text = parse_text(setting, value)
    if text is not None and not _is_site(text):
        expected = "a path such as /docsync, or an http or https URL without a query"
        raise ConfigError(setting, value, expected)
    return text


def parse_control(setting: str, value: object) -> str | None:
    """Return where the web application finds the control API.

    Raises:
        ConfigError: It is neither a URL of ``http`` nor one of a unix socket.
    """
    text = parse_text(setting, value)
    if text is not None and not _is_control(text):
        raise ConfigError(setting, value, "http://HOST:PORT or unix:///PATH")
    return text


def _is_site(text: str) -> bool:
    try:
        parts = urlsplit(text)
        known = parts.scheme in {"http", "https"} and parts.hostname
        placed = parts.port is not None or ":" not in parts.netloc.rpartition("]")[2]
    except ValueError:
        return False
    if parts.query or parts.fragment:
        return False
    return bool(known and placed) or not (parts.scheme or parts.netloc)


def _is_control(text: str) -> bool:
    try:
        parts = urlsplit(text)
        has_host = parts.hostname is not None and parts.port != 0
    except ValueError:
        return False
    if parts.scheme == "http":
        return has_host and parts.path in {"", "/"} and not parts.query
    return parts.scheme == "unix" and not parts.netloc and parts.path.startswith("/")


seconds = parse_number(float, 0.001, LONGEST)
milliseconds = parse_number(int, 1, LONGEST * 1000)
count = parse_number(int, 1, 2**31)
