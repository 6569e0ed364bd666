"""One run of an application's script, for one session."""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import CodeType

    from syncd.document import Document


__all__ = ["Execution"]

_numbers = itertools.count(1)
_folders: Counter[str] = Counter()


class Execution:
    """A module of its own in which a script is executed once.

    The module lives until `close`, since callbacks use its globals, and is
    found in ``sys.modules`` as long, since dataclasses and pickle look there.
    """

    def __init__(self, code: CodeType, path: Path) -> None:
        self._code = code
        self._path = path
        self.module_name = f"docsync_app_{next(_numbers)}"
        """What ``__name__`` is in the script."""
        self._module = ModuleType(self.module_name)
        self._module.__file__ = str(path)

    def __call__(self, document: Document) -> None:
        """Run the script; the document is the current one meanwhile.

        Raises:
            RuntimeError: The script called ``sys.exit``, which would have
                ended the daemon.
        """
        sys.modules[self.module_name] = self._module
        with _importable(str(self._path.parent)), _arguments(self._path.name):
            try:
                exec(self._code, self._module.__dict__)  # noqa: S102 - what we are for
            except SystemExit as error:
                raise RuntimeError(
                    f"the script called sys.exit({error.code!r}) while it was to"
                    f" build {document!r}"
                ) from error

    def close(self) -> None:
        """Forget the module's globals, and so break their cycles."""
        sys.modules.pop(self.module_name, None)
        self._module.__dict__.clear()


@contextmanager
def _arguments(name: str) -> Iterator[None]:
    """Hide the daemon's command line, which a script would take for its own."""
    hidden, sys.argv = sys.argv, [name]
    try:
        yield
    finally:
        sys.argv = hidden


@contextmanager
def _importable(folder: str) -> Iterator[None]:
    """Let the script import its neighbours.

    Scripts of several sessions may run at a time, when they wait for something;
    the folder is there until the last of them is done.
    """
    _folders[folder] += 1
    if _folders[folder] == 1:
        sys.path.insert(0, folder)
    try:
        yield
    finally:
        _folders[folder] -= 1
        if not _folders[folder]:
            del _folders[folder]
            if folder in sys.path:
                sys.path.remove(folder)
