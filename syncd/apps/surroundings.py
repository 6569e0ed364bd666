"""What of the process is a script's own while it runs."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, ClassVar


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


__all__ = ["Surroundings"]


class _Outside:
    """What it was like before any script ran, while one does."""

    running: ClassVar[list[Surroundings]] = []
    argv: list[str]
    path: list[str]
    entries: tuple[str, ...]
    folder: str | None


class Surroundings:
    """Import path, command line and working directory for a script.

    Scripts of several sessions may run at a time, when they wait for something:
    what was there before the first of them comes back after the last, whatever
    they have added.

    Args:
        folder: Where the script's neighbours are, which it may import.
        argv: What it finds in ``sys.argv``.
    """

    __slots__ = ("_folder", "argv")

    def __init__(self, folder: Path, argv: Sequence[str]) -> None:
        self._folder = str(folder)
        self.argv = argv

    def __enter__(self) -> None:
        running = _Outside.running
        if not running:
            _Outside.argv, _Outside.path = sys.argv, sys.path
            _Outside.entries = tuple(sys.path)
            _Outside.folder = _working_directory()
        if self not in running:
            sys.path.insert(0, self._folder)
        running.append(self)
        sys.argv = [*self.argv]

    def __exit__(self, *_: object) -> None:
        running = _Outside.running
        running.remove(self)
        if not running:
            _restore()
            return
        if self not in running and self._folder in sys.path:
            sys.path.remove(self._folder)
        # Where some script always runs, each may add the same entries again.
        sys.path[:] = dict.fromkeys(sys.path)
        sys.argv = [*running[-1].argv]


def _restore() -> None:
    """Undo what scripts have changed, now that none runs."""
    sys.argv, sys.path = _Outside.argv, _Outside.path
    sys.path[:] = _Outside.entries
    folder = _Outside.folder
    if folder is not None and _working_directory() != folder:
        with contextlib.suppress(OSError):  # it may have been removed
            os.chdir(folder)


def _working_directory() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109 - half the time of a Path
    except OSError:
        return None
