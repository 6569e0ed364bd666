"""When the cyclic garbage collector looks at old objects."""

import gc
import weakref

import pytest

from syncd.server.collector import Collector


class World:
    """What a collector sees of the process, and what it does to it."""

    def __init__(self, monkeypatch):
        self.now = self.work = 0.0
        self.young = self.old = 0  # looks at survivors; objects that survived
        self.frozen = 40_000
        self.enabled = True
        self.done = []
        monkeypatch.setattr(gc, "collect", self.collect)
        monkeypatch.setattr(gc, "freeze", self.freeze)
        monkeypatch.setattr(gc, "unfreeze", self.unfreeze)
        monkeypatch.setattr(gc, "get_freeze_count", lambda: self.frozen)
        monkeypatch.setattr(gc, "set_threshold", lambda *_: self.done.append("set"))
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, self.young))
        monkeypatch.setattr(gc, "get_objects", lambda generation: [0] * self.old)
        monkeypatch.setattr(gc, "isenabled", lambda: self.enabled)
        self.collector = Collector(lambda: self.now, lambda: self.work)
        self.collector.start()
        assert self.done == ["unfreeze", "collect", "freeze", "set"]
        self.done.clear()

    def collect(self):
        self.done.append("collect")
        self.young = 0

    def freeze(self):
        self.done.append("freeze")
        self.frozen, self.old = self.frozen + self.old, 0

    def unfreeze(self):
        self.done.append("unfreeze")
        self.frozen, self.old = 0, self.frozen + self.old

    def survive(self, objects):
        """Let so many objects survive the young generations."""
        self.old += objects
        self.young += max(objects // 10_000, 1)

    def pass_time(self, seconds, *, busy):
        """Look every second; return after how many at all objects, if it did."""
        for second in range(1, seconds + 1):
            self.now += 1
            self.work += 0.9 if busy else 0.01
            if self.collector.look():
                return second
        return None


@pytest.fixture
def world(monkeypatch):
    return World(monkeypatch)


def test_an_idle_process_looks_at_a_few_objects_soon(world):
    world.survive(20_000)
    assert world.pass_time(60, busy=False) == 30


def test_an_idle_process_with_nothing_new_does_nothing(world):
    assert world.pass_time(3000, busy=False) is None
    assert world.done == []


def test_a_tenth_more_than_before_is_not_worth_a_look_at_all(world):
    world.survive(4_000)
    assert world.pass_time(590, busy=False) is None
    assert world.pass_time(20, busy=False) == 10


def test_what_survives_while_busy_is_looked_at_once_and_exempted(world):
    world.survive(20_000)
    assert world.pass_time(10, busy=True) is None
    assert world.done == ["collect", "freeze"]
    assert world.frozen == 60_000


def test_a_busy_process_with_a_few_objects_waits_until_it_is_idle(world):
    world.survive(50_000)
    assert world.pass_time(50, busy=True) is None
    assert world.pass_time(30, busy=False) == 1


def test_many_objects_are_looked_at_every_ten_minutes_of_an_idle_process(world):
    world.survive(1_000_000)
    assert world.pass_time(700, busy=False) == 600
    world.survive(100_000)
    assert world.pass_time(700, busy=False) == 600


def test_a_process_that_is_never_idle_looks_at_all_once_an_hour(world):
    world.survive(1_000_000)
    assert world.pass_time(4000, busy=True) == 3600


def test_applications_can_switch_it_off(world):
    world.survive(1_000_000)
    world.enabled = False
    assert world.pass_time(4000, busy=False) is None
    assert world.done == []


def test_a_look_at_all_finds_cycles_that_were_exempted():
    class Node:
        pass

    node = Node()
    node.me = node
    found = weakref.ref(node)
    now, thresholds = 0.0, gc.get_threshold()
    collector = Collector(lambda: now, lambda: 0.0)
    try:
        collector.start()
        objects = [[] for _ in range(100_000)]  # enough for looks at survivors
        now = 1.0
        assert not collector.look()
        del node, objects
        gc.collect()
        assert found() is not None
        now = 700.0
        assert collector.look()
        assert found() is None
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)


def test_it_looks_less_often_while_less_happens(world):
    """Many new objects take long; to wake a process for none costs more than a look."""
    world.pass_time(1, busy=True)
    busy = world.collector.pause
    world.pass_time(1, busy=False)
    calm = world.collector.pause
    world.now += 10
    world.work += 0.01
    world.collector.look()
    assert world.collector.pause > calm > busy
    world.pass_time(1, busy=True)
    assert world.collector.pause == busy
