"""Handlers that together build the documents of an application."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from syncd.application.handlers.handler import HOOKS
from syncd.apps import Application as ServedApplication
from syncd.apps import Hooks, ServerContext, SessionContext
from syncd.document import Document, current
from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from syncd.application.handlers.handler import Handler

    Metadata = Mapping[str, Any] | Callable[[], Mapping[str, Any]]

__all__ = ["Application", "ServerContext", "SessionContext"]


class Application:
    """Builds documents with handlers, one after another.

    `syncd.apps.find_applications` takes it in place of a file or a function.

    Args:
        *handlers: The first ones; `add` adds more.
        metadata: What ``/APP/metadata`` tells, or a function that returns it.

    Raises:
        RuntimeError: Several handlers have files to be served.
    """

    def __init__(self, *handlers: Handler, metadata: Metadata | None = None) -> None:
        self._handlers: list[Handler] = []
        self.metadata = metadata
        for handler in handlers:
            self.add(handler)

    @property
    def handlers(self) -> tuple[Handler, ...]:
        """The handlers, in the order in which they run."""
        return tuple(self._handlers)

    @property
    def static_path(self) -> str | None:
        """The folder of files that are served below ``static/``."""
        paths = [handler.static_path() for handler in self._handlers]
        return next((path for path in paths if path is not None), None)

    def add(self, handler: Handler) -> None:
        """Run one more handler for each new document.

        Raises:
            RuntimeError: Another handler has files to be served, too.
        """
        if handler.static_path() is not None and self.static_path is not None:
            message = (
                f"more than one static path: {self.static_path} and"
                f" {handler.static_path()}"
            )
            raise RuntimeError(message)
        self._handlers.append(handler)

    def create_document(self) -> Document:
        """Return a new document that the handlers have built, without a session."""
        document = Document()
        self.initialize_document(document)
        return document

    def initialize_document(self, doc: Document) -> None:
        """Let the handlers build a document."""
        with current(doc):
            for handler in self._handlers:
                handler.modify_document(doc)

    def served(self, route: str | None = None) -> ServedApplication:
        """Return what the daemon serves.

        Args:
            route: Where; by default where the first handler says.

        Raises:
            ConfigError: No handler says where.
        """
        if route is None:
            paths = [handler.url_path() for handler in self._handlers]
            route = next((path for path in paths if path is not None), None)
        if route is None:
            raise ConfigError("PATH", repr(self), "a route for it, such as '/app'")
        loaded = [getattr(handler, "loaded", None) for handler in self._handlers]
        return ServedApplication(
            route,
            self.initialize_document,
            hooks=self._hooks(),
            template=next((each.template for each in loaded if each), None),
            static=None if self.static_path is None else Path(self.static_path),
            metadata=self.metadata or {},
        )

    def _hooks(self) -> Hooks:
        """Return hooks that call those of all handlers."""
        found: dict[str, list[Callable[[Any], Any]]] = {}
        for handler in self._handlers:
            for name, hook in handler.hooks().items():
                found.setdefault(name, []).append(hook)
        assert found.keys() <= set(HOOKS)
        chained: dict[str, Any] = {
            name: _chained(hooks) for name, hooks in found.items()
        }
        return Hooks(**chained)


def _chained(hooks: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    """Return one hook that calls several, each when the one before it has ended."""
    if len(hooks) == 1:
        return hooks[0]

    async def call_all(context: Any) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for hook in hooks:
            result = hook(context)
            if hasattr(result, "__await__"):
                result = await result
            told.update(result or {})
        return told

    return call_all
