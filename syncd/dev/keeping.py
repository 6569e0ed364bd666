"""Which values of a document outlive a change of the code that made it.

Three documents are compared, as when texts are merged: the one that the old code
made, what became of it, and the one that the new code made. A value is kept if
something has changed it since the old code set it, and the new code sets the same
as the old one did. Where the code says something else now, that is what its author
wants to see.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from syncd.apps import Execution
from syncd.errors import LocalProtocolError
from syncd.model import ColumnDict, models_in
from syncd.models import Selection
from syncd.protocol import SetField, encode_change


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from syncd.document import Document
    from syncd.model import Model
    from syncd.session import Session

    Marks = dict[str, bytes]
    Initial = Mapping[int, Marks]


__all__ = ["Kept", "Life", "kept_values", "matches", "restore"]

_RETURN_MS = 200
"""Milliseconds that browsers have to come back before coroutines go on."""

_OF_THE_CODE = frozenset({"name", "subscribed_events"})
"""Fields whose values are the code's own business."""


class Life(Execution):
    """A run of an application that remembers what its code has set."""

    __slots__ = ("initial",)

    initial: Initial
    """What stands for the values of each model, by its id."""

    def __call__(self, document: Document) -> None:
        """Run the application, and look at what it has made."""
        self.initial = {}
        super().__call__(document)
        self.initial = {
            number: _marks(model) for number, model in document.models.items()
        }


class Kept(NamedTuple):
    """A value for a field of a model of the new document."""

    model: Model
    field: str
    value: Any


def kept_values(
    old: Document, old_initial: Initial, new: Document, new_initial: Initial
) -> list[Kept]:
    """Return what of a document is to be found in the one that follows it.

    Args:
        old: The document as it is.
        old_initial: What its code made of it.
        new: The document that follows.
        new_initial: What its code made of it.
    """
    found = []
    for before, after in matches(old, old_initial, new, new_initial):
        base, ours = old_initial.get(before.id or 0), new_initial.get(after.id or 0)
        if base is None or ours is None:
            continue
        present = _marks(before)
        for name in sorted(base.keys() | present.keys()):
            touched = present.get(name) != base.get(name)
            same = ours.get(name) == base.get(name) and name not in _OF_THE_CODE
            if touched and same:
                value = before.fields()[name].__get__(before)
                if _is_data(value):
                    continue
                if _same_kind(before, after, name) and _fits(after, name, value):
                    found.append(Kept(after, name, value))
    return found


def restore(session: Session, kept: list[Kept]) -> None:
    """Set values as a person would, in the session's turn.

    Those that nobody listens to come first: then the callbacks of the others see
    everything, and have the last word about what they compute. Those of them that
    go on after they have returned do so when browsers have had time to come back.
    """
    document = session.document
    going_on: list[Any] = []
    wait, document.on_awaitable = document.on_awaitable, going_on.append
    try:
        with document.transact():
            for model, name, value in sorted(kept, key=_listened):
                if model.document is document:
                    session.run_guarded(setattr, model, name, value)
    finally:
        document.on_awaitable = wait
    for result in going_on:
        document.add_timeout_callback(partial(_itself, result), _RETURN_MS)


def _itself(result: Any) -> Any:
    return result


def _listened(kept: Kept) -> bool:
    return kept.model.has_callbacks(kept.field)


# Models


def matches(
    old: Document, old_initial: Initial, new: Document, new_initial: Initial
) -> list[tuple[Model, Model]]:
    """Return the models of two documents that are the same to their author.

    They have the same type, and the same name; else the code calls them by the
    same title or label; else they are at the same place of models that match. A
    name or a title that several of a type have says nothing.
    """
    found: dict[Model, Model] = {}
    taken: set[Model] = set()

    def pair(before: Model, after: Model) -> None:
        free = before not in found and after not in taken
        if free and before.type == after.type:
            found[before] = after
            taken.add(after)
            waiting.append((before, after))

    waiting: list[tuple[Model, Model]] = []
    for fields in (("name",), ("title", "label")):
        others = _by_call(new, new_initial, fields)
        for call, before in _by_call(old, old_initial, fields).items():
            if before is not None and (after := others.get(call)) is not None:
                pair(before, after)
    for before, after in zip(old.roots, new.roots, strict=False):
        pair(before, after)
    while waiting:
        before, after = waiting.pop(0)
        places = dict(_children(after))
        for place, child in _children(before):
            if place in places:
                pair(child, places[place])
    return [*found.items()]


def _by_call(
    document: Document, initial: Initial, fields: tuple[str, ...]
) -> dict[tuple[str, bytes], Model | None]:
    """Return models by type and what code calls them; ``None`` for several."""
    found: dict[tuple[str, bytes], Model | None] = {}
    for number, model in document.models.items():
        marks = initial.get(number, {})
        call = next((marks[name] for name in fields if name in marks), None)
        if call is not None:
            key = model.type, call
            found[key] = None if key in found else model
    return found


def _children(model: Model) -> Iterator[tuple[tuple[str, int], Model]]:
    """Yield the models that a model refers to, by field and place in it."""
    for name, field in model.fields().items():
        if field.kind.refers:
            for place, child in enumerate(models_in(field.__get__(model))):
                yield (name, place), child


# Values


def _marks(model: Model) -> Marks:
    """Return what stands for the values of a model that are no defaults.

    Data are the business of the code: neither columns nor the numbers of their
    rows are among them, nor what holds models.
    """
    if isinstance(model, Selection):
        return {}
    marks = {}
    fields = model.fields()
    for name, value in model.wire_fields().items():
        # As it is stored: reading an attribute may make a model.
        if not _is_data(fields[name].__get__(model)):
            try:
                fragment = encode_change(SetField(1, name, value))
            except LocalProtocolError:
                continue
            buffers = b"".join(bytes(memoryview(item)) for item in fragment.buffers)
            marks[name] = fragment.json + buffers
    return marks


def _is_data(value: Any) -> bool:
    if isinstance(value, ColumnDict):
        return True
    return bool(models_in(value))


def _same_kind(before: Model, after: Model, name: str) -> bool:
    """Tell whether a field still takes what it took."""
    old, new = type(before).fields().get(name), type(after).fields().get(name)
    if old is None or new is None:
        return False
    return old is new or old.kind.schema() == new.kind.schema()


def _fits(model: Model, name: str, value: Any) -> bool:
    """Tell whether a value is one that people could choose now."""
    try:
        model.fields()[name].kind.check(value)
    except ValueError:
        return False
    chosen = value if isinstance(value, list | tuple) else [value]
    if name.startswith("value"):
        return _in_range(model, chosen) and _among_options(model, chosen)
    if name == "active":
        count = len(_get(model, "labels") or _get(model, "tabs") or chosen)
        return all(not isinstance(item, int) or item < count for item in chosen)
    return True


def _in_range(model: Model, chosen: Any) -> bool:
    start, end = _get(model, "start"), _get(model, "end")
    if start is None or end is None:
        return True
    try:
        return all(start <= item <= end for item in chosen)
    except TypeError:
        return True


def _among_options(model: Model, chosen: Any) -> bool:
    options = _get(model, "options")
    if not options or not isinstance(options, list | dict):
        return True
    groups = options.values() if isinstance(options, dict) else [options]
    values = [
        item[0] if isinstance(item, list | tuple) else item
        for group in groups
        for item in group
    ]
    return all(item in values or not item for item in chosen)


def _get(model: Model, name: str) -> Any:
    return getattr(model, name) if name in model.fields() else None
