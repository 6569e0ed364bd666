import array
import json
import struct

import pytest

from syncd.document import Document
from syncd.errors import LocalProtocolError
from syncd.model import (
    ColumnsChanged,
    ColumnsPatched,
    ColumnsStreamed,
    FieldChanged,
    Model,
    OpaqueModel,
    RootAdded,
    RootRemoved,
    TitleChanged,
)
from syncd.model.specs import ColorSpec, Columns
from syncd.protocol import (
    ClientPatch,
    Failure,
    Hello,
    Reference,
    SetField,
    UIEvent,
    Welcome,
    decode_server_message,
    encode_change,
    encode_message,
    encode_model,
    encode_record,
    encode_snapshot,
    pack,
)


class CodecSource(Model):
    data: Columns = {}  # copied for every model


class CodecLine(Model):
    source: CodecSource | None = None
    color: ColorSpec = "black"
    width: float = 1.0
    children: list[Model] = []


@pytest.fixture
def source():
    return CodecSource(data={"x": [0.5] * 9, "name": ["a"] * 9})


@pytest.fixture
def line(source):
    return CodecLine(source=source, color="red")


@pytest.fixture
def document(line):
    document = Document(epoch="e1")
    document.title = "t"
    document.add_root(line)
    return document


def json_of(fragment):
    return json.loads(fragment.json)


def test_model_travels_without_its_defaults(document, line, source):
    assert json_of(encode_model(line)) == {
        "id": line.id,
        "type": "CodecLine",
        "fields": {"source": {"$ref": source.id}, "color": {"value": "red"}},
    }


def test_columns_of_a_model_become_buffers(document, source):
    fragment = encode_model(source)

    assert json_of(fragment) == {
        "id": source.id,
        "type": "CodecSource",
        "fields": {
            "data": {
                "x": {"$array": "float64", "at": 0, "length": 9},
                "name": ["a"] * 9,
            }
        },
        "bytes": 72,
    }
    assert b"".join(fragment.buffers) == struct.pack("<9d", *[0.5] * 9)
    assert fragment.size == 72


def test_columns_whose_names_begin_with_a_dollar_are_a_map(document, source):
    source.data = {"$ref": [1, 2]}

    fields = json_of(encode_model(source))["fields"]

    assert fields == {"data": {"$map": [["$ref", [1, 2]]]}}


def test_model_of_an_unknown_class_travels_as_it_came(document, line):
    stranger = OpaqueModel("Strange", a=[1, line], b={"$x": 2})
    line.children = [stranger]

    assert json_of(encode_model(stranger)) == {
        "id": stranger.id,
        "type": "Strange",
        "fields": {"a": [1, {"$ref": line.id}], "b": {"$map": [["$x", 2]]}},
    }


def test_values_are_read_when_the_change_is_encoded(document, line):
    change = FieldChanged(line, "width")
    line.width = 3

    assert json_of(encode_change(change)) == {
        "kind": "field_changed",
        "model": line.id,
        "field": "width",
        "value": 3,
    }


def test_every_kind_of_change_has_its_form(document, line, source):
    rows = {"x": [1.5], "name": ["b"]}
    changes = [
        ColumnsChanged(source, "data", ("name", "gone")),
        ColumnsStreamed(source, "data", rows, 5),
        ColumnsStreamed(source, "data", rows, None),
        ColumnsPatched(source, "data", {"x": [(slice(0, 2), [1, 2])]}),
        RootAdded(line, 0),
        RootRemoved(line),
        TitleChanged("a"),
    ]
    place = {"model": source.id, "field": "data"}

    assert [json_of(encode_change(change)) for change in changes] == [
        {"kind": "columns_changed", **place, "columns": {"name": ["a"] * 9}},
        {"kind": "columns_streamed", **place, "columns": rows, "rollover": 5},
        {"kind": "columns_streamed", **place, "columns": rows},
        {
            "kind": "columns_patched",
            **place,
            "patches": {"x": [[{"$slice": [0, 2, None]}, [1, 2]]]},
        },
        {"kind": "root_added", "model": line.id, "index": 0},
        {"kind": "root_removed", "model": line.id},
        {"kind": "title_changed", "title": "a"},
    ]


def test_model_without_a_document_cannot_travel(document, line):
    stray = CodecLine()

    with pytest.raises(LocalProtocolError, match="no document"):
        encode_model(stray)
    with pytest.raises(LocalProtocolError, match="no document"):
        encode_change(FieldChanged(stray, "width"))
    with pytest.raises(LocalProtocolError, match="no id"):
        encode_record(
            ClientPatch(
                seq=1, base=0, changes=[SetField(model=1, field="f", value=[stray])]
            )
        )


def test_packed_fragments_arrive_as_one_message(document, line, source):
    payload = pack(
        {"type": "patch", "revision": 4},
        [encode_model(source), encode_model(line)],
        [
            encode_change(FieldChanged(line, "width")),
            encode_change(ColumnsChanged(source, "data", ("x",))),
        ],
    )

    message = decode_server_message(payload.data, max_size=10_000, text=payload.text)

    assert not payload.text
    assert message.models[0].fields["data"]["x"] == array.array("d", [0.5] * 9)
    assert message.models[1].fields["source"] == Reference(source.id)
    assert message.changes[1].columns["x"] == array.array("d", [0.5] * 9)
    assert all(item.size == 0 for item in (*message.models, *message.changes))


def test_message_without_buffers_is_text():
    payload = pack(
        {"type": "patch", "revision": 4}, (), (encode_change(TitleChanged("é")),)
    )

    assert payload.text
    assert payload.data.decode() == (
        '{"type":"patch","revision":4,"changes":[{"kind":"title_changed","title":"é"}]}'
    )


def test_packing_copies_what_the_application_may_edit_later(document, source):
    column = array.array("d", [1.5] * 9)
    source.data = {"x": column}
    payload = pack({"type": "patch", "revision": 1}, [encode_model(source)])

    column[0] = 9

    message = decode_server_message(payload.data, max_size=10_000)
    assert message.models[0].fields["data"]["x"][0] == 1.5


@pytest.mark.parametrize(
    ("head", "member"),
    [
        ({"type": "snapshot", "revision": 0}, "models"),
        ({"type": "patch", "seq": 1, "base": 0}, "changes"),
        ({"type": "patch", "app": "a", "base": 0}, "changes"),
    ],
    ids=["snapshot", "client patch", "apply"],
)
def test_members_that_a_message_must_have_may_be_empty(head, member):
    assert json.loads(pack(head).data) == {**head, member: []}


def test_empty_members_of_a_server_patch_are_absent():
    head = {"type": "patch", "base": 3, "revision": 4, "ack": 1}

    assert json.loads(pack(head).data) == head


def test_snapshot_holds_the_whole_document(document, line, source):
    payload = encode_snapshot(document, session="s")

    message = decode_server_message(payload.data, max_size=10_000)

    assert message.epoch == "e1"
    assert message.revision == document.revision
    assert (message.title, message.session) == ("t", "s")
    assert message.roots == [line.id]
    assert [model.id for model in message.models] == list(document.models)


def test_snapshot_says_of_models_what_they_are_told_as_alone(document, source):
    head = {
        "type": "snapshot",
        "epoch": document.epoch,
        "revision": document.revision,
        "title": document.title,
        "roots": [root.id for root in document.roots],
    }
    models = [encode_model(model) for model in document.models.values()]
    assert sum(model.size > 0 for model in models) == 1
    assert len(models) > 1

    assert encode_snapshot(document) == pack(head, models)


def test_snapshot_of_an_empty_document_is_whole():
    message = decode_server_message(encode_snapshot(Document()).data, max_size=1000)

    assert (message.roots, message.models) == ([], [])


def test_small_messages_may_be_dicts_or_records():
    expected = b'{"type":"error","id":"a","message":"b"}'

    assert encode_message(Failure(id="a", message="b")).data == expected
    assert encode_message({"type": "error", "id": "a", "message": "b"}).data == expected


def test_null_seq_of_a_welcome_is_told():
    welcome = Welcome(
        protocol=1,
        session="s",
        epoch="e",
        revision=0,
        seq=None,
        resume="r",
        max_message=1,
        ping_ms=1,
    )

    assert json.loads(encode_message(welcome).data)["seq"] is None


def test_members_of_hello_that_are_not_given_are_absent():
    assert json.loads(encode_record(Hello(protocol=1, tab="t")).data) == {
        "type": "hello",
        "protocol": 1,
        "tab": "t",
    }


def test_event_cannot_own_buffers():
    event = UIEvent(seq=1, name="a", detail={"x": array.array("d", [1])})

    with pytest.raises(LocalProtocolError, match="no buffers"):
        encode_record(event)


def test_something_else_is_no_change():
    with pytest.raises(LocalProtocolError, match="no change"):
        encode_change(object())
