"""Notebooks as scripts: their cells of code, without what is not Python."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["Cell", "read_notebook"]

_PYTHON_MAGICS = frozenset({"capture", "prun", "time", "timeit"})
"""Magics of a whole cell whose rest is Python all the same."""

_CELL_MAGIC = re.compile(r"\s*%%(\w*)")
_NOT_PYTHON = re.compile(
    r"""(?P<indent>\s*)
    (?: [%!?]                             # a magic, a command of a shell, help
      | [\w.,\s\[\]]+=\s*(?:!|%\w)        # one whose result gets a name
      | .*[\w\])]\?{1,2}\s*$              # help again
    )""",
    re.VERBOSE,
)


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
    lines = source.splitlines()
    first = next((line for line in lines if line.strip()), "")
    magic = _CELL_MAGIC.match(first)
    if magic is not None and magic[1] not in _PYTHON_MAGICS:
        return ""
    # Something has to be left where a block would be empty without it.
    return "\n".join(
        f"{found['indent']}pass" if (found := _NOT_PYTHON.match(line)) else line
        for line in lines
    )


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True
