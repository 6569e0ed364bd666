"""The code of an application, compiled once and executed for each session."""

from __future__ import annotations

import linecache
from dataclasses import dataclass
from typing import TYPE_CHECKING

from syncd.absent import advise
from syncd.apps.surroundings import Surroundings


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import CodeType, ModuleType


__all__ = ["SUFFIXES", "Script"]

SUFFIXES = (".py", ".ipynb")


@dataclass(frozen=True, slots=True)
class Script:
    """A Python file or a notebook.

    Args:
        path: Where it is, in full.
        codes: What is executed, one after another: one of a file, one for each
            cell of a notebook.
        surroundings: What it finds while it runs.
        package: The package that its relative imports refer to.
    """

    path: Path
    codes: tuple[CodeType, ...]
    surroundings: Surroundings
    package: str | None = None

    @classmethod
    def read(
        cls, path: Path, argv: Sequence[str] = (), package: str | None = None
    ) -> Script:
        """Read and compile a script; nothing of it is executed.

        Args:
            path: Where it is, in full.
            argv: What follows its name in ``sys.argv``.
            package: The package that its relative imports refer to.

        Raises:
            OSError: It cannot be read.
            SyntaxError: It is not Python.
            ValueError: It is not a notebook, or has a zero byte.
        """
        if path.suffix == ".ipynb":
            codes = tuple(_compile_notebook(path))
        else:
            codes = (compile(path.read_bytes(), str(path), "exec", dont_inherit=True),)
        surroundings = Surroundings(path.parent, (path.name, *argv))
        return cls(path, codes, surroundings, package)

    def execute(self, module: ModuleType) -> None:
        """Run the code in a module.

        Raises:
            RuntimeError: It called ``sys.exit``, which would have ended the
                daemon.
        """
        with self.surroundings:
            try:
                for code in self.codes:
                    exec(code, module.__dict__)  # noqa: S102 - what we are for
            except ModuleNotFoundError as error:
                advise(error)
                raise
            except SystemExit as error:
                raise RuntimeError(
                    f"{self.path.name} called sys.exit({error.code!r})"
                ) from error


def _compile_notebook(path: Path) -> list[CodeType]:
    """Compile cells apart, so that errors tell the cell and the line in it."""
    from syncd.apps.notebook import read_notebook  # noqa: PLC0415 - few are notebooks

    codes = []
    for number, source in read_notebook(path):
        name = f"{path} (code cell {number})"
        codes.append(compile(source, name, "exec", dont_inherit=True))
        lines = source.splitlines(keepends=True)
        # Without a time of change, nobody looks for a file of that name.
        linecache.cache[name] = (len(source), None, lines, name)
    return codes
