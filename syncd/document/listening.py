"""Who is told of what happens to a document."""

from __future__ import annotations

from types import AsyncGeneratorType, GeneratorType
from typing import TYPE_CHECKING, Any

from syncd.model.callbacks import accepts, check_signature, is_unlocked, wants_event
from syncd.model.scripting import event_name


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.aliases import Callback
    from syncd.model import Model
    from syncd.models.callbacks import DocumentEvents

__all__ = ["Listening"]

_GENERATORS = (GeneratorType, AsyncGeneratorType)
_DOCUMENT_EVENTS = frozenset(
    {"document_ready", "connection_lost", "client_reconnected"}
)


class Listening:
    """The part of a document that application code registers callbacks with."""

    if TYPE_CHECKING:
        _event_callbacks: dict[str, list[Callback]]
        _session_destroyed: list[Callback]
        on_awaitable: Callable[[Any], object] | None
        on_unlocked: Callable[[Callback, tuple[Any, ...]], object] | None

        def _told_events(self) -> DocumentEvents: ...

    def on_event(self, event: Any, *callbacks: Callback) -> None:
        """Call back on an event of the document, such as ``document_ready``."""
        name = _event_of_documents("on_event", event)
        for callback in callbacks:
            if not accepts(callback, 0):
                check_signature(callback, ("event",))
            self._event_callbacks.setdefault(name, []).append(callback)
        events = self._told_events()
        if name not in events.subscribed_events:
            events.subscribed_events = [*events.subscribed_events, name]

    def js_on_event(self, event: Any, *callbacks: Model) -> None:
        """Run callbacks in the browser on an event of the document.

        Raises:
            ValueError: The event is of a model, or what is to be run is no
                `syncd.models.Callback`.
        """
        name = _event_of_documents("js_on_event", event)
        self._told_events().js_on_event(name, *callbacks)

    def take_events(self, other: DocumentEvents) -> None:
        """Take over the callbacks that a copy of the document has registered."""
        for name in _DOCUMENT_EVENTS & other.js_event_callbacks.keys():
            self.js_on_event(name, *other.js_event_callbacks[name])

    def trigger_event(self, name: str, event: Any) -> None:
        """Call the callbacks of an event of the document."""
        for callback in tuple(self._event_callbacks.get(name, ())):
            self.call(callback, *((event,) if wants_event(callback) else ()))

    def call(self, callback: Callback, *args: Any) -> None:
        """Run a callback to its end, or beside the session if it asks for that."""
        if self.on_unlocked is not None and is_unlocked(callback):
            self.on_unlocked(callback, args)
            return
        result = callback(*args)
        if result is not None:
            self.finish(result)

    def finish(self, result: object) -> None:
        """Wait for what a callback returned, if it goes on after that.

        That is any awaitable, and a generator, which yields what it waits for.

        Raises:
            RuntimeError: Nobody runs coroutines for this document.
        """
        if not (isinstance(result, _GENERATORS) or hasattr(result, "__await__")):
            return
        if self.on_awaitable is None:
            if hasattr(result, "close"):
                result.close()  # or Python would warn that nobody has awaited it
            message = "this document cannot run callbacks that are coroutines"
            raise RuntimeError(message)
        self.on_awaitable(result)

    def on_session_destroyed(self, *callbacks: Callback) -> None:
        """Call back with the session context when the session has ended.

        Raises:
            ValueError: A callback does not take that one argument.
        """
        for callback in callbacks:
            check_signature(callback, ("session_context",))
            if callback not in self._session_destroyed:
                self._session_destroyed.append(callback)

    def take_session_destroyed(self) -> list[Callback]:
        """Return what is to be called at the end, and forget it."""
        callbacks, self._session_destroyed = self._session_destroyed, []
        return callbacks


def _event_of_documents(method: str, event: Any) -> str:
    """Return the name of an event that concerns a document as a whole."""
    name = event_name(event)
    if name not in _DOCUMENT_EVENTS:
        message = (
            f"Document.{method} may only be used with {sorted(_DOCUMENT_EVENTS)},"
            f" got {name!r}; use {method} of the model instead"
        )
        raise ValueError(message)
    return name
