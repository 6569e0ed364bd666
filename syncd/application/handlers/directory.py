"""Folders as handlers."""

from __future__ import annotations

from syncd.application.handlers.script import ScriptHandler


__all__ = ["DirectoryHandler"]


class DirectoryHandler(ScriptHandler):
    """Builds documents with the ``main.py`` of a folder, and serves its other parts."""
