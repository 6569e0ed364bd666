from __future__ import annotations

import array
import json
import struct
from itertools import starmap

import pytest

from syncd.errors import MalformedMessageError, RemoteProtocolError
from syncd.protocol import (
    Apply,
    Hello,
    PatchRows,
    Reference,
    SetField,
    decode_apply,
    decode_message,
    decode_server_message,
)
from syncd.protocol.incoming import (
    MAX_CONTAINERS,
    MAX_ELEMENTS,
    MAX_ITEMS,
    MAX_MAP_PAIRS,
    MAX_MEMBERS,
)


def patch(*changes, **members):
    return {"type": "patch", "seq": 1, "base": 0, "changes": changes, **members}


def field(value, **members):
    return {
        "kind": "field_changed",
        "model": 4,
        "field": "value",
        "value": value,
        **members,
    }


def decode(message, area=b"", **options):
    header = json.dumps(message).encode()
    if area:
        header += b" " * (-(4 + len(header)) % 8)
        header = struct.pack("<I", len(header)) + header + area
    return decode_message(header, max_size=2**24, **options)


def refusal(message, area=b""):
    with pytest.raises(RemoteProtocolError) as caught:
        decode(message, area)
    return caught.value


def test_values_are_those_of_python():
    message = decode(
        patch(
            field({"a": [{"$ref": 1}, {"$num": "inf"}], "b": None}),
            field({"$array": "int16", "at": 0, "length": 2}, bytes=8),
        ),
        struct.pack("<2h4x", 1, -2),
    )

    assert message.changes == [
        SetField(
            model=4, field="value", value={"a": [Reference(1), float("inf")], "b": None}
        ),
        SetField(model=4, field="value", value=array.array("h", [1, -2])),
    ]


def test_indices_of_row_patches_are_integers_or_slices():
    change = {
        "kind": "columns_patched",
        "model": 1,
        "field": "data",
        "patches": {"x": [[2, 5], [{"$slice": [0, 1, None]}, [7]]]},
    }

    (decoded,) = decode(patch(change)).changes

    assert isinstance(decoded, PatchRows)
    assert decoded.patches == {"x": [(2, 5), (slice(0, 1, None), [7])]}


def test_integers_that_json_cannot_keep_are_floats():
    (change,) = decode(patch(field([2**53, 1, 10**30]))).changes

    assert change.value == [float(2**53), 1, 1e30]
    assert [type(item) for item in change.value] == [float, int, float]


def test_hello_tells_whether_it_resumes():
    begin = decode({"type": "hello", "protocol": 1, "tab": "t"})
    again = decode(
        {
            "type": "hello",
            "protocol": 1,
            "tab": "t",
            "epoch": "",
            "revision": 0,
            "acked": 0,
        }
    )

    assert isinstance(begin, Hello)
    assert (begin.resumes, again.resumes) == (False, True)


@pytest.mark.parametrize(
    ("message", "position", "word"),
    [
        (patch(field(1, model="x")), "changes[0].model", "expected `int`, got `str`"),
        (patch(seq=0), "seq", ">= 1"),
        (patch(field(1), field({"$ref": 0})), "changes[1]", "id of a model, got 0"),
        (
            patch(models=[{"id": -1, "type": "A", "fields": {"a": {"$x": 1}}}]),
            "models[0]",
            "$x",
        ),
        (
            patch(field({"$array": "int64", "at": 0, "length": 0})),
            "changes[0]",
            "int64",
        ),
        (patch(field(1, bytes=8)), "changes[0]", "buffer area of 0 bytes, got 8"),
    ],
    ids=range(6),
)
def test_refusal_says_where_and_what(message, position, word):
    error = refusal(message)

    assert isinstance(error, MalformedMessageError)
    assert error.position == position
    assert word in error.expected
    assert position in str(error)
    assert error.close_code == 4400


def test_refusal_does_not_repeat_a_long_value():
    error = refusal(patch(field({"$ref": "x" * 10_000})))

    assert len(str(error)) < 200


def test_buffers_are_shared_out_in_the_order_of_models_then_changes():
    tag = {"$array": "uint8", "at": 0, "length": 1}
    models = [{"id": -1, "type": "A", "fields": {"a": tag}, "bytes": 8}]

    message = decode(
        patch(field(tag, bytes=8), models=models), b"\1" + bytes(7) + b"\2" + bytes(7)
    )

    assert message.models[0].fields["a"] == array.array("B", [1])
    assert message.changes[0].value == array.array("B", [2])


def test_depth_may_be_set():
    decode(patch(field([[1]])), max_depth=5)

    with pytest.raises(RemoteProtocolError) as caught:
        decode(patch(field([[1]])), max_depth=4)
    assert caught.value.close_code == 1007


def test_server_may_nest_deeper_than_a_client():
    value = "[" * 70 + "]" * 70
    data = (
        '{"type":"patch","revision":1,"changes":[{"kind":"field_changed","model":1,'
        f'"field":"f","value":{value}}}]}}'
    )

    assert decode_server_message(data, max_size=1000).changes


def test_lists_and_objects_of_a_client_are_bounded():
    assert decode(patch(field([[]] * (MAX_CONTAINERS - 10))))

    error = refusal(patch(field([[]] * MAX_CONTAINERS)))

    assert error.close_code == 1009
    assert str(MAX_CONTAINERS) in str(error)


def test_values_side_by_side_of_a_client_are_bounded():
    assert decode(patch(field([1] * (MAX_ITEMS - 10))))

    error = refusal(patch(field([1] * MAX_ITEMS)))

    assert error.close_code == 1009
    assert str(MAX_ITEMS) in str(error)


def test_members_of_all_objects_of_a_client_are_bounded():
    """A million of them, 9 MB, kept everybody waiting for a second and a half."""
    others = 9  # of the message and its change
    assert decode(patch(field(dict.fromkeys(range(MAX_MEMBERS - others), 0))))

    error = refusal(patch(field(dict.fromkeys(range(MAX_MEMBERS), 0))))

    assert error.close_code == 1009
    assert str(MAX_MEMBERS) in str(error)


def test_commas_and_colons_in_text_are_no_values():
    text = '",:[\\' * MAX_ITEMS

    assert decode(patch(field(text[: 2**22]))).changes[0].value == text[: 2**22]


def test_changes_and_models_of_a_browser_are_bounded():
    models = [{"id": -number - 1, "type": "A", "fields": {}} for number in range(100)]
    changes = [field(1)] * (MAX_ELEMENTS - 100)
    assert decode(patch(*changes, models=models))

    error = refusal(patch(*changes, field(1), models=models))

    assert error.close_code == 1009
    assert str(MAX_ELEMENTS) in str(error)


def test_the_control_api_may_send_more_at_once():
    message = patch(*[field(1)] * (MAX_ELEMENTS + 1)) | {"app": "a", "session": "s"}
    del message["seq"]

    applied = decode_apply(
        json.dumps(message | {"epoch": "e"}).encode(), max_size=2**24
    )

    assert len(applied.changes) == MAX_ELEMENTS + 1


def test_pairs_of_all_maps_of_a_client_are_bounded():
    half = {
        "$map": list(
            starmap(lambda *pair: list(pair), enumerate(range(MAX_MAP_PAIRS // 2)))
        )
    }

    assert decode(patch(field(half), field(half)))
    assert (
        refusal(patch(field(half), field(half), field({"$map": [[1, 1]]}))).position
        == "changes[2]"
    )


def test_lists_made_of_arrays_of_a_client_are_bounded():
    size = 2**21
    value = {"$array": "uint8", "at": 0, "shape": [size // 2, 2]}

    assert "lists" in str(refusal(patch(field(value, bytes=size)), bytes(size)))
    value["shape"] = [2, size // 2]
    assert decode(patch(field(value, bytes=size)), bytes(size))


def test_apply_names_its_session():
    body = {
        "type": "patch",
        "app": "sliders",
        "session": "s",
        "base": 3,
        "epoch": "e",
        "changes": [field({"$ref": 1})],
    }

    message = decode_apply(json.dumps(body).encode(), max_size=1000)

    assert isinstance(message, Apply)
    assert message.changes[0].value == Reference(1)
    with pytest.raises(MalformedMessageError, match="epoch"):
        decode_apply(json.dumps({**body, "epoch": 5}), max_size=1000)
