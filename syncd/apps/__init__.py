"""Applications: Python scripts that build a document for each session."""

from __future__ import annotations

from syncd.apps.application import Application, find_applications
from syncd.apps.context import Request, ServerContext, SessionContext
from syncd.apps.execution import Execution


__all__ = [
    "Application",
    "Execution",
    "Request",
    "ServerContext",
    "SessionContext",
    "find_applications",
]
