"""What of the process is a script's own while it runs."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


__all__ = ["Surroundings"]


class _Outside:
    """What it was like before any script ran, while one does."""

    scripts = 0
    argv: list[str]
    folder: str | None


class Surroundings:
    """Import path, command line and working directory for a script.

    Scripts of several sessions may run at a time, when they wait for something:
    what was there before the first of them comes back after the last.

    Args:
        folder: Where the script's neighbours are, which it may import.
        argv: What it finds in ``sys.argv``.
    """

    __slots__ = ("_argv", "_folder", "_scripts")

    def __init__(self, folder: Path, argv: Sequence[str]) -> None:
        self._folder = str(folder)
        self._argv = argv
        self._scripts = 0

    def __enter__(self) -> None:
        if not _Outside.scripts:
            _Outside.argv = sys.argv
            _Outside.folder = _working_directory()
        _Outside.scripts += 1
        self._scripts += 1
        if self._scripts == 1:
            sys.path.insert(0, self._folder)
        sys.argv = [*self._argv]

    def __exit__(self, *_: object) -> None:
        _Outside.scripts -= 1
        self._scripts -= 1
        if not self._scripts and self._folder in sys.path:
            sys.path.remove(self._folder)
        if not _Outside.scripts:
            sys.argv = _Outside.argv
            folder = _Outside.folder
            if folder is not None and _working_directory() != folder:
                with contextlib.suppress(OSError):  # it may have been removed
                    os.chdir(folder)


def _working_directory() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109 - half the time of a Path
    except OSError:
        return None
