"""When the cyclic garbage collector looks at old objects."""

import gc

import pytest

from syncd.server.collector import Collector


class World:
    """What a collector sees of the process, and what it does to it."""

    def __init__(self, monkeypatch):
        self.now = self.work = 0.0
        self.survivors = self.old = 0
        self.enabled = True
        self.done = []
        monkeypatch.setattr(gc, "collect", self.collect)
        monkeypatch.setattr(gc, "freeze", lambda: self.done.append("freeze"))
        monkeypatch.setattr(gc, "set_threshold", lambda *_: self.done.append("set"))
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, self.survivors))
        monkeypatch.setattr(gc, "get_objects", lambda generation: [0] * self.old)
        monkeypatch.setattr(gc, "isenabled", lambda: self.enabled)
        self.collector = Collector(lambda: self.now, lambda: self.work)
        self.collector.start()
        assert self.done == ["collect", "freeze", "set"]

    def collect(self):
        self.done.append("collect")
        self.survivors = 0

    def pass_time(self, seconds, *, busy):
        """Look every second; return after how many it collected, if it did."""
        for second in range(1, seconds + 1):
            self.now += 1
            self.work += 0.9 if busy else 0.01
            if self.collector.look():
                return second
        return None


@pytest.fixture
def world(monkeypatch):
    return World(monkeypatch)


def test_an_idle_process_collects_what_has_become_old(world):
    world.survivors = 1
    assert world.pass_time(30, busy=False) == 10


def test_an_idle_process_with_nothing_new_does_nothing(world):
    assert world.pass_time(300, busy=False) is None


def test_a_busy_process_waits_until_it_is_idle(world):
    world.survivors = 3
    assert world.pass_time(30, busy=True) is None
    assert world.pass_time(30, busy=False) == 1


def test_a_process_that_is_never_idle_collects_once_a_minute(world):
    world.survivors = 3
    assert world.pass_time(100, busy=True) == 60
    world.survivors = 3
    assert world.pass_time(100, busy=True) == 60


def test_many_new_objects_are_not_waited_for(world):
    world.survivors = 100
    assert world.pass_time(100, busy=True) == 1


def test_a_tenth_more_than_before_is_not_worth_a_look(world):
    world.old = 1_000_000
    world.collector.start()
    world.survivors = 5
    assert world.pass_time(290, busy=False) is None
    assert world.pass_time(20, busy=False) == 10
    world.survivors = 5
    assert world.pass_time(3000, busy=True) is None


def test_a_third_more_is(world):
    world.old = 1_000_000
    world.collector.start()
    world.survivors = 17
    assert world.pass_time(290, busy=True) == 60
    world.survivors = 17
    assert world.pass_time(290, busy=False) == 10


def test_applications_can_switch_it_off(world):
    world.survivors, world.enabled = 1000, False
    assert world.pass_time(300, busy=False) is None
