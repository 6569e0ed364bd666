"""One patch in place of the many that a slow peer did not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.model import (
    ColumnDict,
    ColumnsStreamed,
    FieldChanged,
    RootAdded,
    RootRemoved,
    TitleChanged,
)
from syncd.protocol import encode_change, encode_message, encode_model, pack


if TYPE_CHECKING:
    from collections.abc import Iterator

    from syncd.document import Document
    from syncd.model import Change, Model
    from syncd.protocol import Payload
    from syncd.session.encoded import Touched

__all__ = ["acknowledgement", "encode_merged"]


def acknowledgement(head: dict[str, Any], revision: int) -> Payload:
    """Return the ``ack`` message for members such as ``{"ack": seq}``."""
    message = {"type": "ack", "seq": head["ack"], "revision": revision}
    message.update({key: head[key] for key in ("ids", "rejected") if head.get(key)})
    return encode_message(message)


def encode_merged(
    document: Document, touched: Touched, head: dict[str, Any]
) -> Payload:
    """Return what brings a peer at ``touched.base`` up to date.

    The values are those of now, so no transaction may be under way.
    """
    if touched.base == document.revision and "ack" in head and not touched.fields:
        return acknowledgement(head, document.revision)
    members: dict[str, Any] = {
        "type": "patch",
        "revision": document.revision,
        "base": touched.base,
        **head,
    }
    if touched.by_peers:
        members["peer"] = True
    if touched.removed:
        members["removed"] = list(touched.removed)
    models = [
        encode_model(document.models[number])
        for number in touched.added
        if number in document.models
    ]
    changes = [encode_change(change) for change in _changes(document, touched)]
    return pack(members, models, changes)


def _changes(document: Document, touched: Touched) -> Iterator[Change]:
    for (number, name), rows in touched.fields.items():
        model = document.models.get(number)
        if model is not None:
            yield _field_change(model, name, rows)
    yield from _root_changes(document, touched)
    if touched.title:
        yield TitleChanged(document.title)


def _field_change(model: Model, name: str, rows: int | None) -> Change:
    """Return the rows that came if that is less than the whole field."""
    columns = getattr(model, name)
    if rows is None or not isinstance(columns, ColumnDict):
        return FieldChanged(model, name)
    length = min(map(len, columns.values()), default=0)
    if rows >= length:
        return FieldChanged(model, name)
    tail = {key: column[length - rows : length] for key, column in columns.items()}
    return ColumnsStreamed(model, name, tail, length)


def _root_changes(document: Document, touched: Touched) -> Iterator[Change]:
    """Yield the changes of roots that are left in the end.

    A model whose first change was a removal was a root at the base. Roots
    are added in the order of their places, so that every place fits.
    """
    first = touched.roots
    for change in first.values():
        if isinstance(change, RootRemoved):
            yield change
    for index, root in enumerate(document.roots):
        if id(root) in first:
            yield RootAdded(root, index)
