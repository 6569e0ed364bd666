"""Notebooks as handlers."""

from __future__ import annotations

from syncd.application.handlers.script import ScriptHandler


__all__ = ["NotebookHandler"]


class NotebookHandler(ScriptHandler):
    """Builds documents with a notebook (``.ipynb``), executed for each session."""
