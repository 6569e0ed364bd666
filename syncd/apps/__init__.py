"""Applications: Python code that builds a document for each session."""

from __future__ import annotations

from syncd.apps.application import Application
from syncd.apps.context import (
    OUR_ARGUMENTS,
    ApplicationContext,
    ServerContext,
    SessionContext,
)
from syncd.apps.execution import Execution
from syncd.apps.finding import find_applications, load_application
from syncd.apps.hooks import Hooks, run_hook
from syncd.apps.request import Address, Cookie, Headers, Request


__all__ = [
    "OUR_ARGUMENTS",
    "Address",
    "Application",
    "ApplicationContext",
    "Cookie",
    "Execution",
    "Headers",
    "Hooks",
    "Request",
    "ServerContext",
    "SessionContext",
    "find_applications",
    "load_application",
    "run_hook",
]
