"""How much browsers may add to a document, whatever the number of their messages.

Each message has its limit, but rows that are streamed stay, and so do models and
texts. To look how large a document is takes long, so that is done only after as
much has come as there was room for.
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

_STEPS = 4
"""Parts of the limit that come between two looks at a document that is nearly full."""

_RESPITE = 20
"""How much longer than a look at a document that is full it is not looked at again."""


class Intake:
    """Keeps what browsers add to a document within a limit.

    What Python adds is not limited, so that counts which has come since browsers
    began to add something, and only if they have sent as much themselves.

    Args:
        document: The document.
        limit: Bytes in memory.
        clock: The time in seconds.
    """

    __slots__ = ("_clock", "_document", "_full_until", "_left", "_limit", "_most")

    def __init__(
        self, document: Document, limit: int, clock: Callable[[], float]
    ) -> None:
        self._document = document
        self._limit = limit
        self._clock = clock
        self._most: int | None = None
        self._left = limit
        self._full_until = 0.0

    def has_room(
        self, models: Sequence[NewModel], changes: Sequence[ClientChange]
    ) -> bool:
        """Tell whether there is room for what a message adds.

        Args:
            models: Those that it brings.
            changes: What it does with them and others.
        """
        added: list[Any] = []
        for change in changes:
            if type(change) is SetField:  # by far the most, so nothing is called
                value = change.value
                if type(value) not in _NUMBERS and (
                    type(value) is not str or len(value) > _SHORT
                ):
                    added.append(value)
            else:
                added += _added(change)
        for model in models:
            added.append(model.fields)
        if not added:
            return True
        if self._most is None:
            self._most = self._held() + self._limit
        size = held_bytes(added)
        self._left -= size
        return self._left >= 0 or self._look(self._most, size)

    def _look(self, most: int, size: int) -> bool:
        """Find out how much there is now, and tell whether there is room."""
        began = self._clock()
        room = -1
        if began >= self._full_until:
            room = most - self._held() - size
        if room >= 0:
            self._left = max(room, self._limit // _STEPS)
            return True
        took = self._clock() - began
        self._full_until = max(self._full_until, began + _RESPITE * took)
        self._left = 0
        return False

    def _held(self) -> int:
        models = self._document.models.values()
        return held_bytes([model.held_values() for model in models])


def _added(change: ClientChange) -> list[Any]:
    """Return what may make something larger."""
    if isinstance(change, PatchRows):
        values = [value for pairs in change.patches.values() for _, value in pairs]
        return [] if _NUMBERS.issuperset(map(type, values)) else [values]
    if isinstance(change, ReplaceColumns | StreamRows):
        return [change.columns]
    return []


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
    rest += [[*value.flat] for value in group if value.dtype.kind == "O"]
    return sum(value.nbytes for value in group)
