"""Elements of messages, encoded: models and changes (sections 6 and 7)."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, get_args

from msgspec import Struct, structs

from syncd.errors import LocalProtocolError
from syncd.model import (
    ColumnsChanged,
    ColumnsPatched,
    ColumnsStreamed,
    FieldChanged,
    RootAdded,
    RootRemoved,
    TitleChanged,
)
from syncd.protocol.encoding import PLAIN, Part, dump
from syncd.protocol.messages import (
    ClientChange,
    NewModel,
    PatchRows,
    ReplaceColumns,
    SetField,
    StreamRows,
)


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.model import Change, Model

__all__ = ["Fragment", "describe_model", "encode_change", "encode_model"]

_HOMELESS = "{!r} belongs to no document and has no id"

_CHANGE_DEPTH = 3
"""Levels of a message around the members of a change or a model."""


class Fragment(Struct, frozen=True, gc=False):
    """One encoded element of a message: its JSON and its buffers.

    The buffers may be arrays of the application, not copies: pack a fragment
    before application code runs again.
    """

    json: bytes
    buffers: tuple[Any, ...] = ()
    size: int = 0


def _fragment(members: dict[str, Any], part: Part) -> Fragment:
    if not part.size:
        return Fragment(dump(members))
    members["bytes"] = part.size
    return Fragment(dump(members), tuple(part.buffers), part.size)


def _id(model: Model) -> int:
    number = model._id  # noqa: SLF001  # likewise
    if number is None:
        raise LocalProtocolError(_HOMELESS.format(model))
    return number


def encode_model(model: Model) -> Fragment:
    """Return a model as it travels, without fields that have their default.

    Raises:
        LocalProtocolError: A field holds what has no form on the wire.
    """
    part = Part()
    return _fragment(describe_model(model, part), part)


def describe_model(model: Model, part: Part) -> dict[str, Any]:
    """Return a model as plain data; its buffers are put into the part."""
    fields = model.wire_fields()
    if fields:
        part.fill(fields, _CHANGE_DEPTH + 1)
    number = model._id  # noqa: SLF001  # a property takes as long as all of this
    if number is None:
        raise LocalProtocolError(_HOMELESS.format(model))
    return {"id": number, "type": model.type, "fields": fields}


def encode_change(change: Change | ClientChange | NewModel) -> Fragment:
    """Return a change as it travels; values are read from the model now.

    Raises:
        LocalProtocolError: A value has no form on the wire.
    """
    encode = _ENCODERS.get(type(change))
    if encode is None:
        raise LocalProtocolError(f"{change!r} is no change")
    return encode(change)


def _field_changed(change: FieldChanged) -> Fragment:
    model, field = change.model, change.field
    value = model.wire_value(field)
    members = {
        "kind": "field_changed",
        "model": _id(model),
        "field": field,
        "value": value,
    }
    cls = type(value)
    if cls in PLAIN or (cls is float and isfinite(value)):
        return Fragment(dump(members))
    part = Part()
    members["value"] = part.value(value, _CHANGE_DEPTH)
    return _fragment(members, part)


def _columns_changed(change: ColumnsChanged) -> Fragment:
    model, field = change.model, change.field
    present = model.wire_value(field)
    part = Part()
    columns = {name: present[name] for name in change.columns if name in present}
    return _fragment(
        {
            "kind": "columns_changed",
            "model": _id(model),
            "field": field,
            "columns": part.columns(columns, _CHANGE_DEPTH),
        },
        part,
    )


def _columns_streamed(change: ColumnsStreamed) -> Fragment:
    part = Part()
    members = {
        "kind": "columns_streamed",
        "model": _id(change.model),
        "field": change.field,
        "columns": part.columns(change.columns, _CHANGE_DEPTH),
    }
    if change.rollover is not None:
        members["rollover"] = change.rollover
    return _fragment(members, part)


def _columns_patched(change: ColumnsPatched) -> Fragment:
    part = Part()
    return _fragment(
        {
            "kind": "columns_patched",
            "model": _id(change.model),
            "field": change.field,
            "patches": part.patches(change.patches, _CHANGE_DEPTH),
        },
        part,
    )


def _root_added(change: RootAdded) -> Fragment:
    members = {
        "kind": "root_added",
        "model": _id(change.model),
        "index": change.index,
    }
    return Fragment(dump(members))


def _root_removed(change: RootRemoved) -> Fragment:
    return Fragment(dump({"kind": "root_removed", "model": _id(change.model)}))


def _title_changed(change: TitleChanged) -> Fragment:
    return Fragment(dump({"kind": "title_changed", "title": change.title}))


def _record(change: Struct) -> Fragment:
    """Encode a record as it would be decoded; Python clients send these."""
    part = Part()
    replaced: dict[str, Any] = {"size": 0}
    match change:
        case SetField(value=value):
            replaced["value"] = part.value(value, _CHANGE_DEPTH)
        case ReplaceColumns(columns=columns) | StreamRows(columns=columns):
            replaced["columns"] = part.columns(columns, _CHANGE_DEPTH)
        case PatchRows(patches=patches):
            replaced["patches"] = part.patches(patches, _CHANGE_DEPTH)
        case NewModel(fields=fields):
            replaced["fields"] = part.fields(fields, _CHANGE_DEPTH)
        case _:
            return Fragment(dump(change))
    replaced["size"] = part.size
    record = structs.replace(change, **replaced)
    return Fragment(dump(record), tuple(part.buffers), part.size)


_ENCODERS: dict[type, Callable[[Any], Fragment]] = {
    FieldChanged: _field_changed,
    ColumnsChanged: _columns_changed,
    ColumnsStreamed: _columns_streamed,
    ColumnsPatched: _columns_patched,
    RootAdded: _root_added,
    RootRemoved: _root_removed,
    TitleChanged: _title_changed,
    **dict.fromkeys(get_args(ClientChange), _record),
    NewModel: _record,
}
