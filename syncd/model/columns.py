# ruff: noqa: D102, TRY004  # documented by Kind and FieldDict
"""Named columns of equal length, the data of a source.

Columns keep the type the author gave them: a list stays a list, an array an
array. Rows are appended and set in a copy that belongs to the source, and only as
long as nobody else holds that, so neither a list that several sources were made
from nor one that was read from a source is edited behind anybody's back.
"""

from __future__ import annotations

import array
from collections.abc import Iterator, Mapping, Sized
from operator import index as whole
from typing import TYPE_CHECKING, Any, TypeAlias

from syncd.errors import RowsError, shown
from syncd.model.arrays import ARRAYS, meet
from syncd.model.changes import (
    ColumnsChanged,
    ColumnsPatched,
    ColumnsStreamed,
    FieldChanged,
)
from syncd.model.containers import FieldDict
from syncd.model.foreign import rows_of
from syncd.model.formless import check_items
from syncd.model.holding import is_held_elsewhere, is_shared, own_copy
from syncd.model.kinds import Kind
from syncd.model.rows import (
    appended,
    are_same_numbers,
    check_patch,
    check_together,
    extended_in_place,
    fitting_rows,
    put_rows,
)


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from syncd.model.cells import CellIndex
    from syncd.model.field import Field
    from syncd.model.model import Model
    from syncd.model.rows import Room

    RowPatch: TypeAlias = tuple[int | slice | CellIndex, Any]

__all__ = ["ColumnDict", "ColumnsKind", "length_of"]

_PLAIN = frozenset({list, tuple, array.array})

_MOST_ROWS = 2**53 - 1
"""The largest number that browsers tell from its neighbours."""

_KINDS = frozenset("biufMOSUT")
"""The kinds of numpy's types that columns may be of, whatever their size."""


def check_column(name: Any, values: Any) -> Any:
    """Return the column to store, or raise `ValueError` with the reason.

    What comes from another library becomes an array or a list. A pandas series,
    for one, has an index that would tell its rows apart by other numbers than ours.
    """
    if not isinstance(name, str):
        message = f"a column is called {shown(name)}, expected a string"
        raise ValueError(message)  # the field turns it into a FieldError
    cls = type(values)
    if cls in _PLAIN:
        if values and hasattr(type(values[0]), "to_numpy"):
            return [rows_of(row) for row in values]  # series, one for each row
        return values if cls is array.array else check_items(name, values)
    if cls in ARRAYS and values.ndim and values.dtype.kind in _KINDS:
        return check_items(name, values) if values.dtype.kind == "O" else values
    reason = "expected a list, tuple or array"
    if not isinstance(values, str | bytes | Mapping | set | frozenset):
        try:
            values = rows_of(values)
        except ValueError as error:
            message = f"column {name!r}: {error}"
            raise ValueError(message) from None
        cls = type(values)
        if hasattr(cls, "__array_interface__") and hasattr(cls, "__len__"):
            reason = _misfit(values)
            meet(values)
        elif isinstance(values, Sized) and not isinstance(values, str | bytes):
            return values
    if reason:
        message = f"column {name!r} is {shown(values)}, {reason}"
        raise ValueError(message)
    return values


def _misfit(values: Any) -> str:
    """Return why an array can be no column; nothing if it can."""
    kind = values.dtype.kind
    if not values.shape:
        return "expected a list, tuple or array of at least one dimension"
    if kind == "c":
        return "expected real numbers; use .real, .imag or abs()"
    if kind == "m" and values.dtype.str.partition("[")[2] in {"Y]", "M]", ""}:
        return f"expected durations in days or less, as {values.dtype} has no length"
    if kind != "m" and kind not in _KINDS:
        return f"expected columns of plain values, not {values.dtype}"
    return ""


def length_of(columns: Mapping[str, Any]) -> int:
    """Return the number of rows: the length of the shortest column."""
    return min(map(len, columns.values()), default=0)


def _told_lengths(columns: Mapping[str, Any]) -> str:
    lengths = {name: len(column) for name, column in columns.items()}
    return f"the lengths are {shown(lengths)}"


def _has_iterators(columns: Mapping[str, Any]) -> bool:
    return any(isinstance(column, Iterator) for column in columns.values())


def _check_pairs(label: str, name: str, column: Any, pairs: Any) -> list[RowPatch]:
    """Check the patches of one column.

    The cells of a row are looked at as they are before the patch, so no row is
    replaced in the same one.
    """
    if isinstance(pairs, str) or not hasattr(pairs, "__iter__"):
        reason = (
            f"column {name!r} got {shown(pairs)}, expected pairs of index and value"
        )
        raise RowsError(label, reason)
    checked = [check_patch(label, name, column, pair) for pair in pairs]
    partly = {index[0] for index, _ in checked if type(index) is tuple}
    for index, _ in checked if partly else ():
        wholly = () if type(index) is tuple else _places(index)
        if not partly.isdisjoint(wholly):
            reason = (
                f"column {name!r} has a row set as a whole and in part: row"
                f" {min(partly.intersection(wholly))}; use two patches"
            )
            raise RowsError(label, reason)
    check_together(label, name, column, checked)
    return checked


def _places(index: Any) -> Iterable[int]:
    if isinstance(index, slice):
        return range(index.start, index.stop, index.step)
    return (index,)


class ColumnsKind(Kind):
    """A mapping from column names to sequences of equal length."""

    container = "columns"
    expected = "a dict of columns (list, tuple or array) of equal length"

    def check(self, value: Any) -> dict[str, Any]:
        if type(value) is not dict and not isinstance(value, Mapping):
            raise ValueError
        columns = {name: check_column(name, value[name]) for name in value}
        if len(set(map(len, columns.values()))) > 1:
            raise ValueError(_told_lengths(columns))
        return columns

    def explain(self, value: Any) -> str:
        if isinstance(value, Mapping) and _has_iterators(value):
            return self.expected  # they have nothing left to look at
        try:
            self.check(value)
        except ValueError as error:
            reason = str(error)
            return f"{self.expected}; {reason}" if reason else self.expected
        return self.expected

    def schema(self) -> dict[str, Any]:
        return {"kind": "columns"}


class ColumnDict(FieldDict):
    """The columns of a source; item-wise edits send just those columns."""

    __slots__ = ("_owned", "dropped")

    def __init__(self, items: Any, model: Model, field: Field) -> None:
        super().__init__(items, model, field)
        self._owned: dict[str, Room | None] = {}
        self.dropped = 0

    def _take(self, items: Mapping[Any, Any]) -> None:
        self._owned.clear()
        super()._take(items)

    def _edit(self, edit: Callable[[dict[Any, Any]], Any]) -> Any:
        """Remove columns; those that stay may be of unequal length already."""
        field, model = self._field, self._model
        field.check_writer(model)
        before, rest = dict(self), dict(self)
        result = edit(rest)
        if len(rest) < len(before):
            self._take(rest)
            field.publish(model, FieldChanged(model, field.name), before, self)
        return result

    def __setitem__(self, key: str, value: Any) -> None:
        self.update({key: value})

    def update(self, *args: Any, **kwargs: Any) -> None:
        new = dict(*args, **kwargs)
        field, model = self._field, self._model
        field.check_writer(model)
        for name, column in new.items():
            try:
                new[name] = check_column(name, column)
            except ValueError:
                raise field.refusal(model, {name: column}) from None
        self._replace(new)

    def _replace(self, new: dict[str, Any]) -> None:
        old = dict(self)
        for name, column in new.items():
            dict.__setitem__(self, name, column)
            self._owned.pop(name, None)
        change = ColumnsChanged(self._model, self._field.name, tuple(new))
        self._field.publish(self._model, change, old, self)

    def stream(self, new: Mapping[str, Any], rollover: int | None = None) -> None:
        """Append rows to every column and keep the last ``rollover`` rows.

        Less than 1 leaves none: many scripts empty a source in that way. A source
        without columns takes those that come.

        Raises:
            RowsError: Columns are missing, unknown or of unequal length, or
                ``rollover`` is no whole number. Nothing was changed.
        """
        field, model = self._field, self._model
        field.check_writer(model)
        if rollover is not None and (
            type(rollover) is not int or not 0 <= rollover <= _MOST_ROWS
        ):
            rollover = self._kept(rollover)
        if not self and new:
            self._replace(self._first_rows(new, rollover))
            return
        rows, others = self.check_stream(new, rollover)
        if not rows:
            return
        change = self._extend(rows, others, rollover)
        field.publish(model, change, self, self)

    def _kept(self, rollover: Any) -> int:
        """Return how many rows to keep, or raise `RowsError`."""
        try:
            return min(max(whole(rollover), 0), _MOST_ROWS)
        except TypeError:
            reason = f"rollover is {rollover!r}, expected None or how many rows to keep"
            raise RowsError(f"{self._model.type_name}.stream", reason) from None

    def _first_rows(self, new: Mapping[str, Any], rollover: int | None) -> Any:
        """Return the columns of a source that has none yet, or raise `RowsError`."""
        try:
            columns = self._field.kind.check(new)
        except ValueError as error:
            label = f"{self._model.type_name}.stream"
            raise RowsError(label, f"of the new columns, {error}") from None
        drop = 0 if rollover is None else max(length_of(columns) - rollover, 0)
        return {name: own_copy(column[drop:]) for name, column in columns.items()}

    def check_stream(
        self, new: Mapping[str, Any], rollover: int | None
    ) -> tuple[dict[str, Any], Sequence[str]]:
        """Return the rows to append, or raise `RowsError`.

        Returns:
            The rows by column, and the columns that are no simple array of the same
            numbers.
        """
        label = f"{self._model.type_name}.stream"
        if self.keys() != new.keys():
            missing = sorted(self.keys() - new.keys())
            extra = sorted(map(str, new.keys() - self.keys()))
            reason = f"rows need a value for every column (missing: {missing}, extra: {extra})"
            raise RowsError(label, reason)
        rows: dict[str, Any] = {}
        others: list[str] = []
        lengths: set[int] = set()
        for name, column in self.items():
            added = new[name]
            if not are_same_numbers(column, added):
                others.append(name)
                try:
                    added = check_column(name, added)
                except ValueError as error:
                    raise RowsError(label, f"of the new rows, {error}") from None
            rows[name] = added
            lengths.add(len(added))
        if len(lengths) > 1:
            told = shown({name: len(column) for name, column in rows.items()})
            raise RowsError(label, f"new columns have unequal lengths {told}")
        if rollover is None and not any(lengths):
            return {}, ()
        for name in others:
            rows[name] = fitting_rows(label, name, self[name], rows[name])
        return rows, others

    def _extend(
        self, rows: dict[str, Any], others: Sequence[str], rollover: int | None
    ) -> ColumnsStreamed:
        """Append checked rows without telling anybody; return the change.

        ``dropped`` counts the rows that ever rolled over, so that whoever
        knew a row by its index can find it again.
        """
        before = length_of(self)
        sent: dict[str, Any] = {}
        for name, added in rows.items():
            # The author may fill the same array again before this is told, and may
            # edit what was read before: that stays theirs.
            room = self._owned.get(name)
            if room is not None and is_shared(self, name, room):
                room = None
            column = self[name]
            if name not in others or are_same_numbers(column, added):
                sent[name] = added.copy()
                column, room = extended_in_place(column, added, rollover, room)
                self._owned[name] = room
            else:
                del column  # whoever holds it keeps it as it is
                sent[name] = own_copy(added)
                column = appended(self._own(name), added, rollover)
            dict.__setitem__(self, name, column)
        self.dropped += before + length_of(rows) - length_of(self)
        return ColumnsStreamed(self._model, self._field.name, sent, rollover)

    def patch(self, patches: Mapping[str, Sequence[tuple[Any, Any]]]) -> None:
        """Set single rows, or slices of rows, to other values.

        Args:
            patches: For each column pairs of an index, or a slice of positive
                step without negative bounds, and a value or as many values. In
                columns whose rows are arrays, the index may be a tuple of a row
                and an index or slice for each of its dimensions.

        Raises:
            RowsError: A column is unknown, or an index outside. Nothing was
                changed.
        """
        field, model = self._field, self._model
        field.check_writer(model)
        checked = self.check_patches(patches)
        if not checked:
            return
        change = self.patch_rows(checked)
        field.publish(model, change, self, self)

    def check_patches(self, patches: Any) -> dict[str, list[RowPatch]]:
        """Return the patches as they will be stored, or raise `RowsError`."""
        label = f"{self._model.type}.patch"
        if not isinstance(patches, Mapping):
            reason = f"got {shown(patches)}, expected a dict of column names and lists"
            raise RowsError(label, reason)
        extra = sorted(map(str, patches.keys() - self.keys()))
        if extra:
            raise RowsError(label, f"can only patch existing columns (extra: {extra})")
        checked = {
            name: _check_pairs(label, name, self[name], pairs)
            for name, pairs in patches.items()
        }
        return {name: pairs for name, pairs in checked.items() if pairs}

    def patch_rows(self, patches: dict[str, list[RowPatch]]) -> ColumnsPatched:
        """Apply checked patches without telling anybody; return the change."""
        for name, pairs in patches.items():
            column = self._own(name)
            for index, value in pairs:
                column = put_rows(column, index, value)
            dict.__setitem__(self, name, column)
        return ColumnsPatched(self._model, self._field.name, patches)

    def _own(self, name: str) -> Any:
        """Return a column that may be edited in place."""
        foreign = name not in self._owned
        # What is set in place may be moved, so there is no room behind it any more.
        self._owned[name] = None
        if foreign or is_held_elsewhere(self, name):
            dict.__setitem__(self, name, own_copy(self[name]))
        return self[name]
