"""Messages to bytes and back: what sessions and clients call.

Encoding has two steps, so that one transaction is encoded once however many
watch: changes and models become fragments, and `pack` joins fragments
without looking into them again.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, structs, to_builtins

from syncd.errors import LocalProtocolError
from syncd.protocol.encoding import Part, dump
from syncd.protocol.fragment import (
    Fragment,
    describe_model,
    encode_change,
    encode_model,
)
from syncd.protocol.framing import join
from syncd.protocol.incoming import (
    decode_apply,
    decode_message,
    decode_server_message,
)
from syncd.protocol.messages import UIEvent


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from syncd.model import Model

__all__ = [
    "Fragment",
    "Payload",
    "decode_apply",
    "decode_message",
    "decode_server_message",
    "encode_change",
    "encode_message",
    "encode_model",
    "encode_record",
    "encode_snapshot",
    "pack",
]


_json_of = attrgetter("json")


class Told(Protocol):
    """What is to be known of a document to tell it as a whole."""

    epoch: str
    revision: int

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def roots(self) -> Sequence[Model]:
        """The models that are shown, in their order."""

    @property
    def models(self) -> Mapping[int, Model]:
        """All models by id."""


class Payload(Struct, frozen=True, gc=False):
    """One WebSocket message; ``data`` is UTF-8 if it is ``text``."""

    data: bytes
    text: bool


def pack(
    head: Mapping[str, Any],
    models: Sequence[Fragment] = (),
    changes: Sequence[Fragment] = (),
) -> Payload:
    """Return the message made of a head and encoded elements.

    Args:
        head: The members beside ``models`` and ``changes``, plain data.
        models: Encoded models; the member is absent if there are none,
            except in a snapshot.
        changes: Encoded changes, likewise, except in a patch of a client.
    """
    kind = head.get("type")
    text = dump(head)[:-1]
    buffers: list[Any] = []
    if models or kind == "snapshot":
        text += b',"models":[%b]' % b",".join(map(_json_of, models))
    if changes or (kind == "patch" and "revision" not in head):
        text += b',"changes":[%b]' % b",".join(map(_json_of, changes))
    for parts in (models, changes):
        for part in parts:
            if part.size:
                buffers += part.buffers
    return _payload(text + b"}", buffers)


def _payload(text: bytes, buffers: Sequence[Any]) -> Payload:
    if not buffers:
        return Payload(text, text=True)
    return Payload(join(text, buffers), text=False)


def encode_message(message: Mapping[str, Any] | Struct) -> Payload:
    """Return a small message that has neither models nor buffers."""
    return Payload(dump(message), text=True)


def encode_snapshot(document: Told, **head: Any) -> Payload:
    """Return a whole document as a ``snapshot``.

    Args:
        document: The document to send.
        **head: Further members, such as ``session`` in the answer to a pull.
    """
    members = {
        "type": "snapshot",
        "epoch": document.epoch,
        "revision": document.revision,
        "title": document.title,
        "roots": [root.id for root in document.roots],
        **head,
    }
    told: list[dict[str, Any]] = []
    buffers: list[Any] = []
    part = Part()
    for model in document.models.values():
        described = describe_model(model, part)
        if part.size:
            described["bytes"] = part.size
            buffers += part.buffers
            part = Part()
        told.append(described)
    members["models"] = told
    return _payload(dump(members), buffers)


def encode_record(message: Struct) -> Payload:
    """Return any message of `syncd.protocol.messages` as it travels.

    Sessions use `pack`, which encodes a transaction once for all peers; this
    is for clients, whose messages are records.

    Raises:
        LocalProtocolError: A value has no form on the wire.
    """
    if isinstance(message, UIEvent):
        return _encode_event(message)
    models = getattr(message, "models", None)
    changes = getattr(message, "changes", None)
    if models is None and changes is None:
        return encode_message(message)
    emptied: dict[str, Any] = {
        name: [] for name in ("models", "changes") if hasattr(message, name)
    }
    head = to_builtins(structs.replace(message, **emptied))
    return pack(
        {name: value for name, value in head.items() if name not in emptied},
        [encode_change(model) for model in models or ()],
        [encode_change(change) for change in changes or ()],
    )


def _encode_event(event: UIEvent) -> Payload:
    part = Part()
    detail = part.fields(event.detail, 1)
    if part.size:
        raise LocalProtocolError("an event has no buffers; use lists in its detail")
    return encode_message(structs.replace(event, detail=detail))
