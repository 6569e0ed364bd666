"""Callbacks that run beside their session, and what those may do with it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from syncd.errors import UnlockedDocumentError


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.aliases import Callback
    from syncd.document.callbacks import SessionCallback
    from syncd.document.document import Document

__all__ = ["UnlockedDocumentProxy", "without_document_lock"]

F = TypeVar("F", bound="Callable[..., Any]")


def without_document_lock(func: F) -> F:
    """Let a callback run beside its session, which goes on meanwhile.

    Wherever a callback may be registered, one with this decorator runs outside
    of the session's turn: the session's other callbacks and what people do are
    dealt with while it waits. It may change nothing itself. ``curdoc()`` is an
    `UnlockedDocumentProxy` in it; what it has found out it leaves to a callback:
    ``curdoc().add_next_tick_callback(partial(show, result))``.

    A periodic callback never overlaps itself, with or without the lock.

    Args:
        func: A function, coroutine function or generator function. It stands
            above or below ``tornado.gen.coroutine``, if that is used.

    Returns:
        The function, marked. Called directly, it is just the function.
    """

    @functools.wraps(func)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return func(*args, **kwargs)

    wrapper.nolock = True  # type: ignore[attr-defined]
    return cast("F", wrapper)


class UnlockedDocumentProxy:
    """``curdoc()`` in a callback that does not have the document's lock.

    Args:
        document: The document that it stands for.
    """

    __slots__ = ("_document",)

    def __init__(self, document: Document) -> None:
        object.__setattr__(self, "_document", document)

    def __repr__(self) -> str:
        return f"UnlockedDocumentProxy({self._document!r})"

    if TYPE_CHECKING:
        _document: Document

    def __getattr__(self, name: str) -> NoReturn:
        raise UnlockedDocumentError(name)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise UnlockedDocumentError(name)

    def add_next_tick_callback(self, callback: Callback) -> SessionCallback:
        """Run a callback in the session's turn, as soon as that can be."""
        return self._document.add_next_tick_callback(callback)

    def remove_next_tick_callback(self, handle: SessionCallback) -> None:
        """Cancel a next-tick callback; `ValueError` if it ran already."""
        self._document.remove_next_tick_callback(handle)
