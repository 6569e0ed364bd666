"""Frames and messages that no honest client sends.

Each gets the close code of the protocol's section 10; another session goes on
meanwhile.
"""

import json
import struct
import time

import pytest

from support.ws import connect, raw_frame


pytestmark = pytest.mark.usefixtures("bystander")

CONT, TEXT, BINARY, CLOSE, PING = 0, 1, 2, 8, 9
HELLO = json.dumps({"type": "hello", "protocol": 1, "tab": "t"}).encode()


@pytest.fixture
def ws(daemon):
    with connect(daemon.port, "/counter/ws") as ws:
        ws.enter("hostile")
        yield ws


FRAMES = {
    "unmasked": (raw_frame(TEXT, b"{}", mask=False), 1002),
    "reserved-bit": (raw_frame(TEXT, b"{}", rsv=4), 1002),
    "unknown-opcode": (raw_frame(3, b"{}"), 1002),
    "unknown-control-opcode": (raw_frame(11, b""), 1002),
    "long-ping": (raw_frame(PING, b"x" * 126), 1002),
    "fragmented-ping": (raw_frame(PING, b"x", fin=False), 1002),
    "continuation-of-nothing": (raw_frame(CONT, b"x"), 1002),
    "text-within-text": (
        raw_frame(TEXT, b"{", fin=False) + raw_frame(TEXT, b"}"),
        1002,
    ),
    "close-of-one-byte": (raw_frame(CLOSE, b"\x03"), 1002),
    "close-with-a-code-of-nobody": (raw_frame(CLOSE, b"\x03\xec"), 1002),
    "close-with-bad-text": (raw_frame(CLOSE, b"\x03\xe8\xff"), 1007),
    "bad-utf8": (raw_frame(TEXT, b'{"type": "\xff"}'), 1007),
    "overlong-utf8": (raw_frame(TEXT, b"\xc0\xaf"), 1007),
    "surrogate-in-utf8": (raw_frame(TEXT, b"\xed\xa0\x80"), 1007),
    "bad-utf8-in-the-first-fragment": (raw_frame(TEXT, b"\xff", fin=False), 1007),
    "utf8-cut-at-the-end": (raw_frame(TEXT, b'"\xe2\x82'), 1007),
    "oversize-by-its-header": (
        struct.pack("!BBQ", 0x81, 0xFF, 20 * 1024 * 1024 + 1),
        1009,
    ),
    "enormous-by-its-header": (struct.pack("!BBQ", 0x82, 0xFF, 2**63 - 1), 1009),
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_that_is_against_the_rules(ws, name):
    data, code = FRAMES[name]
    ws.send_raw(data)
    assert ws.wait_closed().code == code


MESSAGES = {
    "not-json": (b"hello", 1007),
    "half-json": (b'{"type": "ping"', 1007),
    "nested-deeply": (b'{"type":"ping","n":' + b"[" * 100 + b"]" * 100 + b"}", 1007),
    "nested-very-deeply": (b"[" * 200_000, 1007),
    "an-array": (b"[]", 4400),
    "a-number": (b"1", 4400),
    "without-type": (b"{}", 4400),
    "unknown-type": (b'{"type": "pong", "n": 1}', 4400),
    "unknown-member": (b'{"type": "ping", "n": 1, "m": 2}', 4400),
    "wrong-type-of-member": (b'{"type": "ping", "n": "1"}', 4400),
    "hello-again": (HELLO, 4400),
    "gap-in-seq": (b'{"type":"patch","seq":7,"base":0,"changes":[]}', 4400),
    "seq-of-zero": (b'{"type":"patch","seq":0,"base":0,"changes":[]}', 4400),
    "unknown-change": (
        b'{"type":"patch","seq":1,"base":0,"changes":[{"kind":"eval","model":1}]}',
        4400,
    ),
    "unknown-tag": (
        b'{"type":"patch","seq":1,"base":0,"changes":[{"kind":"field_changed","model":1,"field":"value","value":{"$eval":"1"}}]}',
        4400,
    ),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_that_is_none(ws, name):
    data, code = MESSAGES[name]
    ws.send_frame(TEXT, data)
    closed = ws.wait_closed()
    assert closed.code == code
    assert closed.reason


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        struct.pack("<I", 2**32 - 4) + b"    ",
        struct.pack("<I", 3) + b"{} ",
        struct.pack("<I", 4) + b"{}  " + b"\0" * 8,
    ],
    ids=["empty", "short", "huge-header", "odd-header", "unowned-buffers"],
)
def test_a_binary_message_that_is_none(ws, data):
    ws.send_frame(BINARY, data)
    assert ws.wait_closed().code == 4400


REJECTED = {
    "unknown-model": ({"model": 99, "field": "value", "value": 1}, "unknown_model"),
    "negative-model": ({"model": -5, "field": "value", "value": 1}, "unknown_model"),
    "unknown-field": ({"model": 1, "field": "nope", "value": 1}, "unknown_field"),
    "private-field": ({"model": 1, "field": "_id", "value": 1}, "unknown_field"),
    "method": ({"model": 1, "field": "on_change", "value": 1}, "unknown_field"),
    "dunder": ({"model": 1, "field": "__class__", "value": 1}, "unknown_field"),
    "wrong-type": ({"model": 1, "field": "value", "value": "one"}, "bad_value"),
    "null": ({"model": 1, "field": "value", "value": None}, "bad_value"),
    "object": ({"model": 1, "field": "text", "value": {"a": 1}}, "bad_value"),
}


@pytest.mark.parametrize("name", REJECTED)
def test_an_edit_that_cannot_be_is_rejected_and_the_connection_lives(ws, name):
    change, error = REJECTED[name]
    changes = [{"kind": "field_changed", **change}]
    ws.send({"type": "patch", "seq": 1, "base": 0, "changes": changes})
    answer = ws.receive()
    [rejection] = answer["rejected"]
    assert rejection["seq"] == 1
    assert rejection["error"] == error
    ws.set_field(2, 0, 1, "value", 21)
    assert ws.receive_type("patch")["changes"][-1]["value"] == 42


def test_a_base_of_the_future_is_rejected(ws):
    ws.set_field(1, 1000, 1, "value", 1)
    [rejection] = ws.receive()["rejected"]
    assert rejection["error"] == "future_revision"


def test_an_unknown_type_of_model_is_rejected(ws):
    ws.send(
        {
            "type": "patch",
            "seq": 1,
            "base": 0,
            "models": [{"id": -1, "type": "os.system", "fields": {}}],
            "changes": [{"kind": "root_added", "model": -1, "index": 0}],
        }
    )
    [rejection] = ws.receive()["rejected"]
    assert rejection["error"] == "unknown_type"


def test_an_old_seq_is_acknowledged_again_and_does_nothing(ws):
    ws.set_field(1, 0, 1, "value", 5)
    assert ws.receive_type("patch")["ack"] == 1
    ws.set_field(1, 0, 1, "value", 6)
    answer = ws.receive()
    assert answer.get("ack", answer.get("seq")) == 1
    ws.set_field(2, 1, 1, "nap", 0.001)
    assert ws.receive()["revision"] == 2


def test_a_message_in_thousands_of_fragments_arrives(ws):
    message = json.dumps({"type": "ping", "n": 7}).encode() + b" " * 3000
    frames = [raw_frame(TEXT, message[:1], fin=False)]
    frames += [raw_frame(CONT, bytes([byte]), fin=False) for byte in message[1:]]
    ws.send_raw(b"".join(frames) + raw_frame(CONT, b""))
    assert ws.receive() == {"type": "pong", "n": 7}


def test_pings_between_fragments_are_answered(ws):
    message = json.dumps({"type": "ping", "n": 7}).encode()
    ws.send_raw(
        raw_frame(TEXT, message[:5], fin=False)
        + raw_frame(PING, b"are you there")
        + raw_frame(CONT, message[5:])
    )
    assert ws.receive() == {"type": "pong", "n": 7}


def test_a_message_that_never_ends_is_cut_off_at_the_limit(ws):
    piece = raw_frame(CONT, b" " * 1_000_000, fin=False)
    ws.send_raw(raw_frame(TEXT, b"{", fin=False))
    for _ in range(21):
        ws.send_raw(piece)
    assert ws.wait_closed().code == 1009


def test_a_close_frame_survives_the_peers_upload(ws):
    """What is sent after the offence is read, not answered with a reset."""
    ws.send_raw(raw_frame(3, b"") + b"x" * 3_000_000)
    assert ws.wait_closed().code == 1002


def test_nothing_after_the_end_is_read_as_http(daemon):
    """Or a request could hide from a proxy behind a WebSocket."""
    with connect(daemon.port, "/counter/ws") as ws:
        ws.enter("smuggler")
        ws.send_raw(
            raw_frame(CLOSE, b"\x03\xe8") + b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"
        )
        rest = b""
        while data := ws.sock.recv(65536):
            rest += data
        assert b"HTTP/" not in rest
        assert rest[-2:] == b"\x03\xe8"


def test_a_session_that_does_not_begin_with_hello(daemon):
    with connect(daemon.port, "/counter/ws") as ws:
        ws.send({"type": "ping", "n": 1})
        assert ws.wait_closed().code == 4400


@pytest.mark.parametrize(
    "members",
    [
        {"protocol": 2},
        {"tab": ""},
        {"tab": "x" * 65},
        {"tab": "a b"},
        {"arguments": {"N": 10}},
        {"epoch": "e"},
    ],
    ids=lambda members: "-".join(f"{k}-{str(v)[:8]}" for k, v in members.items()),
)
def test_a_malformed_hello(daemon, members):
    with connect(daemon.port, "/counter/ws") as ws:
        ws.send({"type": "hello", "protocol": 1, "tab": "t", **members})
        assert ws.wait_closed().code == 4400


def test_a_hello_has_no_room_for_data(daemon):
    hello = {"type": "hello", "protocol": 1, "tab": "t"}
    with connect(daemon.port, "/counter/ws") as ws:
        ws.send({**hello, "arguments": {"a": ["x" * 60_000]}})
        assert ws.receive_type("snapshot")
    with connect(daemon.port, "/counter/ws") as ws:
        ws.send({**hello, "arguments": {"a": ["x" * 70_000]}})
        closed = ws.wait_closed()
        assert closed.code == 1009
        assert "over the limit of 65536; arguments are for names" in closed.reason


def test_a_flood_is_slowed_down_and_answered(daemon):
    """5,000 messages a second are read; more wait in the sender's own buffers."""
    began = time.monotonic()
    with connect(daemon.port, "/counter/ws") as ws:
        ws.enter("flood")
        count = 12_000
        ping = raw_frame(TEXT, b'{"type":"ping","n":1}')
        import threading

        sender = threading.Thread(target=ws.send_raw, args=(ping * count,))
        sender.start()
        for _ in range(count):
            assert ws.receive()["type"] == "pong"
        sender.join()
        # The first 5,000 belong to the second in which the connection began.
        assert time.monotonic() - began > 1.5
