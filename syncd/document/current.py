"""The document that the running code belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syncd.model.owner import current_owner


if TYPE_CHECKING:
    from contextvars import ContextVar

    from syncd.document.document import Document

__all__ = ["curdoc", "current", "make_current", "restore_current", "running_document"]

_current: ContextVar[Document | None] = current_owner

make_current = _current.set
"""Makes a document the current one; returns what `restore_current` takes."""

restore_current = _current.reset
"""Makes the document current that was before."""


def curdoc() -> Document:
    """Return the document of the session that is running.

    Outside of a session this is a document of the calling context's own,
    made on first use, so that application code runs as a plain script, too.
    """
    document = _current.get()
    if document is None:
        from syncd.document.document import Document  # noqa: PLC0415  # a cycle

        document = Document()
        _current.set(document)
    return document


def running_document() -> Document | None:
    """Return what `curdoc` returns, or ``None`` where it would make a document."""
    return _current.get()


class current:  # noqa: N801  # what a with block says
    """Make this the current document for the block."""

    __slots__ = ("_document", "_token")

    def __init__(self, document: Document | None) -> None:
        self._document = document

    def __enter__(self) -> None:
        self._token = _current.set(self._document)

    def __exit__(self, *_: object) -> None:
        _current.reset(self._token)
