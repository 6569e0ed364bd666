"""Lines of the log that nobody but syncd can begin.

What visitors type gets into messages and into the words of exceptions. It must not
look like a line of ours, nor do something to the terminal that shows it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from textwrap import indent
from traceback import TracebackException
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from logging import LogRecord
    from types import TracebackType
    from typing import Any


__all__ = ["Formatter"]

_NEW_LINE = re.compile(r"\n(?=[^\s])")
_INDENT = "\n    "


class Formatter(logging.Formatter):
    """Indents what follows the first line, and spells what cannot be seen."""

    def formatMessage(self, record: LogRecord) -> str:  # noqa: N802 - logging's name
        """Return a line with its message."""
        record.message = _tamed(record.message)
        return super().formatMessage(record)

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | Any,
    ) -> str:
        """Return a traceback, in which the words of an exception are one block."""
        # Words between two tracebacks are Python's own; an exception begins with
        # its type.
        told = TracebackException(*ei, compact=True)
        _indent_notes(told)
        return "".join(
            piece if piece[:1] == "\n" else _tamed(piece) for piece in told.format()
        ).rstrip("\n")


def _indent_notes(told: TracebackException) -> None:
    """Indent what was noted to an exception: each line of it would be told by itself."""
    waiting: list[TracebackException | None] = [told]
    while waiting:
        one = waiting.pop()
        if one is None:
            continue
        notes: Any = one.__notes__
        if isinstance(notes, Sequence) and not isinstance(notes, str):
            one.__notes__ = [indent(str(note), "    ") for note in notes]
        waiting += [one.__cause__, one.__context__, *(one.exceptions or ())]


def _tamed(text: str) -> str:
    if text.isprintable():
        return text
    spelt = "".join(
        c if c.isprintable() or c in "\n\t" else ascii(c)[1:-1] for c in text
    )
    return _NEW_LINE.sub(_INDENT, spelt)
