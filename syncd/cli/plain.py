"""Command lines of ``syncd serve`` that leave no doubt, read without Click.

A daemon reads its command line once, and lives for months. Click, and the objects
it makes of all options, would stay in its memory, and take a part of the time to
start. So what supervisors write, settings as ``--name=value``, ``--name
value`` or ``--name``, and applications, is read here; all else is Click's: help,
mistakes, ``--dev``, options of several words. The two are held to say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.cli.serving import Order
from syncd.config import settings


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from syncd.config import Setting


__all__ = ["read_plainly"]

_FILE = "--use-config"
_CLICKS = frozenset({"dev"})
"""Settings whose options have forms of their own."""


def read_plainly(words: Sequence[str]) -> Order | None:
    """Return what a command line asks for; ``None`` if only Click can tell.

    Args:
        words: What follows ``serve``.
    """
    flags = _flags()
    paths: list[str] = []
    file: str | None = None
    given: dict[str, Any] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            if not word:
                return None
            paths.append(word)
            continue
        flag, equals, value = word.partition("=")
        setting = flags.get(flag)
        if setting is not None and setting.switch:
            if equals:
                return None
            given[setting.name] = True
            continue
        if setting is None and flag != _FILE:
            return None
        value = value if equals else _next(rest)
        if not value:
            return None
        if setting is None:
            file = value
        elif setting.several:
            given[setting.name] = (*given.get(setting.name, ()), value)
        else:
            given[setting.name] = value
    return Order(paths=tuple(paths), file=file, given=given)


def _flags() -> dict[str, Setting]:
    """Return the settings of options that have one form only."""
    return {
        setting.flag: setting
        for setting in settings()
        if setting.flag is not None
        and not setting.words
        and setting.name not in _CLICKS
    }


def _next(words: Iterator[str]) -> str:
    """Return the value that follows an option, or nothing if there is doubt."""
    word = next(words, "")
    return "" if word.startswith("-") else word
