"""Where rows have gone since a client saw them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from syncd.errors import RowsError
from syncd.model import ColumnDict, ColumnsChanged, ColumnsStreamed, FieldChanged


if TYPE_CHECKING:
    from syncd.document import Transaction
    from syncd.model import Model

__all__ = ["RowLog", "RowLogs", "shifted"]

_WHOLE_OR_STREAMED = (FieldChanged, ColumnsChanged, ColumnsStreamed)

_MAX_ENTRIES = 1_024
"""Revisions in which rows were dropped that are remembered."""


class RowLog:
    """When rows of one source were dropped, and columns replaced.

    A client names rows as they were at the revision it knew; the log shifts
    the index by the rows dropped since (``spec/protocol.md`` section 8,
    rule 5).
    """

    __slots__ = ("_known_since", "_replaced", "_revisions", "_totals")

    def __init__(self) -> None:
        self._revisions = [0]
        self._totals = [0]
        self._replaced: dict[str | None, int] = {}
        self._known_since = 0

    def note_drops(self, revision: int, count: int) -> None:
        """Remember that so many rows were dropped in this revision."""
        if not count:
            return
        self._revisions.append(revision)
        self._totals.append(self._totals[-1] + count)
        if len(self._revisions) > _MAX_ENTRIES:
            half = _MAX_ENTRIES // 2
            del self._revisions[:half], self._totals[:half]
            self._known_since = self._revisions[0]

    def note_replaced(self, revision: int, columns: tuple[str, ...] | None) -> None:
        """Remember that columns, or all of them, became others."""
        if columns is None:
            self._replaced.clear()
        for name in columns or (None,):
            self._replaced[name] = revision

    def shift(self, label: str, base: int, name: str, pending: int) -> int:
        """Return how far rows have moved up since ``base``.

        Args:
            label: Names the source in errors.
            base: The revision that the client knew.
            name: The column.
            pending: Rows dropped in the transaction under way.

        Raises:
            RowsError: The column was replaced since, or it is too long ago.
        """
        replaced = max(self._replaced.get(name, -1), self._replaced.get(None, -1))
        if replaced > base:
            reason = (
                f"column {name!r} was replaced at revision {replaced}, after {base}"
            )
            raise RowsError(label, reason, stale=True)
        if base < self._known_since:
            reason = f"revision {base} is too long ago"
            raise RowsError(label, reason, stale=True)
        place = max(bisect_right(self._revisions, base) - 1, 0)
        return self._totals[-1] + pending - self._totals[place]


class RowLogs:
    """The logs of a document's sources, for edits that are on their way."""

    __slots__ = ("_logs",)

    def __init__(self) -> None:
        self._logs: dict[tuple[int, str], RowLog] = {}

    def of(self, model: Model, name: str) -> RowLog | None:
        """Return where rows of the model's field have gone, if any ever moved."""
        number = model.id
        return None if number is None else self._logs.get((number, name))

    def note(self, transaction: Transaction) -> None:
        """Remember where the rows went that a transaction moved."""
        for change in transaction.changes:
            if isinstance(change, _WHOLE_OR_STREAMED):
                columns = change.model.held_values().get(change.field)
                if type(columns) is ColumnDict:
                    self._note_change(change, columns, transaction.revision)
        for model in transaction.added.values():
            model.forget_drops()
        if transaction.removed and self._logs:
            gone = frozenset(transaction.removed)
            for key in [key for key in self._logs if key[0] in gone]:
                del self._logs[key]

    def _note_change(
        self,
        change: FieldChanged | ColumnsChanged | ColumnsStreamed,
        columns: ColumnDict,
        revision: int,
    ) -> None:
        number = change.model.id
        if number is None:
            return
        key = (number, change.field)
        log = self._logs.get(key)
        if log is None:
            log = self._logs[key] = RowLog()
        if isinstance(change, FieldChanged):
            log.note_replaced(revision, None)
        elif isinstance(change, ColumnsChanged):
            log.note_replaced(revision, change.columns)
        if columns.dropped:
            log.note_drops(revision, columns.dropped)
            columns.dropped = 0

    def clear(self) -> None:
        """Forget everything."""
        self._logs.clear()


def shifted(label: str, index: Any, shift: int) -> Any:
    """Return the index of a row, of rows or of cells, moved up by ``shift``.

    Raises:
        RowsError: The row is gone.
    """
    if not shift:
        return index
    if isinstance(index, tuple):
        return (shifted(label, index[0], shift), *index[1:])
    if isinstance(index, slice):
        start = index.start or 0
        if start < shift or index.stop is None:
            reason = f"rows from {start} were dropped"
            raise RowsError(label, reason, stale=True)
        return slice(start - shift, index.stop - shift, index.step)
    row: int = index
    if row < shift:
        reason = f"row {row} was dropped"
        raise RowsError(label, reason, stale=True)
    return row - shift
