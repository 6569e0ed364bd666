"""A connection is attended to when it is time, and only then."""

import gc
import math
import weakref
from typing import Any

import pytest

from syncd.server.alarm import Alarm


class Loop:
    """A loop that only notes which timers run."""

    def __init__(self) -> None:
        self.running: list[Timer] = []

    def timer(self, seconds: float) -> "Timer":
        return Timer(self, seconds)


class Timer:
    """A timer of that loop."""

    def __init__(self, loop: Loop, seconds: float) -> None:
        self._loop, self.seconds, self.active = loop, seconds, False

    def start(self, call: Any, *args: Any) -> None:
        self.active, self._call = True, (call, args)
        self._loop.running.append(self)

    def stop(self) -> None:
        self.active = False
        if self in self._loop.running:
            self._loop.running.remove(self)

    def close(self) -> None:
        self.stop()

    def ring(self) -> None:
        self.stop()
        call, args = self._call
        call(*args)


class Reader:
    """Notes who is to be attended to."""

    def __init__(self) -> None:
        self.loop = Loop()
        self.calls: list[object] = []

    def call(self, connection: object) -> None:
        self.calls.append(connection)


class Woken:
    """Whoever is attended to."""


@pytest.fixture
def reader() -> Any:
    return Reader()


def seconds(reader: Any) -> list[float]:
    return [timer.seconds for timer in reader.loop.running]


def test_it_is_set_once_and_moved_forward_only(reader: Any) -> None:
    woken: Any = Woken()
    alarm = Alarm(reader, woken, 100.0)
    assert alarm.rung
    alarm.set(100.0, 110.0)
    assert (seconds(reader), alarm.rung) == ([10.0], False)
    alarm.advance(100.0, 120.0)
    assert seconds(reader) == [10.0]
    alarm.advance(100.0, 105.0)
    assert seconds(reader) == [5.0]
    alarm.set(100.0, 120.0)
    assert seconds(reader) == [20.0]
    reader.loop.running[0].ring()
    assert (reader.calls, alarm.rung) == ([woken], True)


def test_before_the_first_look_nothing_comes_sooner(reader: Any) -> None:
    Alarm(reader, Woken(), 100.0).advance(100.0, 101.0)  # type: ignore[arg-type]
    assert seconds(reader) == []


def test_what_is_due_already_rings_at_once_and_never_is_no_time(reader: Any) -> None:
    alarm = Alarm(reader, Woken(), 100.0)  # type: ignore[arg-type]
    alarm.set(100.0, 90.0)
    assert seconds(reader) == [0.001]
    alarm.stop()
    assert seconds(reader) == []
    other = Alarm(reader, Woken(), 100.0)  # type: ignore[arg-type]
    other.set(100.0, math.inf)
    assert seconds(reader) == []


def test_one_that_was_stopped_rings_never_and_holds_nobody(reader: Any) -> None:
    woken: Any = Woken()
    seen = weakref.ref(woken)
    alarm = Alarm(reader, woken, 100.0)
    alarm.set(100.0, 110.0)
    alarm.stop()
    alarm.advance(100.0, 101.0)
    assert seconds(reader) == []
    gc.disable()
    try:
        del woken
        assert seen() is None
    finally:
        gc.enable()
