"""When a session ends that nobody watches, and when it does not."""

import pytest

from support.bench import Bench
from syncd.protocol import Hello
from syncd.session import Close, Join, Leave, Peer, SessionEndedError, Stop


HELLO = Hello(protocol=1, tab="tab")


def leave(bench: Bench, peer) -> None:
    bench.session.put(Leave(peer, clean=True))
    bench.run()


def test_a_blocked_session_lives_until_it_is_not_blocked_any_more(bench: Bench):
    peer = bench.watch()
    bench.session.block_expiration()
    bench.session.block_expiration()
    leave(bench, peer)
    bench.now += 10_000
    bench.run()
    bench.session.unblock_expiration()
    bench.run()
    assert bench.session.expiration_blocked
    assert bench.session.next_deadline() is None
    assert not bench.session.closed
    bench.session.unblock_expiration()
    bench.run()
    assert bench.session.closed


def test_a_requested_end_comes_when_the_last_one_leaves(bench: Bench):
    peer = bench.watch()
    bench.session.request_expiration()
    bench.run()
    assert not bench.session.closed
    leave(bench, peer)
    assert bench.session.closed


def test_only_what_was_blocked_can_be_unblocked(bench: Bench):
    with pytest.raises(RuntimeError, match="not blocked"):
        bench.session.unblock_expiration()


def test_a_session_lives_for_those_at_its_door(bench: Bench):
    bench.run()
    bench.session.expect()
    bench.session.expect()
    bench.now += 10_000
    bench.run()
    bench.session.expect_no_more()
    bench.run()
    assert not bench.session.closed
    assert bench.session.next_deadline() is None
    bench.session.put(Join(Peer("tab", bench.environment.limits), HELLO))
    bench.session.expect_no_more()
    bench.run()
    assert bench.session.roster.watched


def test_a_session_ends_if_nobody_comes_in_from_its_door(bench: Bench):
    bench.run()
    bench.session.expect()
    bench.now += 10_000
    bench.run()
    assert not bench.session.closed
    bench.session.expect_no_more()
    bench.run()
    assert bench.session.closed


def test_those_at_the_door_of_a_session_that_ended_may_still_go(bench: Bench):
    bench.session.expect()
    bench.session.put(Stop(1001, "restart"))
    bench.run()
    bench.session.expect_no_more()
    assert bench.session.closed


def test_a_session_that_is_stopped_while_it_is_built_has_not_failed():
    def build(document):
        bench.session.put(Stop(1001, "restart"))
        raise SessionEndedError("cancelled, since the session ends")

    bench = Bench(build)
    peer = Peer("tab", bench.environment.limits)
    bench.session.put(Join(peer, HELLO))
    bench.run()
    assert bench.session.closed
    assert bench.session.error is None
    (close,) = bench.read(peer)
    assert isinstance(close, Close)
    assert close.code == 1001


@pytest.mark.parametrize(("seconds", "most"), [(15.0, 0.25), (1.0, 0.0625), (0.0, 0.0)])
def test_sessions_that_end_one_soon_after_another_end_together(
    bench: Bench, seconds: float, most: float
):
    bench.run()
    ends = set()
    for hundredth in range(100):
        bench.now = 100 + hundredth / 100
        bench.session.postpone_expiry(seconds)
        late = bench.session.next_deadline() - (bench.now + seconds)
        assert -1e-9 < late < most + 1e-9
        ends.add(bench.session.next_deadline())
    assert len(ends) <= (1 / most + 1 if most else 100)
