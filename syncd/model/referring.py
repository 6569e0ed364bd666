# ruff: noqa: SLF001  # models and their fields are one mechanism
"""What a model holds: other models, and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from syncd.model.columns import ColumnDict


if TYPE_CHECKING:
    from syncd.model.model import Model

__all__ = ["Referring", "models_in"]

_SCALARS = frozenset({str, int, float, bool, type(None)})

# A union is made anew wherever it stands in a function.
_LISTS = (list, tuple)
_LEAVES = (str, int, float)


class Holding(NamedTuple):
    """What fields of a class can hold.

    Attributes:
        places: Those that can hold models, in their order.
        names: The same, in none.
        made: Those of them that are made with a model in them.
    """

    places: dict[str, int]
    names: frozenset[str]
    made: frozenset[str]


class Referring:
    """The part of a model that tells which models its fields hold."""

    __slots__ = ()

    _holding: ClassVar[Holding | None] = None

    _columned: ClassVar[tuple[str, ...]] = ()
    """The fields that hold columns; of a class whose models were asked for what they
    hold, as those of all members of documents are."""

    def held(self: Any) -> list[Model]:
        """Return the models that the fields hold, making defaults first."""
        found: list[Any] = []
        values, holding = self._values, self._holding or self._find_holding()
        names = holding.names.intersection(values)
        if holding.made:
            names |= holding.made
        elif not names:
            return found
        if len(names) > 1:
            names = sorted(names, key=holding.places.__getitem__)
        for name in names:
            if name in values:
                value = values[name]
            else:
                value = self._fields[name]._untouched(self)
            if isinstance(value, Referring):
                found.append(value)
            elif type(value) not in _SCALARS:
                _gather(value, found)
        return found

    @classmethod
    def _find_holding(cls: Any) -> Holding:
        """Find out what the fields can hold, once for the class."""
        fields = cls._fields
        found = [name for name in fields if fields[name].kind.refers]
        holding = cls._holding = Holding(
            {name: place for place, name in enumerate(found)},
            frozenset(found),
            frozenset(name for name in found if fields[name].factory is not None),
        )
        cls._columned = tuple(
            name for name in fields if fields[name].kind.container == "columns"
        )
        return holding

    def forget_drops(self: Any) -> None:
        """Count dropped rows from here on; nobody knew the earlier ones."""
        if self._holding is None:
            self._find_holding()
        for name in self._columned:
            columns = self._values.get(name)
            if type(columns) is ColumnDict:
                columns.dropped = 0


def models_in(value: Any) -> list[Model]:
    """Return the models in a value, however deep in lists and dicts."""
    found: list[Any] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[Any]) -> None:
    """Put the models in a value behind those that were found before."""
    if isinstance(value, Referring):
        found.append(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(key, Referring):
                found.append(key)
            if not isinstance(item, _LEAVES):
                _gather(item, found)
    elif isinstance(value, _LISTS) and not _SCALARS.issuperset(map(type, value)):
        for item in value:
            if isinstance(item, Referring):
                found.append(item)
            elif not isinstance(item, _LEAVES):
                _gather(item, found)
