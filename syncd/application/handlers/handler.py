"""A part of what builds the documents of an application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.document import Document

__all__ = ["HOOKS", "Handler"]

HOOKS = (
    "on_server_loaded",
    "on_server_unloaded",
    "on_session_created",
    "on_session_destroyed",
    "process_request",
)
"""The names of the methods that are called when something begins or ends."""


class Handler:
    """A part of what builds the documents of an application.

    Subclasses override `modify_document`, and whatever else they need. Hooks may be
    coroutine functions.
    """

    def modify_document(self, doc: Document) -> None:
        """Add to a document of a new session, which is the current one."""
        raise NotImplementedError

    def url_path(self) -> str | None:
        """Return where an application is served by default that this is a part of."""
        return None

    def static_path(self) -> str | None:
        """Return the folder of files that are served below ``static/``."""
        return None

    def on_server_loaded(self, server_context: Any) -> Any:
        """Do something before anybody comes."""

    def on_server_unloaded(self, server_context: Any) -> Any:
        """Do something before the server ends."""

    def on_session_created(self, session_context: Any) -> Any:
        """Do something before the document of a session is built."""

    def on_session_destroyed(self, session_context: Any) -> Any:
        """Do something after a session has ended."""

    def process_request(self, request: Any) -> Any:
        """Return what is to be known of the request that begins a session."""

    def hooks(self) -> dict[str, Callable[[Any], Any]]:
        """Return those of the hooks that this handler has, by name."""
        return {
            name: getattr(self, name)
            for name in HOOKS
            if getattr(type(self), name) is not getattr(Handler, name)
        }
