"""Who is told of what happens to a document."""

from __future__ import annotations

from types import AsyncGeneratorType, GeneratorType
from typing import TYPE_CHECKING, Any

from syncd.document.events import event_of
from syncd.errors import ForeignWriterError
from syncd.model import Model
from syncd.model.callbacks import accepts, check_signature, is_unlocked, wants_event
from syncd.model.scripting import event_name


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.aliases import Callback
    from syncd.document.callbacks import SessionCallback
    from syncd.document.events import DocumentChangedEvent, ScheduleEvent
    from syncd.document.holding import Hold
    from syncd.model import Change
    from syncd.models.callbacks import DocumentEvents

__all__ = ["Listening"]

_GENERATORS = (GeneratorType, AsyncGeneratorType)
_MESSAGE = "message_sent"
_DOCUMENT_EVENTS = frozenset(
    {"document_ready", "connection_lost", "client_reconnected", _MESSAGE}
)


class Listening:
    """The part of a document that application code registers callbacks with."""

    if TYPE_CHECKING:
        _change_callbacks: dict[Callback, Callback] | None
        _event_callbacks: dict[Any, list[Callback]]
        _session_destroyed: list[Callback]
        on_awaitable: Callable[[Any], object] | None
        on_unlocked: Callable[[Callback, tuple[Any, ...]], object] | None

        held: Hold | None

        def check_writer(self, action: str) -> None:  # noqa: D102  # see there
            ...

        def _told_events(self) -> DocumentEvents: ...

    def on_change(self, *callbacks: Callback) -> None:
        """Call back with an event whenever something of the document changes.

        Args:
            *callbacks: Each is called with one of the events of
                `syncd.document.events`, as soon as the change is made; one that
                is registered already is not registered twice.

        Raises:
            ValueError: A callback does not take that one argument.
        """
        for callback in callbacks:
            check_signature(callback, ("event",))
        known = self._change_callbacks or {}
        self._change_callbacks = known | {each: each for each in callbacks}

    def on_change_dispatch_to(self, receiver: Any) -> None:
        """Call methods of an object whenever something of the document changes.

        Args:
            receiver: Has some of the methods ``_document_changed``,
                ``_document_patched``, ``_document_model_changed``,
                ``_column_data_changed``, ``_columns_streamed``,
                ``_columns_patched``, ``_session_callback_added`` and
                ``_session_callback_removed``, which are called with the event.
        """
        known = self._change_callbacks or {}
        if receiver not in known:

            def dispatch(event: DocumentChangedEvent) -> None:
                event.dispatch(receiver)

            self._change_callbacks = known | {receiver: dispatch}

    def remove_on_change(self, *callbacks: Any) -> None:
        """Stop calling back functions, or objects that changes are dispatched to.

        Raises:
            ValueError: One of them is not registered; then all stay.
        """
        left = dict(self._change_callbacks or {})
        for callback in callbacks:
            if left.pop(callback, None) is None:
                message = f"{callback!r} is no on_change callback of the document"
                raise ValueError(message)
        self._change_callbacks = left or None

    def announce(self, change: Change) -> None:
        """Call back on a change that was made; later, if that is held back."""
        if self._change_callbacks is None:
            return
        if self.held is not None:
            self.held.keep(self, change)
            return
        self.tell(event_of(self, change))  # type: ignore[arg-type]  # a document

    def tell(self, event: DocumentChangedEvent) -> None:
        """Call back with an event."""
        for callback in (self._change_callbacks or {}).values():
            self.call(callback, event)

    def tell_scheduled(self, kind: ScheduleEvent, handle: SessionCallback) -> None:
        """Call back on a callback that was added or removed, in the session's turn.

        Other threads may add some, and are not to run the application's code.
        """
        if self._change_callbacks is None:
            return
        try:
            self.check_writer("a callback was scheduled")
        except ForeignWriterError:
            return
        self.tell(kind(self, handle))  # type: ignore[arg-type]  # a document

    def on_message(self, msg_type: str, *callbacks: Callback) -> None:
        """Call back when code in a browser sends a message of that type.

        The code is ``cb_obj.document.send_message(type, data)`` of a `CustomJS`.
        Whoever sees the document can send anything, so check what comes.

        Args:
            msg_type: The name of the messages.
            *callbacks: Each is called with what was sent.

        Raises:
            ValueError: A callback does not take that one argument.
        """
        for callback in callbacks:
            check_signature(callback, ("msg_data",))
        known = self._event_callbacks.setdefault((_MESSAGE, msg_type), [])
        known.extend(callback for callback in callbacks if callback not in known)
        self._subscribe(_MESSAGE)

    def remove_on_message(self, msg_type: str, callback: Callback) -> None:
        """Stop calling back; `ValueError` for one that is not registered."""
        known = self._event_callbacks.get((_MESSAGE, msg_type), [])
        if callback not in known:
            message = f"{callback!r} is no callback of messages {msg_type!r}"
            raise ValueError(message)
        known.remove(callback)

    def on_event(self, event: Any, *callbacks: Callback | Model) -> None:
        """Call back on an event of the document, such as ``document_ready``.

        A `syncd.models.Callback` runs in the browser.
        """
        name = _event_of_documents("on_event", event)
        in_browser = [each for each in callbacks if isinstance(each, Model)]
        if in_browser:
            self.js_on_event(event, *in_browser)
        for callback in callbacks:
            if isinstance(callback, Model):
                continue
            if not accepts(callback, 0):
                check_signature(callback, ("event",))
            self._event_callbacks.setdefault(name, []).append(callback)
        self._subscribe(name)

    def _subscribe(self, name: str) -> None:
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
        if name == _MESSAGE and isinstance(event.msg_type, str):
            key = (_MESSAGE, event.msg_type)
            for callback in tuple(self._event_callbacks.get(key, ())):
                self.call(callback, event.msg_data)

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

    @property
    def session_destroyed_callbacks(self) -> set[Callback]:
        """What `on_session_destroyed` was given, until it is called; a copy."""
        return set(self._session_destroyed)

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
