"""A request that is repeated while it is dealt with is done once."""

import time
from types import SimpleNamespace

import gevent
import pytest
from gevent.event import Event

from syncd.server.answer import Answer
from syncd.server.control import ControlApplication


ANSWER = Answer("200 OK", [], b"x")


@pytest.fixture
def control():
    worker = SimpleNamespace(clock=time.monotonic)
    return ControlApplication(SimpleNamespace(worker=worker), "secret")


def test_a_slow_request_is_remembered_however_many_come_meanwhile(control):
    done, go_on = [], Event()

    def slow():
        done.append(1)
        go_on.wait()
        return ANSWER

    first = gevent.spawn(control._once, "slow", slow)
    gevent.sleep(0)
    for number in range(2_000):
        control._once(str(number), lambda: ANSWER)
    again = gevent.spawn(control._once, "slow", slow)
    gevent.sleep(0)
    go_on.set()
    assert first.get(timeout=1) is again.get(timeout=1) is ANSWER
    assert control._once("slow", slow) is ANSWER
    assert done == [1]


def test_a_request_that_failed_may_be_tried_again(control):
    def fail():
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            control._once("key", fail)
    assert control._once("key", lambda: ANSWER) is ANSWER
