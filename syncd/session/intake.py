"""How much browsers may add to a document, whatever the number of their messages.

Each message has its limit, but rows that are streamed stay, and so do models and
texts. To look how large a document is takes long, so that is done only where browsers
seem to have added as much as they may.
"""

from __future__ import annotations

from array import array
from itertools import chain
from sys import getsizeof
from typing import TYPE_CHECKING, Any

from syncd.protocol import PatchRows, ReplaceColumns, SetField, StreamRows


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from syncd.document import Document
    from syncd.protocol import ClientChange, NewModel


__all__ = ["Intake", "held_bytes"]

_NUMBERS = frozenset({bool, float, int, type(None)})

_POINTER = 8
_NUMBER = 24

_SHORT = 64
"""Characters of a text that replaces another one and may count for nothing."""

_RESPITE = 20
"""How much longer than a look at a document that is full it is not looked at again."""


class Intake:
    """Keeps what browsers add to a document within a limit.

    What they replace or roll over is taken off again, so what counts is what is there
    because of them, as far as their messages tell. Where that seems to be too much, the
    document is measured: it may hold less by now, since Python has taken rows
    away or nothing refers to their models. What Python adds never counts, and what makes
    the document no larger is never refused.

    Args:
        document: The document.
        limit: Bytes in memory.
        clock: The time in seconds.
    """

    __slots__ = ("_clock", "_document", "_full_until", "_limit", "_own", "_total")

    def __init__(
        self, document: Document, limit: int, clock: Callable[[], float]
    ) -> None:
        self._document = document
        self._limit = limit
        self._clock = clock
        self._own: int | None = None
        """Bytes that were there before browsers added any."""
        self._total = 0
        self._full_until = 0.0

    def has_room(
        self, models: Sequence[NewModel], changes: Sequence[ClientChange]
    ) -> bool:
        """Tell whether there is room for what a message adds, and take note of it.

        Args:
            models: Those that it brings.
            changes: What it does with them and others.
        """
        size = 0
        for change in changes:
            if type(change) is SetField:  # by far the most, so nothing is called
                value = change.value
                if type(value) in _NUMBERS or (
                    type(value) is str and len(value) <= _SHORT
                ):
                    continue
            size += self._growth(change)
        for model in models:
            size += held_bytes([model.fields])
        if not size:
            return True
        if size > 0 and self._own is None:
            self._own = self._held()
        if size > 0 and self._total + size > self._limit and not self._look(size):
            return False
        self._total = max(0, self._total + size)
        return True

    def _look(self, size: int) -> bool:
        """Find out how much there is now, and tell whether there is room."""
        began = self._clock()
        if began < self._full_until:
            return False
        assert self._own is not None
        self._total = min(self._total, max(0, self._held() - self._own))
        took = self._clock() - began
        self._full_until = began + _RESPITE * took
        return self._total + size <= self._limit

    def _growth(self, change: ClientChange) -> int:
        """Return by how much a change makes the document larger, roughly."""
        if isinstance(change, SetField):
            old = self._value(change)
            return held_bytes([change.value]) - held_bytes([old])
        if isinstance(change, PatchRows):
            values = [value for pairs in change.patches.values() for _, value in pairs]
            return 0 if _NUMBERS.issuperset(map(type, values)) else held_bytes(values)
        if not isinstance(change, ReplaceColumns | StreamRows):
            return 0
        columns, old = change.columns, self._value(change)
        known = old if isinstance(old, dict) else {}
        before = [known[name] for name in columns if name in known]
        if isinstance(change, ReplaceColumns):
            return held_bytes([columns]) - held_bytes(before)
        if change.rollover is not None and any(
            len(column) >= change.rollover for column in before
        ):
            return 0  # as many rows go as come
        return held_bytes([columns])

    def _value(self, change: SetField | ReplaceColumns | StreamRows) -> Any:
        """Return what a field holds before a change of it."""
        model = self._document.models.get(change.model)
        return None if model is None else model.held_values().get(change.field)

    def _held(self) -> int:
        models = self._document.models.values()
        return held_bytes([model.held_values() for model in models])


def held_bytes(values: Iterable[Any]) -> int:
    """Return roughly how much memory values take, with what is in them.

    There may be millions: those of a kind are looked at together.
    """
    total = 0
    rest = [list(values)]
    while rest:
        level = rest.pop()
        kinds = set(map(type, level))
        for cls in kinds:
            alike = level
            if len(kinds) > 1:
                alike = [value for value in level if type(value) is cls]
            total += _group_bytes(cls, alike, rest)
    return total


def _group_bytes(cls: type, group: list[Any], rest: list[list[Any]]) -> int:
    """Return what values of a class take; what is in them is left to be looked at."""
    if cls in _NUMBERS:
        return _NUMBER * len(group)
    if issubclass(cls, list | tuple | set | frozenset):
        inside = group[0] if len(group) == 1 and cls is list else None
        rest.append(inside or [*chain.from_iterable(group)])
        # Not what Python has set aside for more, which depends on chance.
        return _POINTER * (7 * len(group) + len(rest[-1]))
    if issubclass(cls, dict):
        rest.append([*chain.from_iterable(group)])
        rest.append([*chain.from_iterable(value.values() for value in group)])
        return _POINTER * (8 * len(group) + 8 * len(rest[-1]))
    if issubclass(cls, array):
        # What browsers stream into lists comes like this, too.
        return (_POINTER + _NUMBER) * sum(map(len, group))
    if not hasattr(cls, "nbytes"):
        return sum(map(getsizeof, group))
    if hasattr(cls, "dtype"):  # arrays, and no views of memory
        rest += [[*value.flat] for value in group if value.dtype.kind == "O"]
    return sum(value.nbytes for value in group)
