# ruff: noqa: SLF001  # models, their fields and their document are one mechanism
"""What one callback, client message or control request did to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.model import (
    ColumnsChanged,
    ColumnsPatched,
    ColumnsStreamed,
    FieldChanged,
    TitleChanged,
)


if TYPE_CHECKING:
    from collections.abc import Iterator

    from syncd.model import Change, Model, ModelChange

__all__ = ["Transaction"]

_OF_ROWS = (ColumnsStreamed, ColumnsPatched)
_OF_FIELDS = (FieldChanged, ColumnsChanged, *_OF_ROWS)

_NONE: frozenset[int] = frozenset()

_MAX_ROW_EDITS = 64
"""Streams and patches of one source in a transaction before it is sent whole."""


class Transaction:
    """The changes of one transaction, each field as it ended.

    ``origin`` is whoever made the client message, ``None`` for callbacks.
    ``revision`` is set when the transaction ends. ``final`` is false for what
    ``doc.flush()`` hands on in mid-callback.
    """

    __slots__ = (
        "_by_field",
        "_changes",
        "_next",
        "added",
        "changes",
        "final",
        "origin",
        "removed",
        "revision",
    )

    def __init__(self, origin: Any = None) -> None:
        self.origin = origin
        self.revision = 0
        self.final = True
        self.added: dict[int, Model] = {}
        self.removed: list[int] = []
        self.changes: list[Change] = []
        """What is to be sent, in order; known when the transaction ends."""
        self._changes: dict[int, Change] = {}
        self._by_field: dict[tuple[int, str], list[int]] = {}
        self._next = 0

    def __bool__(self) -> bool:
        return bool(self._changes or self.added or self.removed)

    def settle(self, revision: int) -> None:
        """End as this revision; changes of models that left are not sent."""
        self.revision = revision
        gone = frozenset(self.removed) if self.removed else _NONE
        told: list[Change] = []
        for change in self._changes.values():
            if isinstance(change, _OF_FIELDS):
                model = change.model
                if model._document is not None and model._id not in self.added:
                    told.append(change)
            elif not _is_silent(change, gone):
                told.append(change)
        self.changes = told

    def add(self, change: Change) -> None:
        """Take a change that concerns the document as a whole."""
        self._changes[self._next] = change
        self._next += 1

    def add_model_change(self, change: ModelChange) -> None:
        """Take a change of a field, merged with what is there already.

        Whole values are read when the transaction ends, and contain what was
        streamed into them: a field is sent either whole, or column by
        column, or as the rows that came, never as a mixture.
        """
        key = (id(change.model), change.field)
        places = self._by_field.get(key)
        if not places:
            self._by_field[key] = [self._next]
            self._changes[self._next] = change
            self._next += 1
            return
        last = self._changes[places[-1]]
        if isinstance(last, FieldChanged):
            if not isinstance(change, FieldChanged):
                return
            self._replace(places, change)
        elif isinstance(change, FieldChanged):
            self._replace(places, change)
        elif isinstance(change, ColumnsChanged) and isinstance(last, ColumnsChanged):
            names = dict.fromkeys((*last.columns, *change.columns))
            merged = ColumnsChanged(change.model, change.field, tuple(names))
            self._changes[places[-1]] = merged
        elif isinstance(change, ColumnsChanged) or isinstance(last, ColumnsChanged):
            self._replace(places, FieldChanged(change.model, change.field))
        elif not self._joined(places[-1], last, change):
            if len(places) >= _MAX_ROW_EDITS:
                self._replace(places, FieldChanged(change.model, change.field))
            else:
                self._put(places, change)

    def retell(self, model: Model) -> None:
        """Send the changed fields of a model whole, as they are now."""
        for (number, name), places in self._by_field.items():
            if number == id(model) and places:
                self._replace(places, FieldChanged(model, name))
        self.settle(self.revision)

    def join_rows(self) -> None:
        """Send columns whole that rows were streamed into, or patched.

        Whoever is told the present value of one before this is must not get the
        rows once more.
        """
        for places in self._by_field.values():
            rows = [self._changes[place] for place in places]
            change = next((item for item in rows if isinstance(item, _OF_ROWS)), None)
            if change is not None:
                self._replace(places, FieldChanged(change.model, change.field))

    def _put(self, places: list[int], change: Change) -> None:
        places.append(self._next)
        self.add(change)

    def _replace(self, places: list[int], change: ModelChange) -> None:
        """Drop all changes of the field for this one, at the end."""
        for place in places:
            del self._changes[place]
        places.clear()
        self._put(places, change)

    def _joined(self, place: int, last: Change, change: ModelChange) -> bool:
        """Join rows to rows that were streamed just before, if that is easy."""
        if not (
            isinstance(last, ColumnsStreamed)
            and isinstance(change, ColumnsStreamed)
            and last.rollover == change.rollover
            and place == self._next - 1
        ):
            return False
        columns = last.columns
        if not all(
            type(columns[name]) is list and type(added) is list
            for name, added in change.columns.items()
        ):
            return False
        for name, added in change.columns.items():
            columns[name].extend(added)
        return True

    def touched(self) -> Iterator[tuple[Model, str, ColumnsStreamed | None]]:
        """Yield each changed field once or more, with the rows if streamed."""
        for change in self.changes:
            if isinstance(change, FieldChanged | ColumnsChanged | ColumnsPatched):
                yield change.model, change.field, None
            elif isinstance(change, ColumnsStreamed):
                yield change.model, change.field, change


def _is_silent(change: Change, gone: frozenset[int]) -> bool:
    """Tell whether a change of the document need not be sent: its root is nowhere."""
    if isinstance(change, TitleChanged):
        return False
    model = change.model
    return model._document is None and model._id not in gone
