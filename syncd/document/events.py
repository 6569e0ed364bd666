"""What callbacks of ``Document.on_change`` are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from syncd.model import (
    ColumnsChanged,
    ColumnsPatched,
    ColumnsStreamed,
    FieldChanged,
    RootAdded,
    RootRemoved,
    TitleChanged,
)
from syncd.model.holding import own_copy


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from syncd.document.callbacks import SessionCallback
    from syncd.document.document import Document
    from syncd.model import Change, Model

__all__ = [
    "ColumnDataChangedEvent",
    "ColumnsPatchedEvent",
    "ColumnsStreamedEvent",
    "DocumentChangedEvent",
    "DocumentPatchedEvent",
    "ModelChangedEvent",
    "RootAddedEvent",
    "RootRemovedEvent",
    "ScheduleEvent",
    "SessionCallbackAdded",
    "SessionCallbackRemoved",
    "TitleChangedEvent",
    "event_of",
]


@dataclass(frozen=True, slots=True, eq=False)
class DocumentChangedEvent:
    """Something about a document is not as it was before."""

    kind: ClassVar[str] = ""
    """The name of what happened, one for each class."""

    receivers: ClassVar[tuple[str, ...]] = ("_document_changed",)
    """The methods of a receiver that are called, if it has them."""

    document: Document

    def dispatch(self, receiver: Any) -> None:
        """Call those methods of an object that are meant for such an event."""
        for name in self.receivers:
            method = getattr(receiver, name, None)
            if method is not None:
                method(self)


@dataclass(frozen=True, slots=True, eq=False)
class DocumentPatchedEvent(DocumentChangedEvent):
    """Something has changed that browsers are told of."""

    receivers: ClassVar[tuple[str, ...]] = ("_document_changed", "_document_patched")


@dataclass(frozen=True, slots=True, eq=False)
class ModelChangedEvent(DocumentPatchedEvent):
    """A field has another value."""

    kind = "ModelChanged"
    receivers = (*DocumentPatchedEvent.receivers, "_document_model_changed")

    model: Model
    attr: str
    new: Any


@dataclass(frozen=True, slots=True, eq=False)
class ColumnDataChangedEvent(DocumentPatchedEvent):
    """Some columns were replaced or added; ``data`` holds them all."""

    kind = "ColumnDataChanged"
    receivers = (*DocumentPatchedEvent.receivers, "_column_data_changed")

    model: Model
    attr: str
    data: Mapping[str, Any]
    cols: list[str]


@dataclass(frozen=True, slots=True, eq=False)
class ColumnsStreamedEvent(DocumentPatchedEvent):
    """Rows were appended; ``data`` holds these alone."""

    kind = "ColumnsStreamed"
    receivers = (*DocumentPatchedEvent.receivers, "_columns_streamed")

    model: Model
    attr: str
    data: Mapping[str, Any]
    rollover: int | None


@dataclass(frozen=True, slots=True, eq=False)
class ColumnsPatchedEvent(DocumentPatchedEvent):
    """Rows, or cells of them, got other values."""

    kind = "ColumnsPatched"
    receivers = (*DocumentPatchedEvent.receivers, "_columns_patched")

    model: Model
    attr: str
    patches: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class TitleChangedEvent(DocumentPatchedEvent):
    """The document has another title."""

    kind = "TitleChanged"

    title: str


@dataclass(frozen=True, slots=True, eq=False)
class RootAddedEvent(DocumentPatchedEvent):
    """A model became a root."""

    kind = "RootAdded"

    model: Model


@dataclass(frozen=True, slots=True, eq=False)
class RootRemovedEvent(DocumentPatchedEvent):
    """A model is no root any more."""

    kind = "RootRemoved"

    model: Model


@dataclass(frozen=True, slots=True, eq=False)
class SessionCallbackAdded(DocumentChangedEvent):
    """Application code had a callback run later; ``callback`` is its handle."""

    receivers = (*DocumentChangedEvent.receivers, "_session_callback_added")

    callback: SessionCallback


@dataclass(frozen=True, slots=True, eq=False)
class SessionCallbackRemoved(DocumentChangedEvent):
    """Application code let a callback run no more; ``callback`` was its handle."""

    receivers = (*DocumentChangedEvent.receivers, "_session_callback_removed")

    callback: SessionCallback


ScheduleEvent: TypeAlias = type[SessionCallbackAdded | SessionCallbackRemoved]
"""What becomes of a callback."""


def event_of(document: Document, change: Change) -> DocumentPatchedEvent:
    """Return what callbacks are told of a change that has just been made."""
    return _EVENTS[type(change)](document, change)


_EVENTS: dict[type, Callable[[Document, Any], DocumentPatchedEvent]] = {
    FieldChanged: lambda document, change: ModelChangedEvent(
        document, change.model, change.field, getattr(change.model, change.field)
    ),
    ColumnsChanged: lambda document, change: ColumnDataChangedEvent(
        document,
        change.model,
        change.field,
        getattr(change.model, change.field),
        list(change.columns),
    ),
    ColumnsStreamed: lambda document, change: ColumnsStreamedEvent(
        document,
        change.model,
        change.field,
        # The rows themselves are what will be told.
        {name: own_copy(rows) for name, rows in change.columns.items()},
        change.rollover,
    ),
    ColumnsPatched: lambda document, change: ColumnsPatchedEvent(
        document, change.model, change.field, change.patches
    ),
    TitleChanged: lambda document, change: TitleChangedEvent(document, change.title),
    RootAdded: lambda document, change: RootAddedEvent(document, change.model),
    RootRemoved: lambda document, change: RootRemovedEvent(document, change.model),
}
