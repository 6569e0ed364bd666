"""Python programs that take part in a session."""

from __future__ import annotations

from syncd.client.control import MAX_MESSAGE_SIZE, ControlClient
from syncd.client.session import (
    ClientSession,
    pull_session,
    push_session,
    show_session,
)


__all__ = [
    "MAX_MESSAGE_SIZE",
    "ClientSession",
    "ControlClient",
    "pull_session",
    "push_session",
    "show_session",
]
