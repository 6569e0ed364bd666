"""Everybody ends up with the same document, whatever the network does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convergence.schedule import SCHEDULES, Run
from convergence.world import World, mirrors
from syncd.session import Limits


CHECKS = settings(
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@settings(CHECKS, max_examples=1_000)
@given(clients=st.integers(1, 4), schedule=SCHEDULES)
def test_all_peers_are_equal_at_rest(clients: int, schedule: Any) -> None:
    Run(World(mirrors(clients))).play(schedule)


@settings(CHECKS, max_examples=300)
@given(schedule=SCHEDULES)
def test_slow_peers_are_equal_at_rest_after_their_patches_were_merged(
    schedule: Any,
) -> None:
    Run(World(mirrors(3), Limits(outbox_messages=1, outbox_bytes=64))).play(schedule)


@settings(CHECKS, max_examples=300)
@given(schedule=SCHEDULES)
def test_peers_are_equal_at_rest_when_history_is_too_short(schedule: Any) -> None:
    Run(World(mirrors(3), Limits(history_bytes=2000))).play(schedule)


@pytest.mark.parametrize("clients", [1, 3])
def test_a_quiet_world_is_at_rest_at_once(clients: int) -> None:
    Run(World(mirrors(clients))).check()
