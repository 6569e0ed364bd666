"""Messages that are still coming in take so much memory together, and no more."""

import pytest

from support.clock import Clock
from syncd.server.unfinished import Unfinished


MB = 1_000_000
MOST = 268


class Sender:
    gone = False

    def let_go(self):
        self.gone = True


@pytest.fixture
def clock():
    return Clock()


def test_whoever_holds_most_for_longest_has_to_go(clock):
    unfinished = Unfinished(20 * MB, clock)
    slow, quick, last = Sender(), Sender(), Sender()
    unfinished.note(slow, 100 * MB)
    clock.advance(50)
    unfinished.note(slow, 100 * MB + 1)
    unfinished.note(quick, 150 * MB)
    assert not slow.gone
    unfinished.note(last, 30 * MB)
    assert slow.gone
    assert not quick.gone
    assert not last.gone
    assert unfinished.size == 180 * MB


def test_what_is_there_as_a_whole_counts_no_more(clock):
    unfinished = Unfinished(20 * MB, clock)
    sender = Sender()
    for _ in range(100):
        unfinished.note(sender, 19 * MB)
        unfinished.note(sender, 0)
    assert unfinished.size == 0
    assert not sender.gone


def test_there_is_room_for_several_of_the_largest(clock):
    unfinished = Unfinished(1_000 * MB, clock)
    senders = [Sender() for _ in range(5)]
    for sender in senders:
        unfinished.note(sender, 900 * MB)
    assert [sender.gone for sender in senders].count(True) == 1


def test_the_log_says_so_now_and_then(clock, caplog):
    unfinished = Unfinished(20 * MB, clock)
    for _ in range(50):
        unfinished.note(Sender(), 19 * MB)
    [line] = caplog.messages
    assert f"more than {MOST} MB together" in line
    assert unfinished.size <= MOST * MB
