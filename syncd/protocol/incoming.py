"""Bytes from a peer to records, with nothing taken on trust.

Whatever the bytes are, the outcome is a record or a `RemoteProtocolError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec.structs import force_setattr

from syncd.errors import MalformedMessageError, RemoteProtocolError
from syncd.protocol.column import MAX_SAFE
from syncd.protocol.decoding import Budget, PartReader
from syncd.protocol.encoding import MAX_SENT_DEPTH
from syncd.protocol.framing import check_items, check_structure, split
from syncd.protocol.messages import (
    Apply,
    ClientMessage,
    ClientPatch,
    Hello,
    NewModel,
    Patch,
    PatchRows,
    ReplaceColumns,
    ServerMessage,
    SetField,
    Snapshot,
    StreamRows,
    UIEvent,
)


if TYPE_CHECKING:
    from collections.abc import Sequence

    from msgspec import Struct
    from msgspec.json import Decoder

__all__ = ["decode_apply", "decode_message", "decode_server_message"]

_M = TypeVar("_M", bound="Struct")

MAX_CLIENT_DEPTH = 64
"""Levels of JSON that a client may send (section 4)."""

MAX_CONTAINERS = 250_000
"""Lists and objects in a message of a client: half a second at most."""

MAX_MAP_PAIRS = 10_000
"""Pairs in all maps of a message of a client: half a second at most."""

MAX_ITEMS = 1_000_000
"""Values in a message of a client: as many full numbers as fit into 20 MiB."""

MAX_MEMBERS = 250_000
"""Members of all objects in a message of a client: half a second at most."""

MAX_ELEMENTS = 5_000
"""Changes and models in a message of a client: half a second at most."""

MAX_HELLO = 65_536
"""Bytes of a ``hello``, whose arguments stay as long as the session does."""

_UNLIMITED = 2**63
_PLAIN = frozenset({str, float, bool, type(None)})
_WITH_CHANGES = frozenset({ClientPatch, Apply, Patch})

_client: Decoder[ClientMessage] = msgspec.json.Decoder(ClientMessage)
_server: Decoder[ServerMessage] = msgspec.json.Decoder(ServerMessage)
_apply: Decoder[Apply] = msgspec.json.Decoder(Apply)
_anything = msgspec.json.Decoder()


def decode_message(
    data: bytes | str,
    *,
    max_size: int,
    max_depth: int = MAX_CLIENT_DEPTH,
    text: bool | None = None,
) -> ClientMessage:
    """Return the record of a message that a client sent.

    References to models are `Reference` objects, arrays are `array.array`
    (nested lists if they have more dimensions), slices are `slice`.

    Args:
        data: The message as it came; text may be given as UTF-8.
        max_size: The limit in bytes.
        max_depth: The limit in levels of JSON.
        text: Whether it came as text; if not given, the data tell.

    Raises:
        RemoteProtocolError: The message breaks the protocol; ``close_code``
            is what to answer.
    """
    header, area = split(data, max_size=max_size, text=text)
    check_items(header, MAX_ITEMS, MAX_MEMBERS)
    message = _decode_client(_client, header, area, max_depth)
    if type(message) is ClientPatch:
        count = len(message.changes) + len(message.models)
        if count > MAX_ELEMENTS:
            raise RemoteProtocolError(
                f"message with {count} changes and models is over the limit of"
                f" {MAX_ELEMENTS}",
                close_code=1009,
            )
    elif type(message) is Hello and len(data) > MAX_HELLO:
        raise RemoteProtocolError(
            f"hello of {len(data)} bytes is over the limit of {MAX_HELLO}; arguments"
            " are for names and numbers",
            close_code=1009,
        )
    return message


def decode_apply(data: bytes | str, *, max_size: int) -> Apply:
    """Return the record of an ``apply`` request of the control API.

    Raises:
        RemoteProtocolError: As `decode_message` does.
    """
    header, area = split(data, max_size=max_size)
    return _decode_client(_apply, header, area, MAX_CLIENT_DEPTH)


def decode_server_message(
    data: bytes | str, *, max_size: int, text: bool | None = None
) -> ServerMessage:
    """Return the record of a message that the server sent.

    Raises:
        RemoteProtocolError: As `decode_message` does.
    """
    header, area = split(data, max_size=max_size, text=text)
    check_structure(header, MAX_SENT_DEPTH, _UNLIMITED)
    message = _decode(_server, header)
    _resolve(message, area, Budget(pairs=_UNLIMITED, lists=_UNLIMITED))
    return message


def _decode_client(
    decoder: Decoder[_M], header: bytes, area: memoryview, max_depth: int
) -> _M:
    check_structure(header, max_depth, MAX_CONTAINERS)
    message = _decode(decoder, header)
    if area or not _is_plain_patch(message):
        budget = Budget(pairs=MAX_MAP_PAIRS, lists=MAX_CONTAINERS)
        _resolve(message, area, budget)
    return message


def _decode(decoder: Decoder[_M], header: bytes) -> _M:
    try:
        return decoder.decode(header)
    except msgspec.ValidationError as error:
        _check_json(header)
        raise _violation(error) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _invalid(error) from None


def _check_json(header: bytes) -> None:
    """Raise if it is not even JSON, wherever the schema gave up before."""
    try:
        _anything.decode(header)
    except msgspec.ValidationError:
        return
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _invalid(error) from None


def _invalid(error: Exception) -> MalformedMessageError:
    return MalformedMessageError(f"expected JSON in UTF-8: {error}", close_code=1007)


def _violation(error: msgspec.ValidationError) -> MalformedMessageError:
    expected, _, position = str(error).partition(" - at `$")
    expected = expected[:1].lower() + expected[1:]
    return MalformedMessageError(expected, position=position.strip(".`"))


def _resolve(message: Struct, area: memoryview, budget: Budget) -> None:
    """Resolve all values, and see that the elements share out the buffers."""
    offset = 0
    for member, elements in _elements(message):
        for number, element in enumerate(elements):
            if _is_plain(element):
                continue
            end = offset + getattr(element, "size", 0)
            try:
                _resolve_part(element, area, offset, end, budget)
            except MalformedMessageError as error:
                position = f"{member}[{number}]" if member != "detail" else member
                raise MalformedMessageError(error.expected, position=position) from None
            offset = end
    if offset != len(area):
        raise MalformedMessageError(
            f"expected a buffer area of {offset} bytes, got {len(area)}"
        )


def _elements(message: Any) -> tuple[tuple[str, Sequence[Struct]], ...]:
    """Return what owns values or buffers, in the order of section 3."""
    cls = type(message)
    if cls is UIEvent:
        return (("detail", (message,)),)
    if cls in _WITH_CHANGES:
        return (("models", message.models), ("changes", message.changes))
    return (("models", message.models),) if cls is Snapshot else ()


def _is_plain_patch(message: Struct) -> bool:
    """Tell whether there is nothing to resolve in it: most patches are like that."""
    if type(message) is not ClientPatch or message.models:
        return False
    return all(map(_is_plain, message.changes))


def _is_plain(element: Struct) -> bool:
    """Tell whether there is nothing to resolve: most are sets of such a value."""
    if type(element) is not SetField or element.size:
        return False
    value = element.value
    cls = type(value)
    return cls in _PLAIN or (cls is int and -MAX_SAFE <= value <= MAX_SAFE)


def _resolve_part(
    element: Struct, area: memoryview, start: int, end: int, budget: Budget
) -> None:
    """Resolve the values of an element, which must use its part of the area."""
    if end > len(area):
        raise MalformedMessageError(
            f"expected `bytes` within a buffer area of {len(area)} bytes, got {end}"
        )
    reader = PartReader(area[start:end], budget)
    _resolve_element(element, reader)
    reader.finish()


def _resolve_element(element: Struct, reader: PartReader) -> None:
    """Write values into a record; nobody else has seen it yet."""
    match element:
        case SetField(value=value):
            force_setattr(element, "value", reader.value(value))
        case ReplaceColumns(columns=columns) | StreamRows(columns=columns):
            reader.columns(columns)
        case PatchRows(patches=patches):
            reader.patches(patches)
        case NewModel(fields=fields) | UIEvent(detail=fields):
            reader.fields(fields)
        case _:
            return
    if not isinstance(element, UIEvent):
        force_setattr(element, "size", 0)
