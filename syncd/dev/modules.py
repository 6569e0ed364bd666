"""Modules that applications have imported, of people's own code."""

from __future__ import annotations

import importlib
import os
import re
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Modules", "is_below"]

_INSTALLED = frozenset({"site-packages", "dist-packages"})
_OURS = frozenset({"syncd", "flask_docsync", "__main__"})
_RUNS = re.compile(r"(bokeh_app|docsync_hooks)_[0-9]+\Z")
"""How modules are called that are made for a session or for hooks."""


class Modules:
    """Where the modules of this process come from, without those installed."""

    def __init__(self) -> None:
        self._paths: dict[str, tuple[str, Path | None]] = {}
        standard = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib")}
        self._standard = [Path(os.path.realpath(path)) for path in standard]

    def files(self) -> dict[str, Path]:
        """Return the file of each module of people's own code, by its name."""
        found = {}
        for name, module in [*sys.modules.items()]:
            file = getattr(module, "__file__", None)
            if not isinstance(file, str) or _RUNS.match(name):
                continue
            known = self._paths.get(name)
            if known is None or known[0] != file:
                known = self._paths[name] = file, self._own(file)
            if known[1] is not None:
                found[name] = known[1]
        return found

    def _own(self, file: str) -> Path | None:
        """Return the path of a source file that somebody here may edit."""
        path = Path(os.path.realpath(file))
        if path.suffix != ".py" or not _INSTALLED.isdisjoint(path.parts):
            return None
        return None if is_below(path, self._standard) else path

    def helpers(self, roots: Iterable[Path], files: Iterable[Path]) -> dict[str, Path]:
        """Return those that are below folders, or are certain files.

        Those of DocSync itself are not among them, wherever they are.
        """
        roots, files = tuple(roots), frozenset(files)
        return {
            name: path
            for name, path in self.files().items()
            if name.partition(".")[0] not in _OURS
            and (path in files or is_below(path, roots))
        }

    @staticmethod
    def forget(names: Iterable[str]) -> None:
        """Have modules imported anew by whoever asks for them next."""
        for name in names:
            sys.modules.pop(name, None)
        importlib.invalidate_caches()


def is_below(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether a path is inside one of some folders."""
    return any(folder in path.parents for folder in folders)
