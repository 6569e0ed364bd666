"""Notebooks as scripts: their cells of code, without what is not Python."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


__all__ = ["Cell", "read_notebook"]

_PYTHON_MAGICS = frozenset({"capture", "prun", "time", "timeit"})
"""Magics of a whole cell whose rest is Python all the same."""

_CELL_MAGIC = re.compile(r"\s*%%(\w*)")
_NOT_PYTHON = re.compile(
    r"""(?P<indent>\s*)
    (?: [%!?]                             # a magic, a command of a shell, help
      | [\w.,\s\[\]]+=\s*(?:!|%\w)        # one whose result gets a name
      | [^\#'"]*[\w\])]\?{1,2}\s*$        # help again
    )""",
    re.VERBOSE,
)
_PIECE = re.compile(
    r"""(?P<quotes>\"{3}|'{3})(?:\\.|(?!(?P=quotes)).)*(?:(?P=quotes)|\Z)
      | "(?:\\.|[^"\\\n])*"
      | '(?:\\.|[^'\\\n])*'
      | \#[^\n]*
      | \\\n
      | (?P<mark>[(\[{)\]}\n])
    """,
    re.VERBOSE | re.DOTALL,
)
"""What has to be known of Python to tell where a statement ends."""


class Cell(NamedTuple):
    """Code of a notebook; ``number`` counts its cells of code from 1."""

    number: int
    source: str


def read_notebook(path: Path) -> list[Cell]:
    """Return the code of a notebook, each cell with as many lines as it had.

    Raises:
        ValueError: It is not a notebook.
    """
    try:
        notebook = json.loads(path.read_bytes())
        sources = [
            "".join(cell["source"])
            for cell in notebook["cells"]
            if cell["cell_type"] == "code"
        ]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        message = f"{path.name} is not a notebook of format 4"
        raise ValueError(message) from error
    return [Cell(number, _python(text)) for number, text in enumerate(sources, 1)]


def _python(source: str) -> str:
    """Return a cell without its magics, if it has any."""
    if _is_python(source):
        return source
    magic = _CELL_MAGIC.match(source)
    if magic is not None and magic[1] not in _PYTHON_MAGICS:
        return ""
    return "".join(_statements(source))


def _statements(source: str) -> Iterator[str]:
    """Yield statement after statement, `pass` for one that is not Python.

    Something has to be left where a block would be empty without it. Lines of a
    string or between brackets are no statements, whatever they look like.
    """
    start = 0
    while start < len(source):
        end = _end_of_line(source, start)
        found = _NOT_PYTHON.match(source, start, end)
        if found is None:
            end = _end_of_statement(source, start)
            yield source[start:end]
        else:
            while end < len(source) and source.endswith("\\\n", start, end):
                end = _end_of_line(source, end)
            yield f"{found['indent']}pass" + "\n" * source.count("\n", start, end)
        start = end


def _end_of_line(source: str, start: int) -> int:
    return source.find("\n", start) + 1 or len(source)


def _end_of_statement(source: str, start: int) -> int:
    depth = 0
    for piece in _PIECE.finditer(source, start):
        mark = piece["mark"]
        if mark == "\n" and depth <= 0:
            return piece.end()
        if mark and mark != "\n":
            depth += 1 if mark in "([{" else -1
    return len(source)


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True
