"""What follows within a moment is written together, and nobody waits for long."""

import socket
from collections.abc import Iterator

import gevent
import pytest
from gevent.socket import socket as Socket  # noqa: N812 - it is a class

from syncd.protocol import Payload
from syncd.server.sender import Sender
from syncd.server.writer import Writer
from syncd.session import Limits, Peer


MOMENT = 0.0001
WHILE = 0.1


class Clock:
    """A time that passes when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A sender and connections, whose writers are let take when they are called."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.sender = Sender(self.clock)
        self.written: list[str] = []
        self.failing = ""
        self.asking = ""
        self._ends: dict[str, tuple[Socket, socket.socket]] = {}
        self._peers: dict[str, Peer] = {}

    def peer(self, name: str) -> Peer:
        if name not in self._peers:
            near, far = socket.socketpair()
            ours = Socket(fileno=near.detach())
            self._ends[name] = ours, far
            writer = Writer(ours, lambda: self._take(name))
            self._peers[name] = Peer(name, Limits(), writer)
        return self._peers[name]

    def call(self, names: str, *, after: float = MOMENT) -> None:
        for name in names:
            self.clock.now += after
            self.sender.call(self.peer(name))

    def has_ended(self, name: str) -> bool:
        """Tell whether the other end of a connection sees the end."""
        far = self._ends[name][1]
        far.setblocking(False)
        try:
            return far.recv(1) == b""
        except BlockingIOError:
            return False

    def close(self) -> None:
        self.failing = ""
        self.sender.stop()
        for ours, far in self._ends.values():
            ours.close()
            far.close()

    def _take(self, name: str) -> tuple[bytes, ...]:
        if name in self.failing:
            raise RuntimeError("no wire form")
        self.written.append(name)
        if name == self.asking:
            self.call("d")
        return ()


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    gevent.sleep(0)
    yield made
    made.close()


def test_who_comes_after_a_while_is_written_at_once(desk: Desk) -> None:
    desk.call("abc", after=WHILE)
    assert desk.written == ["a", "b", "c"]


def test_who_follows_is_written_when_all_that_is_ready_has_run(desk: Desk) -> None:
    desk.call("a", after=WHILE)
    gevent.get_hub().loop.run_callback(desk.call, "cd")
    desk.call("b")
    assert desk.written == ["a"]
    gevent.sleep(0)
    assert desk.written == ["a", "b", "c", "d"]


def test_who_calls_again_is_written_once(desk: Desk) -> None:
    desk.call("a", after=WHILE)
    desk.call("bcb")
    gevent.sleep(0)
    assert desk.written == ["a", "b", "c"]


def test_nobody_waits_for_one_who_computes_for_long(desk: Desk) -> None:
    desk.call("a", after=WHILE)
    desk.call("bc")
    desk.call("d", after=WHILE)
    assert desk.written == ["a", "b", "c", "d"]
    gevent.sleep(0)
    assert desk.written == ["a", "b", "c", "d"]


def test_who_never_lets_others_run_keeps_none_for_long(desk: Desk) -> None:
    desk.call("a", after=WHILE)
    for number in range(100):
        desk.call(f"{number % 10}", after=0.0009)
        assert len(desk.written) >= number - 4


def test_a_session_that_goes_on_sends_what_it_has_told(desk: Desk) -> None:
    desk.call("a", after=WHILE)
    desk.call("bc")
    desk.sender.send()
    assert desk.written == ["a", "b", "c"]
    gevent.sleep(0)
    assert desk.written == ["a", "b", "c"]


def test_calls_while_others_are_answered_are_answered_as_well(desk: Desk) -> None:
    desk.call("a", after=WHILE)
    desk.asking = "b"
    desk.call("bc")
    gevent.sleep(0)
    assert desk.written == ["a", "b", "c"]
    gevent.sleep(0)
    assert desk.written == ["a", "b", "c", "d"]


def test_much_is_written_at_once_with_those_before(desk: Desk) -> None:
    desk.call("a", after=WHILE)
    desk.call("bc")
    desk.peer("d").outbox.put(Payload(bytes(1_000_000), text=False))
    desk.call("d")
    assert desk.written == ["a", "b", "c", "d"]


def test_one_that_fails_is_given_up_and_costs_no_other_anything(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failing = "b"
    desk.call("a", after=WHILE)
    desk.call("bc")
    gevent.sleep(0)
    assert desk.written == ["a", "c"]
    assert desk.has_ended("b")
    assert not desk.has_ended("c")
    assert "could not be written to" in caplog.text
