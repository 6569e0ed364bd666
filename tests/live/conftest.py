"""Daemons that tests of this folder share."""

from pathlib import Path

import pytest

from support.daemon import daemon as run_daemon
from support.ws import connect


APPS = Path(__file__).parent / "apps"
COUNTER = 1  # the model's id in every session of the counter


@pytest.fixture(scope="module")
def daemon():
    apps = [APPS / name for name in ("counter.py", "broken.py", "quitter.py")]
    with run_daemon(apps=apps) as running:
        yield running


@pytest.fixture
def bystander(daemon):
    """Another session, which must not notice what the test does."""
    with connect(daemon.port, "/counter/ws") as ws:
        revision = ws.enter("bystander")["revision"]
        yield ws
        for number in range(1, 4):
            ws.set_field(number, revision, COUNTER, "value", 100 + number)
            patch = ws.receive_type("patch")
            assert patch["ack"] == number
            assert patch["changes"][-1]["value"] == 2 * (100 + number)
