"""The browser's session code and the Python mirror agree with the server."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from convergence.node_client import NodeClient, NodeProcess
from convergence.schedule import SCHEDULES, Run
from convergence.world import World, mirrors
from syncd.session import Limits


CHECKS = settings(
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


@pytest.fixture(scope="module")
def node() -> Iterator[NodeProcess]:
    process = NodeProcess()
    yield process
    process.close()


@settings(CHECKS, max_examples=250)
@given(schedule=SCHEDULES)
def test_the_browsers_code_is_equal_at_rest(node: NodeProcess, schedule: Any) -> None:
    clients = [NodeClient(node, "node"), *mirrors(1)]
    Run(World(clients)).play(schedule)


@settings(CHECKS, max_examples=100)
@given(schedule=SCHEDULES)
def test_the_browsers_code_is_equal_at_rest_as_a_slow_peer(
    node: NodeProcess, schedule: Any
) -> None:
    limits = Limits(outbox_messages=1, outbox_bytes=64, history_bytes=2500)
    Run(World([NodeClient(node, "node"), *mirrors(1)], limits)).play(schedule)
