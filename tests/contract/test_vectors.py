"""The codec does what the shared vectors say (spec/vectors/README.md)."""

from __future__ import annotations

import base64
import json
import struct
from typing import Any

import msgspec
import pytest

from support.vectors import build, describe, load, wire
from syncd.errors import RemoteProtocolError
from syncd.protocol import (
    ClientMessage,
    NewModel,
    PatchRows,
    Payload,
    ReplaceColumns,
    ServerMessage,
    SetField,
    StreamRows,
    UIEvent,
    decode_message,
    decode_server_message,
    encode_record,
)


MAX_SIZE = 2**20
DECODERS = {"client": decode_message, "server": decode_server_message}
RECORDS = {"client": ClientMessage, "server": ServerMessage}


def parametrize(*names: str, canonical: bool = False) -> Any:
    cases = [
        pytest.param(case, id=f"{name}: {case['name']}")
        for name in names
        for case in load(name)
        if not canonical or case.get("canonical", True)
    ]
    return pytest.mark.parametrize("case", cases)


def parse(payload: Payload) -> tuple[Any, bytes]:
    """Return the JSON of an encoded message and its buffer area."""
    if payload.text:
        return json.loads(payload.data), b""
    (length,) = struct.unpack_from("<I", payload.data)
    assert (4 + length) % 8 == 0
    return json.loads(payload.data[4 : 4 + length]), payload.data[4 + length :]


def with_values(record: Any, convert: Any) -> Any:
    """Return a record with every value of section 4 converted."""
    replace = msgspec.structs.replace
    match record:
        case SetField(value=value):
            return replace(record, value=convert(value))
        case ReplaceColumns(columns=columns) | StreamRows(columns=columns):
            converted = {name: convert(item) for name, item in columns.items()}
            return replace(record, columns=converted)
        case PatchRows(patches=patches):
            pairs = {
                name: [(convert(index), convert(value)) for index, value in items]
                for name, items in patches.items()
            }
            return replace(record, patches=pairs)
        case NewModel(fields=fields):
            converted = {name: convert(item) for name, item in fields.items()}
            return replace(record, fields=converted)
        case UIEvent(detail=detail):
            converted = {name: convert(item) for name, item in detail.items()}
            return replace(record, detail=converted)
    members = {
        name: [with_values(item, convert) for item in getattr(record, name)]
        for name in ("models", "changes")
        if getattr(record, name, None)
    }
    return replace(record, **members) if members else record


def described(case: dict[str, Any]) -> Any:
    """Return the record of a described message; its values stay described."""
    return msgspec.convert(case["message"], RECORDS[case["direction"]])


def wrapped(case: dict[str, Any]) -> bytes:
    """Return the value of a case in a client's message."""
    part = base64.b64decode(case.get("part", ""))
    size = f',"bytes":{len(part)}' if part else ""
    header = (
        '{"type":"patch","seq":1,"base":0,"changes":[{"kind":"field_changed",'
        f'"model":1,"field":"f","value":{case["text"]}{size}}}]}}'
    ).encode()
    if not part:
        return header
    header += b" " * (-(4 + len(header)) % 8)
    return struct.pack("<I", len(header)) + header + part


@parametrize("values")
def test_value_decodes_to_what_is_described(case):
    message = decode_message(wrapped(case), max_size=MAX_SIZE)

    assert describe(message.changes[0].value) == describe(build(case["value"]))


@parametrize("values", canonical=True)
def test_described_value_encodes_to_the_same_wire_form(case):
    value = build(case["value"], views=True)
    (change,) = decode_message(wrapped(case), max_size=MAX_SIZE).changes
    change = msgspec.structs.replace(change, value=value)
    message = decode_message(
        b'{"type":"patch","seq":1,"base":0,"changes":[]}', max_size=MAX_SIZE
    )

    payload = encode_record(msgspec.structs.replace(message, changes=[change]))

    header, area = parse(payload)
    assert header["changes"][0]["value"] == json.loads(case["text"])
    assert area == base64.b64decode(case.get("part", ""))


@parametrize("messages", "binary")
def test_message_decodes_to_what_is_described(case):
    data, text = wire(case)

    message = DECODERS[case["direction"]](data, max_size=MAX_SIZE, text=text)

    expected = with_values(described(case), lambda value: describe(build(value)))
    assert with_values(message, describe) == expected


@parametrize("messages")
def test_text_may_come_as_a_string(case):
    message = DECODERS[case["direction"]](case["text"], max_size=MAX_SIZE)

    expected = with_values(described(case), lambda value: describe(build(value)))
    assert with_values(message, describe) == expected


@parametrize("messages", "binary", canonical=True)
def test_described_message_encodes_to_the_same_wire_form(case):
    data, text = wire(case)
    record = with_values(described(case), lambda value: build(value, views=True))

    payload = encode_record(record)

    assert payload.text is text
    assert parse(payload) == parse(Payload(data, text))


@parametrize("messages", "binary")
def test_form_is_told_from_the_data_alone(case):
    data, _ = wire(case)

    message = DECODERS[case["direction"]](data, max_size=MAX_SIZE)

    assert type(message) is type(described(case))


@parametrize("invalid")
def test_invalid_message_is_refused_with_its_close_code(case):
    data, text = wire(case)
    decode = DECODERS[case["direction"]]

    with pytest.raises(RemoteProtocolError) as caught:
        decode(data, max_size=case.get("max_size", MAX_SIZE), text=text)

    assert caught.value.close_code == case["close"]
    assert str(caught.value)
