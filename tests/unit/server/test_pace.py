"""How fast a connection may be."""

from syncd.server.pace import Pace


def test_few_frames_need_no_rest() -> None:
    pace = Pace(0.0)
    assert not any(pace.spent() for _ in range(4_999))
    assert pace.spent()
    assert pace.renew(0.25) == 0.75


def test_who_was_slow_may_be_fast_for_once() -> None:
    pace = Pace(0.0)
    for _ in range(5_000):
        pace.spent()
    assert pace.renew(60.0) == 0.0


def test_large_messages_count_as_what_they_cost() -> None:
    """Ten of 30 MB take as long as seven seconds of small ones."""
    pace = Pace(0.0)
    for _ in range(10):
        pace.charge(30_000_000)
    assert pace.spent()
    assert 7.0 < pace.renew(0.0) < 8.0
