"""What applications are made of."""

from __future__ import annotations

from syncd.application.handlers.directory import DirectoryHandler
from syncd.application.handlers.function import FunctionHandler
from syncd.application.handlers.handler import Handler
from syncd.application.handlers.notebook import NotebookHandler
from syncd.application.handlers.script import ScriptHandler


__all__ = [
    "DirectoryHandler",
    "FunctionHandler",
    "Handler",
    "NotebookHandler",
    "ScriptHandler",
]
