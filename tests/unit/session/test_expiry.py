"""When a session ends that nobody watches, and when it does not."""

import pytest

from support.bench import Bench
from syncd.session import Leave


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
