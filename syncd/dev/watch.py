"""Notices that files have changed, by looking at them again and again.

That works on every file system, in containers and across editors, and costs a
call of the system for each file. What changed is told once; a file that an
editor replaces is the same file.
"""

from __future__ import annotations

import logging
import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["PYTHON", "Watch"]

_log = logging.getLogger("syncd.dev")

PYTHON = frozenset({".py", ".ipynb"})
_SUFFIXES = PYTHON | {".css", ".html", ".js", ".yaml", ".yml"}
_WHOLE = frozenset({"static", "templates"})
"""Folders of an application in which every file counts."""

_SKIPPED = frozenset({"__pycache__", "node_modules"})
_LEFT_BEHIND = ("~", ".swp", ".tmp")
"""How files of editors end that are there for a moment."""

_MAX_FILES = 5_000
"""Files below the applications' folders that are looked at."""

Stamp = tuple[int, int, int] | None
"""What another content would hardly have; ``None`` is no file."""


class _Listing(NamedTuple):
    changed: int
    files: tuple[Path, ...]
    folders: tuple[Path, ...]


class Watch:
    """What is looked at, and how it was the last time.

    Args:
        folders: What counts in these and below are files that applications are
            made of, those that come later, too.
        beside: In these, Python files that come later count.
        files: These count, wherever they are.
    """

    def __init__(
        self,
        folders: Iterable[Path] = (),
        beside: Iterable[Path] = (),
        files: Iterable[Path] = (),
    ) -> None:
        self._folders = tuple(folders)
        self._beside = tuple(beside)
        self._listings: dict[Path, _Listing] = {}
        self._stamps: dict[Path, Stamp] = {}
        self._full = False
        self._ignored: set[Path] = set()
        self.learn([*files, *self._listed()])
        self._siblings = set(self._python_beside())

    def learn(self, paths: Iterable[Path], read: float = math.inf) -> None:
        """Look at further files from now on.

        Args:
            paths: Where they are.
            read: When they may have been read at the earliest, in seconds since
                1970. One that was written later counts as changed.
        """
        for path in paths:
            if path not in self._stamps:
                stamp = _stamp(path)
                changed = stamp is not None and stamp[0] > read * 1e9
                self._stamps[path] = None if changed else stamp

    def ignore(self, path: Path) -> None:
        """Never again tell that this file has changed."""
        self._ignored.add(path)

    def look(self) -> set[Path]:
        """Return what has changed, come or gone since the last look."""
        changed = set()
        for path in self._listed():
            if path not in self._stamps:
                self._stamps[path] = None
        for path, before in self._stamps.items():
            now = _stamp(path)
            if now != before:
                self._stamps[path] = now
                changed.add(path)
        siblings = set(self._python_beside())
        changed |= siblings - self._siblings
        self._siblings = siblings
        return changed - self._ignored

    def _python_beside(self) -> Iterable[Path]:
        for folder in self._beside:
            yield from (
                path for path in self._list(folder).files if path.suffix in PYTHON
            )

    def _listed(self) -> list[Path]:
        """Return the files of applications that are folders."""
        found: list[Path] = []
        for root in self._folders:
            waiting = [(root, False)]
            while waiting:
                folder, whole = waiting.pop()
                files, folders = self._list(folder)[1:]
                found += [path for path in files if whole or path.suffix in _SUFFIXES]
                waiting += [
                    (path, whole or (folder == root and path.name in _WHOLE))
                    for path in folders
                ]
                if len(found) > _MAX_FILES:
                    self._give_up(root)
                    return found[:_MAX_FILES]
        return found

    def _give_up(self, root: Path) -> None:
        if not self._full:
            self._full = True
            _log.warning(
                "%s has more than %d files; changes of the rest go unnoticed",
                root,
                _MAX_FILES,
            )

    def _list(self, folder: Path) -> _Listing:
        """Return what is in a folder; read again only if that may be more or less."""
        try:
            changed = folder.stat().st_mtime_ns
        except OSError:
            return _Listing(0, (), ())
        known = self._listings.get(folder)
        if known is None or known.changed != changed:
            known = self._listings[folder] = _Listing(changed, *_entries(folder))
        return known


def _entries(folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files and the folders of a folder that may be an application's."""
    files, folders = [], []
    try:
        entries = [*os.scandir(folder)]
    except OSError:
        return (), ()
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name in _SKIPPED:
            continue
        # Links may lead in circles, and folders be closed to us.
        if not os.path.isdir(path):  # noqa: PTH112 - raises nothing
            if not entry.name.endswith(_LEFT_BEHIND):
                files.append(path)
        elif not entry.is_symlink() and not os.path.exists(  # noqa: PTH110 - likewise
            path / "pyvenv.cfg"
        ):
            folders.append(path)
    return tuple(files), tuple(folders)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
