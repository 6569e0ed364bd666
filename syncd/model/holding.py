"""Who holds a column, so that only what nobody else sees is edited in place."""

from __future__ import annotations

import array
from sys import getrefcount
from typing import Any

from syncd.model.arrays import ARRAYS


__all__ = ["is_held_elsewhere", "is_shared", "own_copy"]

_probe: list[Any] = [[]]

_ALONE = getrefcount(_probe[0])
"""How often something is counted to be referred to that only one container holds."""


def is_held_elsewhere(container: Any, key: Any) -> bool:
    """Tell whether anybody but the container holds an item, or the buffer it is in.

    The interpreter counts who refers to an object. So a copy is made only where
    somebody could see an edit: another source, or who has read the column.
    """
    if getrefcount(container[key]) > _ALONE:
        return True
    if getattr(container[key], "base", None) is None:
        return False
    return getrefcount(container[key].base) > _ALONE


def is_shared(container: Any, key: Any, room: tuple[Any, int]) -> bool:
    """Tell the same of an item in a buffer that its container has room in."""
    if getrefcount(container[key]) > _ALONE:
        return True
    return getrefcount(room[0]) > _ALONE + 1


def own_copy(column: Any) -> Any:
    """Return a copy that rows can be appended to or set in."""
    if type(column) in ARRAYS:
        return column.copy()
    if isinstance(column, tuple):
        return list(column)
    if isinstance(column, list):
        return column[:]
    copy = getattr(column, "copy", None)
    if copy is not None:
        return copy()
    if isinstance(column, array.array):
        return column[:]
    return list(column)
