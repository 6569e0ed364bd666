# ruff: noqa: D102, PYI034  # the methods are list's and dict's own
"""Lists and dicts in fields that can be edited in place.

An edit in place is a set of the whole field: it is checked, recorded and
seen by callbacks, and a refused edit leaves everything as it was. One that
changes nothing is told to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.model.equality import same_value


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from syncd.model.field import Field
    from syncd.model.model import Model

__all__ = ["FieldDict", "FieldList"]


class FieldList(list[Any]):
    """The list in a field of a model; edits in place are noticed.

    Called as ``list`` is, as by ``type(values)(…)``, it gives a list.
    """

    __slots__ = ("_field", "_model", "augmented")

    def __new__(cls, items: Any = (), *owner: Any) -> Any:
        return list.__new__(cls) if owner else list(items)

    def __init__(self, items: Any, model: Model, field: Field) -> None:
        super().__init__(items)
        self._model = model
        self._field = field
        self.augmented = False
        """Whether ``+=`` edited it, and is about to assign it to the field."""

    def _edit(self, edit: Callable[[list[Any]], Any]) -> Any:
        """Try the edit on a copy, then let the field take the copy."""
        copy = list(self)
        result = edit(copy)
        self._field.replace_content(self._model, self, copy)
        return result

    def _put(self, items: list[Any], put: Callable[[list[Any], list[Any]], Any]) -> Any:
        """Make an edit that brings nothing but these items, in place.

        ``put`` makes it, of a list and of the items as they are stored.
        """
        if self._field.kind.piecewise:
            return self._field.edit_content(self._model, self, items, put)
        return self._edit(lambda copy: put(copy, items))

    def _take(self, items: list[Any]) -> None:
        super().__setitem__(slice(None), items)

    def append(self, item: Any) -> None:
        self._put([item], list.extend)

    def extend(self, items: Any) -> None:
        if items := list(items):
            self._put(items, list.extend)

    def insert(self, index: Any, item: Any) -> None:
        self._put([item], lambda own, new: list.insert(own, index, *new))

    def pop(self, index: Any = -1) -> Any:
        return self._put([], lambda own, _: list.pop(own, index))

    def remove(self, item: Any) -> None:
        self._put([], lambda own, _: list.remove(own, item))

    def clear(self) -> None:
        if self:
            self._put([], lambda own, _: list.clear(own))

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        self._reorder(sorted(self, key=key, reverse=reverse))

    def reverse(self) -> None:
        self._reorder(self[::-1])

    def _reorder(self, items: list[Any]) -> None:
        if any(old is not new for old, new in zip(self, items, strict=True)):
            self._edit(lambda copy: list.__setitem__(copy, slice(None), items))

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, slice):
            items = [*value]
            if not _are_same(self[index], items):
                self._put(items, lambda own, new: list.__setitem__(own, index, new))
        elif not same_value(self[index], value):
            self._put([value], lambda own, new: list.__setitem__(own, index, *new))

    def __delitem__(self, index: Any) -> None:
        if not isinstance(index, slice) or self[index]:
            self._put([], lambda own, _: list.__delitem__(own, index))

    def __iadd__(self, items: Any) -> FieldList:  # type: ignore[misc]
        self.extend(items)
        self.augmented = True
        return self

    def __imul__(self, times: Any) -> FieldList:  # type: ignore[misc]
        if times != 1 and self:
            self._edit(lambda copy: copy.__imul__(times))
        self.augmented = True
        return self

    def __reduce__(self) -> Any:
        return (list, (list(self),))

    def __copy__(self) -> list[Any]:
        return list(self)

    def __deepcopy__(self, memo: Any) -> list[Any]:
        from copy import deepcopy  # noqa: PLC0415  # rarely needed

        return [deepcopy(item, memo) for item in self]


class FieldDict(dict[Any, Any]):
    """The dict in a field of a model; edits in place are noticed.

    Called as ``dict`` is, it gives a dict.
    """

    __slots__ = ("_field", "_model", "augmented")

    def __new__(cls, items: Any = (), *owner: Any, **more: Any) -> Any:
        return dict.__new__(cls) if owner else dict(items, **more)

    def __init__(self, items: Any, model: Model, field: Field) -> None:
        super().__init__(items)
        self._model = model
        self._field = field
        self.augmented = False
        """Whether ``+=`` edited it, and is about to assign it to the field."""

    def _edit(self, edit: Callable[[dict[Any, Any]], Any]) -> Any:
        copy = dict(self)
        result = edit(copy)
        self._field.replace_content(self._model, self, copy)
        return result

    def _put(
        self, items: dict[Any, Any], put: Callable[[dict[Any, Any], Any], Any]
    ) -> Any:
        """Make an edit that brings nothing but these items, in place."""
        if self._field.kind.piecewise:
            return self._field.edit_content(self._model, self, items, put)
        return self._edit(lambda copy: put(copy, items))

    def _take(self, items: Mapping[Any, Any]) -> None:
        super().clear()
        super().update(items)

    def __setitem__(self, key: Any, value: Any) -> None:
        self.update({key: value})

    def __delitem__(self, key: Any) -> None:
        self._put({}, lambda own, _: dict.__delitem__(own, key))

    def update(self, *args: Any, **kwargs: Any) -> None:
        items = dict(*args, **kwargs)
        if any(
            key not in self or not same_value(self[key], item)
            for key, item in items.items()
        ):
            self._put(items, dict.update)

    def pop(self, *args: Any) -> Any:
        if len(args) == 2 and args[0] not in self:  # noqa: PLR2004  # a key and a default
            return args[1]
        return self._put({}, lambda own, _: dict.pop(own, *args))

    def popitem(self) -> tuple[Any, Any]:
        return self._put({}, lambda own, _: dict.popitem(own))  # type: ignore[no-any-return]

    def setdefault(self, key: Any, default: Any = None) -> Any:
        if key in self:
            return self[key]
        self[key] = default
        return self[key]

    def clear(self) -> None:
        if self:
            self._put({}, lambda own, _: dict.clear(own))

    def __ior__(self, other: Any) -> FieldDict:  # type: ignore[misc]
        self.update(other)
        self.augmented = True
        return self

    def __reduce__(self) -> Any:
        return (dict, (dict(self),))

    def __copy__(self) -> dict[Any, Any]:
        return dict(self)

    def __deepcopy__(self, memo: Any) -> dict[Any, Any]:
        from copy import deepcopy  # noqa: PLC0415  # rarely needed

        return {key: deepcopy(item, memo) for key, item in self.items()}


def _are_same(old: list[Any], new: list[Any]) -> bool:
    return len(old) == len(new) and all(map(same_value, old, new))
