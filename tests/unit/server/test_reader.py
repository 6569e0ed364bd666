"""One greenlet attends to all connections, and lets others have their turn."""

from collections.abc import Callable, Iterator
from typing import Any

import gevent
import pytest

from syncd.server.reader import Reader


class FakeConnection:
    """Does something when it is attended to."""

    def __init__(self, reader: Reader, action: Callable[[Any], Any]) -> None:
        self.reader = reader
        self.attended = 0
        self._action = action

    def attend(self) -> None:
        self.attended += 1
        self._action(self)


@pytest.fixture
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.stop()


def nothing(connection: Any) -> None:
    """Wait for the next call."""


def test_a_call_is_answered_once_however_often_it_is_made(reader):
    connection = FakeConnection(reader, nothing)
    reader.call(connection)
    reader.call(connection)
    assert not connection.attended
    gevent.sleep(0.001)
    assert connection.attended == 1
    reader.call(connection)
    gevent.sleep(0.001)
    assert connection.attended == 2


def test_who_always_has_something_to_read_leaves_time_for_others(reader):
    greedy = FakeConnection(reader, lambda self: self.reader.call(self))
    modest = FakeConnection(reader, nothing)
    reader.call(greedy)
    for number in range(1, 4):
        gevent.sleep(0)
        reader.call(modest)
        gevent.sleep(0)
        gevent.sleep(0)
        assert modest.attended == number
    assert 1 < greedy.attended < 30


def test_many_are_attended_to_in_turns(reader):
    crowd = [FakeConnection(reader, nothing) for _ in range(100)]
    for connection in crowd:
        reader.call(connection)
    gevent.sleep(0)
    assert 0 < sum(connection.attended for connection in crowd) < 100
    gevent.sleep(0.01)
    assert all(connection.attended == 1 for connection in crowd)


def test_a_failure_is_logged_and_no_concern_of_others(reader, caplog):
    def fail(connection: Any) -> None:
        raise gevent.GreenletExit

    other = FakeConnection(reader, nothing)
    reader.call(FakeConnection(reader, fail))
    reader.call(other)
    gevent.sleep(0.001)
    assert other.attended == 1
    assert "could not be attended to" in caplog.text
