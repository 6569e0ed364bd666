"""Whatever the bytes are: a record, or a `RemoteProtocolError`."""

from __future__ import annotations

import array
import json
import math
import struct

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from support.vectors import describe, load, wire
from syncd.errors import RemoteProtocolError
from syncd.protocol import (
    ClientPatch,
    NewModel,
    Patch,
    PatchRows,
    Reference,
    ReplaceColumns,
    SetField,
    StreamRows,
    decode_apply,
    decode_message,
    decode_server_message,
    encode_record,
)
from syncd.protocol.framing import check_structure


MAX_SIZE = 2**16
CLOSE_CODES = {1007, 1009, 4400}
VALID = [wire(case)[0] for name in ("messages", "binary") for case in load(name)]


def refusal(decode, data, **options):
    """Return the error of a decoder, if it refuses; any other one escapes."""
    try:
        decode(data, max_size=MAX_SIZE, **options)
    except RemoteProtocolError as error:
        return error
    return None


def decode_all_ways(data):
    """Decode with every decoder; nothing but the one error may come out."""
    refusals = [
        refusal(decode, data, text=text)
        for text in (None, True, False)
        for decode in (decode_message, decode_server_message)
    ]
    for error in filter(None, [*refusals, refusal(decode_apply, data)]):
        assert error.close_code in CLOSE_CODES
        assert 0 < len(str(error)) < 1000


@given(st.binary(max_size=300) | st.text(max_size=300))
@example(b"\x04\x00\x00\x00    ")
@example("\ud800")
@example(b"[" * 5000)
@example('{"type":"ping","n":' + "1" * 5000 + "}")
def test_arbitrary_data_never_raises_anything_else(data):
    decode_all_ways(data)


@settings(max_examples=300)
@given(st.data())
def test_damaged_messages_never_raise_anything_else(data):
    message = bytearray(data.draw(st.sampled_from(VALID)))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(len(message) - 1, 0)))
        end = data.draw(st.integers(place, min(place + 8, len(message))))
        message[place:end] = data.draw(st.binary(max_size=4))
    decode_all_ways(bytes(message))


TAGS = ("$ref", "$num", "$int", "$map", "$array", "$bytes", "$slice", "$x")
members = st.sampled_from([*TAGS, "at", "length", "shape", "a", ""])
atoms = (
    st.none()
    | st.booleans()
    | st.integers(-10, 100)
    | st.integers(-(2**80), 2**80)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["nan", "float64", "int8", "9007199254740993", "x"])
)
json_values = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(members, inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(json_values, st.integers(0, 5), st.binary(max_size=40))
def test_tags_in_any_place_never_raise_anything_else(value, eighths, area):
    for change in (
        {"kind": "field_changed", "model": 1, "field": "f", "value": value},
        {"kind": "columns_streamed", "model": 1, "field": "f", "columns": {"x": value}},
        {"kind": "columns_patched", "model": 1, "field": "f", "patches": value},
        {"kind": "columns_patched", "model": 1, "field": "f", "patches": {"x": value}},
    ):
        if eighths:
            change["bytes"] = eighths * 8
        head = {"type": "patch", "seq": 1, "base": 0, "changes": [change]}
        header = json.dumps(head).encode()
        decode_all_ways(header)
        header += b" " * (-(4 + len(header)) % 8)
        decode_all_ways(struct.pack("<I", len(header)) + header + area)


# Round trips

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = st.floats() | st.integers(-(2**70), 2**70)
references = st.integers(1, 100).map(Reference)
scalars = st.none() | st.booleans() | numbers | texts | references
arrays = st.sampled_from("bBhHiIfd").flatmap(
    lambda code: st.lists(
        st.floats(width=32) if code in "fd" else st.integers(0, 100), max_size=20
    ).map(lambda items: array.array(code, items))
)
keys = texts | st.integers(-(2**60), 2**60) | st.none() | references
values = st.recursive(
    scalars | arrays | st.binary(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=10)
        | st.dictionaries(texts | texts.map("${}".format), inner, max_size=4)
        | st.dictionaries(keys, inner, max_size=4)
    ),
    max_leaves=10,
)
columns = st.lists(scalars, max_size=7) | arrays
slices = st.builds(
    slice, *[st.none() | st.integers(0, 50)] * 2, st.none() | st.integers(1, 5)
)
changes = (
    st.builds(SetField, model=st.just(3), field=texts, value=values)
    | st.builds(
        ReplaceColumns,
        model=st.just(3),
        field=texts,
        columns=st.dictionaries(texts, columns, max_size=3),
    )
    | st.builds(
        StreamRows,
        model=st.just(3),
        field=texts,
        columns=st.dictionaries(texts, columns, max_size=3),
        rollover=st.none() | st.integers(0, 2**50),
    )
    | st.builds(
        PatchRows,
        model=st.just(3),
        field=texts,
        patches=st.dictionaries(
            texts,
            st.lists(
                st.tuples(st.integers(0, 99), values) | st.tuples(slices, columns),
                max_size=3,
            ),
            max_size=3,
        ),
    )
)
models = st.builds(
    NewModel,
    id=st.just(1),
    type=st.just("Div"),
    fields=st.dictionaries(texts, values, max_size=3),
)


def same(left, right):
    """Compare records whose values may be NaN."""
    return repr([describe_record(item) for item in left]) == repr(
        [describe_record(item) for item in right]
    )


def describe_record(record):
    return [_described(getattr(record, name)) for name in record.__struct_fields__]


def _described(value):
    if isinstance(value, dict):
        return {key: _described(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_described(item) for item in value]
    return describe(value)


@settings(max_examples=200)
@given(st.lists(changes, max_size=4), st.lists(models, max_size=1))
def test_what_the_server_sends_arrives(changes, models):
    payload = encode_record(Patch(revision=5, changes=changes, models=models))

    arrived = decode_server_message(payload.data, max_size=2**20, text=payload.text)

    assert same(arrived.changes, changes)
    assert same(arrived.models, models)


@given(st.lists(changes, max_size=4))
def test_what_a_client_sends_arrives(changes):
    payload = encode_record(ClientPatch(seq=1, base=0, changes=changes))

    arrived = decode_message(payload.data, max_size=2**20, text=payload.text)

    assert same(arrived.changes, changes)


@given(st.lists(st.floats(), min_size=8, max_size=40))
def test_lists_of_floats_survive_exactly(column):
    record = ReplaceColumns(model=1, field="data", columns={"x": column})
    payload = encode_record(Patch(revision=1, changes=[record]))

    assert not payload.text
    arrived = decode_server_message(payload.data, max_size=2**20)
    items = arrived.changes[0].columns["x"]
    assert [struct.pack("<d", item) for item in items if not math.isnan(item)] == [
        struct.pack("<d", item) for item in column if not math.isnan(item)
    ]


@given(st.lists(st.integers(-(2**80), 2**80), max_size=40))
def test_lists_of_integers_survive_exactly(column):
    record = ReplaceColumns(model=1, field="data", columns={"x": column})
    payload = encode_record(Patch(revision=1, changes=[record]))

    arrived = decode_server_message(payload.data, max_size=2**20)
    assert [int(item) for item in arrived.changes[0].columns["x"]] == column


# Nesting


def nesting(text):
    """Return how deep the brackets outside of strings nest, the slow way."""
    deepest = depth = 0
    quoted = escaped = False
    for character in text:
        if quoted:
            quoted = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            quoted = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


bracket_strings = st.text('[]{}"\\a\u005b', max_size=6)
nested = st.recursive(
    bracket_strings | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(bracket_strings, inner, max_size=3)
    ),
    max_leaves=20,
)


@settings(max_examples=300)
@given(nested, st.integers(0, 8))
def test_depth_is_counted_as_a_slow_scan_counts_it(value, limit):
    text = json.dumps(value)
    if nesting(text) <= limit:
        check_structure(text.encode(), limit, 1000)
        return

    with pytest.raises(RemoteProtocolError, match="deep") as caught:
        check_structure(text.encode(), limit, 1000)
    assert caught.value.close_code == 1007
