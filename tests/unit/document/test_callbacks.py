"""Callbacks that time or another thread sets off."""

import contextlib
import math
import sys
import threading

import pytest

from syncd.document import Document
from syncd.document.callbacks import (
    CallbackRegistry,
    NextTickCallback,
    PeriodicCallback,
    TimeoutCallback,
)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def registry(clock: Clock) -> CallbackRegistry:
    registry = CallbackRegistry()
    registry.clock = clock
    return registry


def nothing() -> None:
    pass


def test_a_timeout_runs_once(registry: CallbackRegistry, clock: Clock) -> None:
    handle = registry.add_timed(nothing, 2.0, "timeout")
    assert registry.next_deadline(watched=True) == 102.0
    assert registry.take_due(101.9, watched=True) is None
    assert registry.take_due(102.0, watched=True) is handle
    assert registry.take_due(200.0, watched=True) is None
    with pytest.raises(ValueError, match="already ran"):
        registry.remove(handle, "timeout")


def test_a_periodic_callback_never_overlaps_itself(
    registry: CallbackRegistry, clock: Clock
) -> None:
    handle = registry.add_timed(nothing, 1.0, "periodic")
    assert registry.take_due(101.0, watched=True) is handle
    assert registry.take_due(105.0, watched=True) is None
    clock.now = 105.0
    registry.rearm(handle, 101.0)
    assert registry.next_deadline(watched=True) == 105.0


def test_periodic_callbacks_pause_while_nobody_watches(
    registry: CallbackRegistry,
) -> None:
    registry.add_timed(nothing, 1.0, "periodic")
    always = registry.add_timed(nothing, 5.0, "periodic", always=True)
    assert registry.next_deadline(watched=False) == 105.0
    assert registry.take_due(110.0, watched=False) is always


def test_a_next_tick_callback_is_due_at_once(registry: CallbackRegistry) -> None:
    told: list[None] = []
    registry.notify = lambda: told.append(None)
    handle = registry.add_next_tick(nothing)
    assert told == [None]
    assert registry.next_deadline(watched=False) == -math.inf
    assert registry.take_next_tick() is handle
    assert registry.take_next_tick() is None


def test_removed_callbacks_never_run(registry: CallbackRegistry) -> None:
    registry.remove(registry.add_next_tick(nothing), "next_tick")
    registry.add_timed(nothing, 1.0, "periodic")
    registry.remove(nothing, "periodic")
    assert registry.take_next_tick() is None
    assert registry.take_due(math.inf, watched=True) is None


@pytest.mark.parametrize("seconds", [0.0, -1.0, math.nan, math.inf])
def test_a_period_must_be_positive(registry: CallbackRegistry, seconds: float) -> None:
    with pytest.raises(ValueError, match="period"):
        registry.add_timed(nothing, seconds, "periodic")


def test_callbacks_take_no_argument(registry: CallbackRegistry) -> None:
    with pytest.raises(ValueError, match="no argument"):
        registry.add_next_tick(lambda event: event)


def test_what_is_added_after_the_end_never_runs(registry: CallbackRegistry) -> None:
    registry.close()
    registry.add_next_tick(nothing)
    registry.add_timed(nothing, 0.0, "timeout")
    assert registry.next_deadline(watched=True) is None


def test_callbacks_of_many_threads_run_once_unless_they_were_removed(
    registry: CallbackRegistry,
) -> None:
    """Whoever takes one out, the session or a thread, is the only one."""
    added, removed, taken = 2_000, [], []
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)

    def add_and_remove() -> None:
        for number in range(added):
            handle = registry.add_next_tick(nothing)
            if number % 50 == 0:
                registry.add_timed(nothing, 1000.0, "timeout")
            if number % 2:
                with contextlib.suppress(ValueError):
                    registry.remove(handle, "next_tick")
                    removed.append(handle)

    threads = [threading.Thread(target=add_and_remove) for _ in range(4)]
    try:
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            taken.append(registry.take_next_tick())
            registry.next_deadline(watched=True)
    finally:
        sys.setswitchinterval(interval)
    while (handle := registry.take_next_tick()) is not None:
        taken.append(handle)
    ran = [handle for handle in taken if handle is not None]
    assert len(ran) + len(removed) == len({*ran, *removed}) == 4 * added


def test_a_document_tells_which_callbacks_wait() -> None:
    doc = Document()
    periodic = doc.add_periodic_callback(nothing, 500)
    timeout = doc.add_timeout_callback(nothing, 2_000)
    tick = doc.add_next_tick_callback(nothing)
    assert set(doc.session_callbacks) == {periodic, timeout, tick}
    assert periodic.callback is nothing
    assert periodic.period == 500
    assert timeout.timeout == 2_000
    assert len({periodic.id, timeout.id, tick.id}) == 3
    doc.remove_periodic_callback(periodic)
    assert set(doc.session_callbacks) == {timeout, tick}
    doc.remove_timeout_callback(timeout)
    assert set(doc.session_callbacks) == {tick}
    doc.remove_next_tick_callback(tick)
    assert not doc.session_callbacks


def test_a_handle_has_what_its_kind_has() -> None:
    doc = Document()
    for handle, name in (
        (doc.add_periodic_callback(nothing, 500), "timeout"),
        (doc.add_timeout_callback(nothing, 500), "period"),
        (doc.add_next_tick_callback(nothing), "period"),
    ):
        with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
            getattr(handle, name)


def test_handles_are_of_the_kinds_that_bokeh_has() -> None:
    doc = Document()
    assert type(doc.add_periodic_callback(nothing, 500)) is PeriodicCallback
    assert type(doc.add_timeout_callback(nothing, 500)) is TimeoutCallback
    assert type(doc.add_next_tick_callback(nothing)) is NextTickCallback


def test_a_document_tells_whom_it_will_tell_of_the_end() -> None:
    def gone(session_context: object) -> None:
        pass

    doc = Document()
    doc.on_session_destroyed(gone)
    assert doc.session_destroyed_callbacks == {gone}


@pytest.mark.parametrize(
    ("seconds", "times"), [(0.01, 1), (0.05, 1), (0.12, 3), (1.0, 20)]
)
def test_periodic_callbacks_of_one_interval_come_to_be_due_together(
    registry: CallbackRegistry, clock: Clock, seconds: float, times: int
) -> None:
    shortest = seconds - min(0.008, seconds / 8)
    due: set[float] = set()
    for begin in (100.0 + number * seconds / 37 for number in range(37)):
        clock.now = begin
        handle = registry.add_timed(nothing, seconds, "periodic")
        started, intervals = handle.deadline, []
        for _ in range(40):
            clock.now = started + 0.0004
            registry.rearm(handle, started)
            intervals.append(handle.deadline - started)
            started = handle.deadline
        assert min(intervals) >= shortest - 1e-9
        assert max(intervals) <= seconds + 1e-6
        assert intervals[8:] == pytest.approx([seconds] * 32)
        due.add(round(started / seconds % 1, 6) % 1)
        registry.remove(handle, "periodic")
    assert len(due) == times


def test_a_callback_that_starts_late_keeps_its_time(
    registry: CallbackRegistry, clock: Clock
) -> None:
    handle = registry.add_timed(nothing, 0.05, "periodic")
    for _ in range(20):
        clock.now = handle.deadline + 0.003
        registry.rearm(handle, clock.now)
    settled = handle.deadline
    clock.now = settled + 0.003
    registry.rearm(handle, clock.now)
    assert handle.deadline == pytest.approx(settled + 0.05)


@pytest.mark.parametrize("seconds", [0.001, 0.016, 1.0, 60.0])
def test_no_periodic_callback_is_much_too_early(
    registry: CallbackRegistry, clock: Clock, seconds: float
) -> None:
    handle = registry.add_timed(nothing, seconds, "periodic")
    clock.now = started = handle.deadline + 0.0001
    registry.rearm(handle, started)
    early = started + seconds - handle.deadline
    assert -1e-5 < early <= min(0.00801, seconds / 8 + 1e-5)


@pytest.mark.parametrize("given", [100, 16, 33.3, 1000, 0.7])
def test_a_handle_tells_the_time_that_was_given(given: float) -> None:
    document = Document()
    every = document.add_periodic_callback(nothing, given)
    once = document.add_timeout_callback(nothing, given)
    assert repr(every.period) == repr(once.timeout) == repr(given)
