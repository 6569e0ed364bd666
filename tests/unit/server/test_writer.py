"""Frames leave in order, whole, and without being copied for each reader."""

import os
import socket
import tracemalloc
from collections import deque
from collections.abc import Iterator
from typing import Any

import gevent
import pytest
from gevent.socket import socket as Socket  # noqa: N812 - it is a class

from syncd.protocol import Payload
from syncd.server.writer import Framer, Writer, frame_header


class Line:
    """A writer at one end of a connection, and what comes out at the other."""

    def __init__(self) -> None:
        near, self.far = socket.socketpair()
        self.near = Socket(fileno=near.detach())
        self.far.setblocking(False)
        self.frames: deque[Any] = deque()
        self.writer = Writer(self.near, self._take)

    def _take(self) -> Any:
        frame = self.frames.popleft() if self.frames else ()
        return frame() if callable(frame) else frame

    def put(self, payload: bytes) -> None:
        self.frames.append((frame_header(len(payload), text=False), payload))
        self.writer.pump()

    def read(self, size: int) -> bytes:
        """Return what came, up to a size, and let the writer go on."""
        data = b""
        for _ in range(10_000):
            try:
                data += self.far.recv(size - len(data))
            except BlockingIOError:
                gevent.sleep(0.001)
            if len(data) == size:
                break
        return data

    def close(self) -> None:
        self.near.close()
        self.far.close()


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    yield made
    made.close()


def test_what_the_kernel_does_not_take_at_once_follows_in_order(line: Line) -> None:
    payloads = [bytes([number]) * (100_000 * number + 1) for number in range(1, 15)]
    for payload in payloads:
        line.put(payload)
    assert line.frames, "the kernel took all of it"
    expected = b"".join(
        frame_header(len(payload), text=False) + payload for payload in payloads
    )
    assert line.read(len(expected)) == expected
    line.writer.wait_idle(1)
    line.put(b"later")
    assert line.read(7) == b"\x82\x05later"


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535, 65536, 3_000_000])
def test_a_frame_of_any_size_arrives_whole(line: Line, size: int) -> None:
    payload = bytes(range(256)) * (size // 256) + bytes(size % 256)
    expected = frame_header(size, text=False) + payload
    line.put(payload)
    assert line.read(len(expected)) == expected


def test_many_who_do_not_read_share_the_bytes() -> None:
    """Or a snapshot of 20 MB would cost that for each of them."""
    payload = bytes(5_000_000)
    lines = [Line() for _ in range(10)]
    tracemalloc.start()
    try:
        for line in lines:
            line.put(payload)
        gevent.sleep(0)
        current, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        for line in lines:
            line.writer.stop()
            line.close()
    assert current < 1_000_000
    assert peak < 5_000_000


def test_a_reader_that_is_gone_breaks_only_its_writer(line: Line) -> None:
    line.far.close()
    line.put(b"x" * 1000)
    line.put(b"x" * 1000)
    assert line.writer.broken
    line.writer.send([b"pong"] * 100)
    assert not line.writer.backlog
    line.writer.wait_idle(0)


def test_a_payload_for_many_is_framed_once():
    framer = Framer()
    payload = Payload(b"x" * 200, text=False)
    [frame] = framer.frame(payload)
    assert frame == frame_header(200, text=False) + payload.data
    assert framer.frame(payload)[0] is frame
    assert framer.frame(Payload(b"y", text=True)) == (b"\x81\x01y",)
    large = Payload(bytes(100_000), text=False)
    header, data = framer.frame(large)
    assert header == frame_header(100_000, text=False)
    assert data is large.data


def test_control_frames_leave_first_and_together(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    writev = os.writev
    monkeypatch.setattr(
        os,
        "writev",
        lambda fd, parts: (written.append(len(parts)), writev(fd, parts))[1],
    )
    line.frames.extend([(b"a", b"b"), (b"c", b"d")])
    line.writer.send([b"ping", b"", b"pong"])
    assert line.read(12) == b"pingpongabcd"
    assert written == [1, 2, 2]


def test_more_control_frames_than_the_kernel_takes_pieces_leave(line: Line) -> None:
    """A few kilobytes of pings ask for thousands of answers."""
    line.writer.send([b"\x8a\x00"] * 5_000)
    assert line.read(10_000) == b"\x8a\x00" * 5_000
    assert not line.writer.broken


def test_a_message_that_cannot_be_made_stops_no_other(line: Line) -> None:
    line.frames.append(deque().pop)
    with pytest.raises(IndexError):
        line.writer.pump()
    line.put(b"later")
    assert line.read(7) == b"\x82\x05later"


def test_what_comes_behind_control_frames_follows_although_there_was_no_more(
    line: Line,
) -> None:
    def take() -> Any:
        frames = line.frames.popleft() if line.frames else ()
        line.writer.more = bool(line.frames)
        return frames

    line.writer._take = take
    line.put(b"first")
    assert line.read(7) == frame_header(5, text=False) + b"first"
    assert not line.writer.more
    line.frames.append((frame_header(6, text=False), b"behind"))
    line.writer.send([b"\x89\x00"])
    assert line.read(10) == b"\x89\x00" + frame_header(6, text=False) + b"behind"


def test_a_frame_that_cannot_be_made_ends_the_connection_and_not_in_silence(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    """It comes after one that the kernel did not take at once."""

    def fail() -> Any:
        raise RuntimeError("no wire form")

    size = 10_000_000
    line.frames.append((bytes(size),))
    line.frames.append(fail)
    line.writer.pump()
    assert len(line.read(size)) == size
    gevent.sleep(0.01)
    assert line.writer.broken
    assert line.far.recv(1) == b""
    assert "no wire form" in caplog.text
