"""What waits for a busy session, and for all of them, is bounded in memory.

Each connection may have a little waiting; thousands of them had gigabytes.
"""

from typing import Any

import pytest

from support.bench import Bench
from syncd.protocol import ClientPatch, SetField
from syncd.session import Backlog, Leave, Peer, Received


class Crowd:
    """A busy session that people send to."""

    def __init__(self, backlog: Backlog | None = None, **limits: Any) -> None:
        self.bench = Bench(inbox_bytes=1_000, backlog=backlog, **limits)
        self.backlog = self.bench.environment.backlog
        self.session = self.bench.session
        self.seqs: dict[Peer, int] = {}

    def peer(self, tab: str) -> Peer:
        return self.bench.watch(tab)

    def put(self, peer: Peer, size: int) -> None:
        seq = self.seqs[peer] = self.seqs.get(peer, 0) + 1
        field = "value" if seq % 2 else "whole"  # so that nothing is merged
        change = SetField(model=1, field=field, value=seq)
        message = ClientPatch(seq=seq, base=0, changes=[change])
        self.session.put(Received(peer, message, size=size))


@pytest.fixture
def crowd() -> Crowd:
    return Crowd(session_inbox_bytes=2_000)


def test_who_has_something_waiting_is_not_read_while_much_waits(crowd: Crowd) -> None:
    some, others, last = (crowd.peer(tab) for tab in ("a", "b", "c"))
    for _ in range(3):
        crowd.put(some, 300)
    crowd.put(last, 100)
    assert not crowd.session.full(some)
    for _ in range(2):
        crowd.put(others, 499)
    crowd.put(last, 1)
    assert not crowd.session.full(last)
    crowd.put(last, 1)
    assert [crowd.session.full(peer) for peer in (some, others, last)] == [True] * 3
    crowd.bench.run()
    assert not any(crowd.session.full(peer) for peer in (some, others, last))


def test_who_has_nothing_waiting_is_read_but_nothing_large(crowd: Crowd) -> None:
    """A drag of others goes on, and nobody brings megabytes."""
    some, others, last = (crowd.peer(tab) for tab in ("a", "b", "c"))
    assert not crowd.session.full(last, large=True)
    crowd.put(some, 900)
    crowd.put(others, 1_100)
    assert not crowd.session.full(last)
    assert crowd.session.full(last, large=True)


def test_whoever_waits_for_room_is_told_when_there_is_some(crowd: Crowd) -> None:
    some, others, last = (crowd.peer(tab) for tab in ("a", "b", "c"))
    told: list[str] = []
    for _ in range(2):
        crowd.put(some, 900)
    crowd.put(others, 900)
    crowd.session.when_room(some, lambda: told.append("some"))
    crowd.session.when_room(last, lambda: told.append("last"))
    crowd.session.run_next(0.0)
    assert told == ["some", "last"]
    crowd.bench.run()
    assert told == ["some", "last", "some"]


def test_who_has_gone_is_not_told(crowd: Crowd) -> None:
    some, last = crowd.peer("a"), crowd.peer("b")
    told: list[str] = []
    for _ in range(3):
        crowd.put(some, 900)
    crowd.session.when_room(last, lambda: told.append("last"))
    crowd.session.when_room(last, None)
    crowd.session.put(Leave(last, clean=True))
    crowd.bench.run()
    assert told == []


def test_much_in_all_sessions_leaves_each_its_own_room() -> None:
    """A session that is stuck keeps nobody elsewhere from being read."""
    backlog = Backlog(5_000)
    stuck = Crowd(backlog, session_inbox_bytes=100_000)
    quick = Crowd(backlog, session_inbox_bytes=100_000)
    hoarders = [stuck.peer(f"tab{number}") for number in range(6)]
    for peer in hoarders:
        stuck.put(peer, 900)
    assert (backlog.size, stuck.session.full(hoarders[0])) == (5_400, True)
    visitor = quick.peer("tab")
    quick.put(visitor, 900)
    assert not quick.session.full(visitor, large=True)
    stuck.bench.run()
    assert backlog.size == 900


def test_a_session_that_ends_gives_back_its_share_and_tells_who_waits(
    crowd: Crowd,
) -> None:
    some, last = crowd.peer("a"), crowd.peer("b")
    told: list[str] = []
    for _ in range(3):
        crowd.put(some, 900)
    crowd.session.when_room(last, lambda: told.append("last"))
    assert crowd.backlog.size == 2_700
    crowd.session.end(4410, "the session was destroyed")
    assert (crowd.backlog.size, told) == (0, ["last"])


def test_what_is_merged_counts_once(crowd: Crowd) -> None:
    some = crowd.peer("a")
    for seq in range(1, 50):
        change = SetField(model=1, field="value", value=seq)
        message = ClientPatch(seq=seq, base=0, changes=[change])
        crowd.session.put(Received(some, message, size=10 + seq))
    assert crowd.backlog.size == 59
