"""Python programs that take part in a session."""

from __future__ import annotations

from syncd.client.control import MAX_MESSAGE_SIZE, ControlClient
from syncd.client.session import (
    ClientSession,
    pull_session,
    push_session,
    show_session,
)


DEFAULT_SESSION_ID = "default"
"""The id that programs share who do not say which session they mean."""

__all__ = [
    "DEFAULT_SESSION_ID",
    "MAX_MESSAGE_SIZE",
    "ClientSession",
    "ControlClient",
    "pull_session",
    "push_session",
    "show_session",
]
