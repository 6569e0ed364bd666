"""The messages of the protocol as records (sections 5 to 7).

Names are in the protocol's words; what a record means stands there. Records
are frozen. ``size`` is the member ``bytes`` of the wire, and 0 once decoded.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from syncd.protocol.column import MAX_SAFE


__all__ = [
    "Ack",
    "AddRoot",
    "Apply",
    "ClientChange",
    "ClientMessage",
    "ClientPatch",
    "Failure",
    "Hello",
    "NewModel",
    "Patch",
    "PatchRows",
    "Ping",
    "Pong",
    "Reference",
    "Rejection",
    "RemoveRoot",
    "ReplaceColumns",
    "ServerMessage",
    "SetField",
    "SetTitle",
    "Snapshot",
    "StreamRows",
    "UIEvent",
    "Welcome",
]

PROTOCOL = 1

Id: TypeAlias = Annotated[int, Meta(ge=-MAX_SAFE, le=MAX_SAFE)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=MAX_SAFE)]
Seq: TypeAlias = Annotated[int, Meta(ge=1, le=MAX_SAFE)]
Size: TypeAlias = Annotated[int, Meta(ge=8, multiple_of=8, le=MAX_SAFE)]
Tab: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z")]
Name: TypeAlias = Annotated[str, Meta(min_length=1)]


class Reference(Struct, frozen=True):
    """A model, named by its id, in a value."""

    id: int


class _Record(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What all records have in common."""


class NewModel(_Record, frozen=True):
    """A model that joins: its id, its type and what differs from defaults."""

    id: Id
    type: Name
    fields: dict[str, Any]
    size: Size = msgspec.field(default=0, name="bytes")

    def __post_init__(self) -> None:
        if self.id == 0:
            _refuse_id()


class _Change(_Record, frozen=True, tag_field="kind"):
    """What all changes have in common."""


class _ModelChange(_Change, frozen=True):
    """What all changes of a model have in common."""

    model: Id

    def __post_init__(self) -> None:
        if self.model == 0:
            _refuse_id()


class SetField(_ModelChange, frozen=True, tag="field_changed"):
    """A field has this value now."""

    field: str
    value: Any
    size: Size = msgspec.field(default=0, name="bytes")


class ReplaceColumns(_ModelChange, frozen=True, tag="columns_changed"):
    """These columns are replaced or added."""

    field: str
    columns: dict[str, Any]
    size: Size = msgspec.field(default=0, name="bytes")


class StreamRows(_ModelChange, frozen=True, tag="columns_streamed"):
    """Rows are appended; then only the last ``rollover`` rows are kept."""

    field: str
    columns: dict[str, Any]
    rollover: Count | None = None
    size: Size = msgspec.field(default=0, name="bytes")


class PatchRows(_ModelChange, frozen=True, tag="columns_patched"):
    """Rows named by index or by `slice` get other values."""

    field: str
    patches: dict[str, list[tuple[Any, Any]]]
    size: Size = msgspec.field(default=0, name="bytes")


class AddRoot(_ModelChange, frozen=True, tag="root_added"):
    """The model is a root now, at this place."""

    index: Count


class RemoveRoot(_ModelChange, frozen=True, tag="root_removed"):
    """The model is no root any more."""


class SetTitle(_Change, frozen=True, tag="title_changed"):
    """The document has another title."""

    title: str


ClientChange: TypeAlias = (
    SetField | ReplaceColumns | StreamRows | PatchRows | AddRoot | RemoveRoot | SetTitle
)
"""Any change of section 7; the server's have the same form."""


class Hello(_Record, frozen=True, tag_field="type", tag="hello"):
    """The client's first message; to resume, all of the last three."""

    protocol: Literal[1] = msgspec.field()
    tab: Tab
    arguments: dict[str, list[str]] | None = None
    epoch: str | None = None
    revision: Count | None = None
    acked: Count | None = None

    def __post_init__(self) -> None:
        given = (self.epoch is None, self.revision is None, self.acked is None)
        if any(given) and not all(given):
            message = "Expected `epoch`, `revision` and `acked`, or none of them"
            raise ValueError(message)

    @property
    def resumes(self) -> bool:
        """Whether the client held the document before."""
        return self.epoch is not None


class ClientPatch(_Record, frozen=True, kw_only=True, tag_field="type", tag="patch"):
    """A transaction of a client; row edits refer to the revision ``base``."""

    seq: Seq
    base: Count | None = None
    changes: list[ClientChange]
    models: list[NewModel] = []

    def __post_init__(self) -> None:
        if self.models:
            _check_provisional(self.models)


class UIEvent(_Record, frozen=True, tag_field="type", tag="event"):
    """Something that a person did; of the document if there is no model."""

    seq: Seq
    name: Name
    model: Id | None = None
    detail: dict[str, Any] = {}


class Ping(_Record, frozen=True, tag_field="type", tag="ping"):
    """A question that is answered by `Pong` with the same number."""

    n: Id


ClientMessage: TypeAlias = Hello | ClientPatch | UIEvent | Ping
"""Any message of section 5."""


class Apply(_Record, frozen=True, tag_field="type", tag="patch"):
    """The body of an ``apply`` request of the control API (section 12)."""

    app: str
    session: str
    base: Count
    epoch: str
    changes: list[ClientChange]
    models: list[NewModel] = []

    def __post_init__(self) -> None:
        if self.models:
            _check_provisional(self.models)


class Rejection(_Record, frozen=True):
    """Why a message of the client was not applied."""

    error: str
    message: str
    seq: Count | None = None


class Welcome(_Record, frozen=True, tag_field="type", tag="welcome"):
    """The server's answer to `Hello`."""

    protocol: Literal[1] = msgspec.field()
    session: str
    epoch: str
    revision: Count
    seq: Count | None
    resume: str
    max_message: Count
    ping_ms: Count
    ids: list[tuple[int, int]] = []
    rejected: list[Rejection] = []


class Snapshot(_Record, frozen=True, tag_field="type", tag="snapshot"):
    """A whole document; ``session`` only where a ``pull`` answers."""

    epoch: str
    revision: Count
    title: str
    roots: list[Count]
    models: list[NewModel]
    session: str | None = None

    def __post_init__(self) -> None:
        if self.models:
            _check_final(self.models)


class Patch(_Record, frozen=True, tag_field="type", tag="patch"):
    """What one or more transactions left, and what it acknowledges."""

    revision: Count
    base: Count | None = None
    changes: list[ClientChange] = []
    models: list[NewModel] = []
    removed: list[Count] = []
    peer: bool = False
    ack: Count | None = None
    ids: list[tuple[int, int]] = []
    rejected: list[Rejection] = []

    def __post_init__(self) -> None:
        if self.models:
            _check_final(self.models)


class Ack(_Record, frozen=True, tag_field="type", tag="ack"):
    """Acknowledges messages that left nothing to send; ``seq`` not on control."""

    revision: Count
    seq: Count | None = None
    ids: list[tuple[int, int]] = []
    rejected: list[Rejection] = []


class Failure(_Record, frozen=True, tag_field="type", tag="error"):
    """A callback of the application failed."""

    id: str
    message: str
    traceback: str | None = None


class Pong(_Record, frozen=True, tag_field="type", tag="pong"):
    """The answer to `Ping`."""

    n: Id


ServerMessage: TypeAlias = Welcome | Snapshot | Patch | Ack | Failure | Pong
"""Any message of section 6."""


def _refuse_id() -> None:
    message = "Expected the id of a model, got 0"
    raise ValueError(message)


def _check_provisional(models: list[NewModel]) -> None:
    """Hold a client to ids of its own (section 5)."""
    ids = {model.id for model in models}
    if any(number > 0 for number in ids):
        message = "Expected a negative id for a model that a client adds"
        raise ValueError(message)
    _check_distinct(ids, models)


def _check_final(models: list[NewModel]) -> None:
    ids = {model.id for model in models}
    if any(number < 0 for number in ids):
        message = "Expected a positive id for a model that the server adds"
        raise ValueError(message)
    _check_distinct(ids, models)


def _check_distinct(ids: set[int], models: list[NewModel]) -> None:
    if len(ids) != len(models):
        message = "Expected distinct ids, got one twice"
        raise ValueError(message)
