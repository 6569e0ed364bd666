"""What there is to know about one setting, and how a record says it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from syncd.config.parsing import parse_bool, parse_choice, parse_list, parse_text


__all__ = ["BOTH", "Parser", "Reader", "Setting", "setting"]

Parser = Callable[[str, object], Any]
"""Turns the name of a setting and its raw value into the value, or raises."""

Reader = Literal["flask", "syncd"]

BOTH: tuple[Reader, ...] = ("flask", "syncd")
"""The readers of a setting that the web application and syncd share."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What there is to know about one setting.

    Args:
        name: The field of `Settings`, and the key in configuration files.
        env: The environment variable, and the key of ``app.config``.
        flag: The option of ``syncd serve``; ``None`` if it has none.
        unit: What a number counts; empty for other values.
        default: The value if nothing is given.
        help: One sentence or two that say what it does.
        readers: Which processes read it: the web application, syncd, or both.
        parse: Checks a raw value.
        topic: What it is about, as a heading.
        choices: The words it takes, if it takes only some.
        several: The flag may be given more than once.
        words: The flag takes all words up to the next one.
        secret: Nobody is to see its value.
        synonym: Another environment variable of the same meaning.
        note: Why it has no effect, if it has none.
    """

    name: str
    env: str
    flag: str | None
    unit: str
    default: Any
    help: str
    readers: tuple[Reader, ...]
    parse: Parser
    topic: str
    choices: tuple[str, ...] = ()
    several: bool = False
    words: bool = False
    secret: bool = False
    synonym: str | None = None
    note: str = ""

    @property
    def switch(self) -> bool:
        """Whether the flag stands alone and means yes."""
        return self.parse is parse_bool

    @property
    def variables(self) -> tuple[str, ...]:
        """The environment variables, the one that comes first in front."""
        return (self.env,) if self.synonym is None else (self.env, self.synonym)


def setting(
    default: Any,
    *,
    env: str,
    help: str,  # noqa: A002 - the word that users of the record look for
    parse: Parser = parse_text,
    flag: str | None = None,
    unit: str = "",
    readers: tuple[Reader, ...] = ("syncd",),
    choices: tuple[str, ...] = (),
    words: bool = False,
    secret: bool = False,
    synonym: str | None = None,
    note: str = "",
) -> Any:
    """Return the field of a record for a setting; see `Setting`."""
    described = {
        "env": env,
        "flag": flag,
        "unit": unit,
        "help": help,
        "readers": readers,
        "parse": parse_choice(*choices) if choices else parse,
        "choices": choices,
        "several": parse is parse_list,
        "words": words,
        "secret": secret,
        "synonym": synonym,
        "note": note,
    }
    return dataclasses.field(default=default, metadata=described, repr=not secret)
