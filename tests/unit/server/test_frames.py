"""Whatever a peer sends, `Frames` makes of it what `websockets` does."""

import itertools
import resource
import struct
import tracemalloc
from collections import deque
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode
from websockets.protocol import SERVER, Protocol

from support.ws import raw_frame
from syncd.server.assembly import Assembly, ViolationError
from syncd.server.frames import Frames, Signal


MAX_SIZE = 70_000
TEXT, BINARY, CONT = 1, 2, 0


def oracle(data: bytes):
    """Return what `websockets` makes of it all, and what it answers."""
    protocol, assembly = Protocol(SERVER, max_size=MAX_SIZE), Assembly()
    protocol.receive_data(data)
    items = []
    for frame in protocol.events_received():
        if frame.opcode is Opcode.CLOSE:
            items.append(Signal.CLOSE)
        elif frame.opcode in {Opcode.PING, Opcode.PONG}:
            items.append(Signal.OTHER)
        else:
            try:
                items.append(assembly.add(frame) or Signal.OTHER)
            except ViolationError as error:
                return [*items, error.close_code], None, None
    answers = b"".join(protocol.data_to_send())
    return items, answers, protocol.parser_exc and str(protocol.parser_exc)


def outcome(pieces, *, kept_after=0):
    """Return the same of `Frames`, fed with pieces that are overwritten later."""
    frames, items, answers, broken = Frames(MAX_SIZE), [], b"", None
    left = deque(pieces)
    while left:
        piece = left.popleft()
        buffer = bytearray(len(piece))
        room = frames.room(memoryview(buffer))[: len(piece)]
        room[:] = piece[: len(room)]
        if piece[len(room) :]:
            left.appendleft(piece[len(room) :])
        frames.feed(room)
        try:
            while (item := frames.next()) is not None:
                items.append(item)
                if kept_after and len(items) % kept_after == 0:
                    frames.keep()
                    buffer[:] = b"\xff" * len(buffer)
        except ViolationError as error:
            return [*items, error.close_code], None, None
        assert not frames.waiting
        broken = frames.broken and str(frames.protocol.parser_exc)
        answers += b"".join(frames.answers())
        buffer[:] = b"\xff" * len(buffer)
        if broken:
            break
    return items, answers, broken or None


def masked(opcode: int, data: bytes, mask: bytes, *, fin: bool, rsv: int) -> bytes:
    head = raw_frame(opcode, data, fin=fin, rsv=rsv)[: -len(data) or None]
    key = mask * (len(data) // 4 + 1)
    return head[:-4] + mask + bytes(a ^ b for a, b in zip(data, key, strict=False))


DATA = st.one_of(
    st.binary(max_size=140),
    st.text(max_size=50).map(str.encode),
    st.sampled_from([0, 125, 126, 127, 65535, 65536, MAX_SIZE, MAX_SIZE + 1]).map(
        lambda size: b"x" * size
    ),
)
USUAL = st.builds(
    masked,
    st.sampled_from([TEXT, BINARY]),
    DATA,
    st.binary(min_size=4, max_size=4),
    fin=st.just(value=True),
    rsv=st.just(0),
)
ANY = st.builds(
    masked,
    st.sampled_from([0, 1, 2, 3, 8, 9, 10, 11]),
    DATA,
    st.binary(min_size=4, max_size=4),
    fin=st.booleans(),
    rsv=st.sampled_from([0, 0, 0, 0, 4]),
)
CLOSING = st.integers(0, 5000).map(
    lambda code: raw_frame(8, struct.pack("!H", code) + b"bye")
)
STREAM = st.lists(
    st.one_of(USUAL, USUAL, USUAL, ANY, CLOSING, st.binary(max_size=20)), max_size=6
).map(b"".join)


def cut(data: bytes, places: list[float]) -> list[bytes]:
    """Cut data into pieces, none of them empty."""
    ends = sorted({int(place * len(data)) for place in places} | {0, len(data)})
    return [data[a:b] for a, b in itertools.pairwise(ends)]


@settings(max_examples=400)
@given(
    data=STREAM,
    places=st.lists(st.floats(0, 1), max_size=5),
    kept_after=st.integers(0, 2),
)
@example(data=raw_frame(TEXT, b"x" * 126), places=[0.01, 0.02, 0.5], kept_after=0)
@example(
    data=b"\x81\xff" + bytes(7) + b"\x01" + bytes(4) + b"a", places=[], kept_after=1
)
def test_the_outcome_is_that_of_websockets(data, places, kept_after):
    assert outcome(cut(data, places), kept_after=kept_after) == oracle(data)


@given(data=st.lists(USUAL, min_size=1, max_size=4).map(b"".join))
@settings(max_examples=50)
def test_a_byte_at_a_time_gives_the_same(data):
    data = data[:400]
    assert outcome([data[at : at + 1] for at in range(len(data))]) == oracle(data)


def test_a_whole_message_needs_no_protocol_and_what_does_lets_go_of_it():
    frames = Frames(MAX_SIZE)
    assert feed(frames, raw_frame(TEXT, b"one")) == [(b"one", True)]
    assert feed(frames, raw_frame(10, b"!")) == [Signal.OTHER]
    assert frames._protocol is None
    assert feed(frames, raw_frame(9, b"?")) == [Signal.OTHER]
    assert frames.answers() == [Frame(Opcode.PONG, b"?").serialize(mask=False)]
    assert frames._protocol is None
    fragments = raw_frame(TEXT, b"t", fin=False) + raw_frame(CONT, b"w", fin=False)
    assert feed(frames, fragments) == [Signal.OTHER, Signal.OTHER]
    assert frames.answers() == []
    assert frames._protocol is not None
    assert feed(frames, raw_frame(CONT, b"o")) == [(b"two", True)]
    frames.answers()
    assert frames._protocol is None
    assert frames.room(memoryview(b"shared")) == b"shared"
    assert feed(frames, raw_frame(BINARY, b"x" * 200)[:150]) == []
    frames.answers()
    assert feed(frames, raw_frame(BINARY, b"x" * 200)[150:]) == [(b"x" * 200, False)]
    frames.answers()
    assert frames._protocol is None


def test_a_goodbye_is_remembered():
    frames = Frames(MAX_SIZE)
    assert feed(frames, raw_frame(8, b"\x03\xe8")) == [Signal.CLOSE]
    assert not frames.open
    assert not frames.plain
    assert frames.answers() == [Frame(Opcode.CLOSE, b"\x03\xe8").serialize(mask=False)]
    assert frames.close_code == 1000
    assert frames.answers() == []
    assert frames.close_code == 1000
    assert not frames.open


@pytest.mark.parametrize("payload", [b"\x03\xe8", b"\x03\xe9"])
def test_a_goodbye_needs_no_protocol_and_nothing_counts_after_it(payload):
    frames = Frames(MAX_SIZE)
    data = raw_frame(8, payload) + raw_frame(BINARY, b"x")
    assert feed(frames, data) == [Signal.CLOSE]
    assert feed(frames, raw_frame(BINARY, b"x")) == []
    assert frames._protocol is None
    assert not frames.waiting


@pytest.mark.parametrize(
    ("payload", "code"), [(b"", 1005), (b"\x0b\xb8", 3000), (b"\x03\xe8why", 1000)]
)
def test_what_is_more_than_a_goodbye_is_left_to_the_protocol(payload, code):
    frames = Frames(MAX_SIZE)
    assert feed(frames, raw_frame(8, payload)) == [Signal.CLOSE]
    assert (frames.close_code, frames.protocol.close_rcvd.code) == (code, code)


def test_a_promise_takes_no_memory():
    """Or a thousand peers would have it all with a few bytes each."""
    size = 20_000_000
    head = struct.pack("!BBQ", 0x82, 0xFF, size) + bytes(4)
    waiting = [Frames(size) for _ in range(50)]
    before = resident()
    for frames in waiting:
        assert feed(frames, head) == []
    assert resident() - before < size


def test_many_frames_of_nothing_take_little_memory():
    """They may wait for long, and objects are larger than frames."""
    data = memoryview(raw_frame(9, b"") * 40_000)
    frames = Frames(MAX_SIZE)
    tracemalloc.start()
    try:
        frames.feed(data)
        frames.next()
        current, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert current < len(data)


def resident() -> int:
    """Return the bytes that this process has in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


@pytest.mark.parametrize("opcode", [TEXT, BINARY])
def test_what_is_over_the_limit_is_refused_by_its_header(opcode):
    frames = Frames(MAX_SIZE)
    head = struct.pack("!BBQ", 0x80 | opcode, 0xFF, MAX_SIZE + 1)
    assert feed(frames, head) == []
    assert frames.broken
    assert frames.protocol.close_sent.code == 1009


def test_a_large_message_is_read_to_where_it_stays():
    frames, data = Frames(MAX_SIZE), bytes(range(250)) * 280
    frame = masked(BINARY, data, b"mask", fin=True, rsv=0)
    assert feed(frames, frame[:1000]) == []
    for at in range(1000, len(frame), 30_000):
        room = frames.room(memoryview(b""))
        assert len(room) == len(frame) - at
        room[:30_000] = frame[at : at + len(room)][:30_000]
        frames.feed(room[:30_000])
    assert frames.next() == (data, False)
    assert frames.next() is None
    assert frames._protocol is None


def feed(frames: Frames, data: bytes) -> list:
    frames.feed(memoryview(data))
    items = []
    while (item := frames.next()) is not None:
        items.append(item)
    return items
