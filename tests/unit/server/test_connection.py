"""A peer that does not read costs little, and not for long."""

import math
import socket
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import gevent
import pytest
from gevent.socket import socket as Socket  # noqa: N812 - it is a class

from support.bench import Bench
from support.ws import raw_frame
from syncd.protocol import Payload, Ping
from syncd.protocol.state import ConnectionState
from syncd.server import unfinished
from syncd.server.connection import Connection
from syncd.server.reader import Reader
from syncd.server.unfinished import Unfinished
from syncd.server.writer import Framer
from syncd.session import Limits, Peer, Received


PINGS = raw_frame(9, b"x" * 125) * 10


class Deaf:
    """A peer that sends pings and reads nothing."""

    def __init__(self, keep_alive: float) -> None:
        near, self.far = socket.socketpair()
        self.far.setblocking(False)
        self.service: Any = SimpleNamespace(
            worker=SimpleNamespace(clock=time.monotonic),
            reader=Reader(),
            framer=Framer(),
            metrics=SimpleNamespace(connections=0, messages=0),
            unfinished=Unfinished(1_000_000, time.monotonic),
            connections=set(),
            session=lambda _: None,
            max_message=1_000_000,
            keep_alive=keep_alive,
        )
        admission: Any = object()
        self._near = Socket(fileno=near.detach())
        self.connection = Connection(self._near, b"", admission, self.service)
        self.connection.start()
        self._left = b""

    @property
    def connected(self) -> bool:
        return bool(self.service.connections)

    def send_for(self, seconds: float) -> None:
        """Send pings as long as they are taken, and wait until they are."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.connected:
            self._left = self._left or PINGS
            try:
                self._left = self._left[self.far.send(self._left) :]
            except BlockingIOError:
                gevent.sleep(0.01)

    def read_all(self) -> bytes:
        """Return what comes until the end."""
        data = b""
        with gevent.Timeout(10):
            while True:
                try:
                    piece = self.far.recv(65536)
                except BlockingIOError:
                    gevent.sleep(0.01)
                    continue
                if not piece:
                    return data
                data += piece

    def close(self) -> None:
        """Go, and wait until the connection has noticed."""
        self.far.close()
        with gevent.Timeout(10):
            while self._near.fileno() >= 0:
                gevent.sleep(0.01)
        self.service.reader.stop()


def enter(deaf: Deaf, bench: Bench, peer: Peer) -> None:
    """Let a peer be in a session, though it has not said hello."""
    connection = deaf.connection
    connection._state = ConnectionState.LIVE
    connection._session, connection._peer = bench.session, peer
    connection._valve.lead_to(bench.session, peer)
    connection._valve.live = True


@pytest.fixture
def make() -> Iterator[Any]:
    made: list[Deaf] = []

    def make(**settings: float) -> Deaf:
        made.append(Deaf(**settings))
        return made[-1]

    yield make
    for deaf in made:
        deaf.close()


def test_few_answers_wait_for_a_peer_that_takes_none(make: Any) -> None:
    """It has not even said hello."""
    deaf = make(keep_alive=25.0)
    deaf.send_for(1.2)
    assert deaf.connected
    assert 0 < deaf.connection._writer.backlog < 300


def test_a_peer_that_asks_and_takes_no_answer_counts_as_lost(make: Any) -> None:
    """It is not read any more then, and would be looked at for ever."""
    deaf = make(keep_alive=0.1)
    deaf.send_for(1.0)
    assert deaf.connected
    deaf.send_for(3.0)
    assert not deaf.connected


@pytest.mark.parametrize(
    "frame",
    [raw_frame(8, b"\x03\xe8"), raw_frame(3, b"")],
    ids=["a goodbye", "a violation"],
)
def test_nothing_follows_a_close_frame(make: Any, frame: bytes) -> None:
    """Not even what waits for others to be written with."""
    deaf = make(keep_alive=25.0)
    deaf.connection._state = ConnectionState.LIVE
    peer = deaf.connection._peer = Peer("tab", Limits(), deaf.connection._writer)
    peer.outbox.put(Payload(b"patch", text=True))
    deaf.far.send(frame)
    data = deaf.read_all()
    size = data[1]
    assert data[0] == 0x88
    assert len(data) == 2 + size


PARTS = {
    "of one frame": lambda data: b"\x81\xff" + (900_000).to_bytes(8, "big") + data,
    "in fragments": lambda data: raw_frame(1, data, fin=False),
}


@pytest.mark.parametrize("name", PARTS)
def test_messages_that_never_end_are_given_up_when_there_are_too_many(
    make: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A byte now and then keeps a connection, with all that came before it."""
    monkeypatch.setattr(unfinished, "_MOST", 250_000)
    account = Unfinished(50_000, time.monotonic)
    part = PARTS[name](b" " * 120_000)
    first, second, third = peers = [make(keep_alive=25.0) for _ in range(3)]
    for number, peer in enumerate(peers):
        peer.service.unfinished = account
        for begin in range(0, len(part), 30_000):
            send(peer, part[begin : begin + 30_000])
        wait_until(lambda number=number: account.size > 110_000 * min(number + 1, 2))
    wait_until(lambda: not first.connected)
    assert second.connected
    assert third.connected
    assert account.size < 250_000
    second.far.close()
    wait_until(lambda: account.size < 130_000)


def test_nothing_large_is_read_for_a_session_with_much_to_do(make: Any) -> None:
    """Thousands of connections could bring a large message each."""
    deaf = make(keep_alive=25.0)
    bench = Bench(inbox_bytes=1_000, session_inbox_bytes=1_000)
    other = bench.watch("other")
    bench.session.put(Received(other, Ping(n=1), size=5_000))
    connection = deaf.connection
    enter(deaf, bench, Peer("tab", Limits(), connection._writer))
    message = b"\x81\xff" + (900_000).to_bytes(8, "big") + b" " * 900_004
    send(deaf, message[:100_000])
    wait_until(lambda: connection._valve.until == math.inf)
    assert deaf.service.unfinished.size > 50_000
    assert connection._valve._watch.active is False
    bench.run()
    wait_until(lambda: connection._valve.until is None)
    send(deaf, message[100_000:200_000])
    wait_until(lambda: deaf.service.unfinished.size > 150_000)
    assert bench.session._inbox.shut_out == {}


@pytest.fixture
def busy(make: Any) -> Iterator[tuple[Deaf, Bench]]:
    """Return a peer that is live, and what runs its session."""
    deaf: Deaf = make(keep_alive=25.0)
    bench = Bench()
    enter(deaf, bench, bench.watch())
    yield deaf, bench
    bench.run()


def edit(seq: int, value: bytes) -> bytes:
    """Return a frame with an edit."""
    change = b'{"kind":"field_changed","model":1,"field":"label","value":%b}' % value
    message = b'{"type":"patch","seq":%d,"base":0,"changes":[%b]}' % (seq, change)
    return raw_frame(1, message)


def test_what_waits_counts_as_what_it_takes_in_memory(
    busy: tuple[Deaf, Bench],
) -> None:
    """A megabyte of empty lists takes twenty."""
    deaf, _ = busy
    peer: Any = deaf.connection._peer
    send(deaf, edit(1, b"[%b]" % b",".join([b"[]"] * 60_000)))
    wait_until(lambda: peer.messages_waiting)
    assert peer.bytes_waiting > 60_000 * 56
    assert deaf.connection._valve.until == math.inf


def test_who_sends_much_that_is_costly_is_read_more_slowly(
    busy: tuple[Deaf, Bench],
) -> None:
    deaf, bench = busy
    connection, metrics, now = deaf.connection, deaf.service.metrics, time.monotonic()
    deaf.service.worker.clock = lambda: now
    numbers = b"[%b]" % b",".join([b"1.5"] * 8_000)
    for seq in range(1, 100):
        send(deaf, edit(seq, numbers))
        wait_until(lambda seq=seq: metrics.messages == seq)
        bench.run()
        if connection._valve.until is not None:
            break
    deaf.service.worker.clock = time.monotonic  # for its end
    assert 60 < seq < 99
    assert connection._valve.until is not None
    assert now < connection._valve.until < now + 1.1


def test_nothing_large_is_read_to_its_end_where_others_have_brought_much(
    busy: tuple[Deaf, Bench],
) -> None:
    """Sixty could begin at once, and bring fifteen megabytes each."""
    deaf, bench = busy
    message = edit(1, b"[%b]" % b",".join([b"[]"] * 60_000))
    send(deaf, message[:100_000])
    wait_until(lambda: deaf.service.unfinished.size > 50_000)
    other = bench.watch("other")
    crowd = 64 * 1024 * 1024
    bench.session.put(Received(other, Ping(n=1), size=crowd))
    send(deaf, message[100_000:])
    wait_until(lambda: deaf.connection._valve.until == math.inf)
    assert deaf.service.metrics.messages == 0
    bench.run()
    wait_until(lambda: deaf.service.metrics.messages == 1)


def test_room_for_more_does_not_end_a_rest(busy: tuple[Deaf, Bench]) -> None:
    deaf, bench = busy
    connection, metrics, now = deaf.connection, deaf.service.metrics, time.monotonic()
    deaf.service.worker.clock = lambda: now
    lists = b"[%b]" % b",".join([b"[]"] * 200_000)  # too much to wait with others
    for seq in (1, 2):
        send(deaf, edit(seq, lists))
        wait_until(lambda seq=seq: metrics.messages == seq)
        assert connection._valve.until == math.inf
        bench.run()
    rest = connection._valve.until
    deaf.service.worker.clock = time.monotonic
    assert rest is not None
    assert now + 0.5 < rest < now + 1.5
    wait_until(lambda: connection._valve.until is None)
    assert time.monotonic() >= rest


def send(peer: Deaf, data: bytes) -> None:
    """Send all of it."""
    with gevent.Timeout(10):
        while data:
            try:
                data = data[peer.far.send(data) :]
            except BlockingIOError:
                gevent.sleep(0.01)


def wait_until(condition: Any) -> None:
    with gevent.Timeout(10):
        while not condition():
            gevent.sleep(0.01)
