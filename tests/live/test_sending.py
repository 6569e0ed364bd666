"""What was told has left before a session goes on, however long that takes."""

import json
from pathlib import Path

import pytest

from support.daemon import daemon as run_daemon
from support.ws import connect, raw_frame


APPS = Path(__file__).parent / "apps"
TEXT = 1


@pytest.fixture(scope="module")
def daemon():
    with run_daemon(apps=[APPS / "telling.py"]) as running:
        yield running


def doubled(ws):
    """Return the last number that a watcher is told, up to 2."""
    told = 0
    while told < 2:
        for change in ws.receive_type("patch", timeout=10)["changes"]:
            if change["field"] == "doubled":
                told = change["value"]
                assert told > 0, "it came when the process was free again"
    return told


@pytest.mark.parametrize("way", ["flushed", "next_tick"])
def test_all_who_watch_have_it_while_the_process_is_kept(daemon, way, tmp_path):
    free = tmp_path / "free"
    with (
        connect(daemon.port, "/telling/ws", token=way) as one,
        connect(daemon.port, "/telling/ws", token=way) as two,
        connect(daemon.port, "/telling/ws", token=way) as three,
    ):
        watchers = one, two, three
        for number, ws in enumerate(watchers):
            ws.enter(f"tab-{number}")
        one.set_field(1, 0, 1, "text", f"{way} {free}")
        assert [doubled(ws) for ws in watchers] == [2, 2, 2]
        free.touch()


def test_what_came_before_a_fault_is_answered(daemon):
    """Both messages come with one read, and the second one closes."""
    with connect(daemon.port, "/telling/ws") as ws:
        ws.enter("tab")
        frames = b"".join(
            raw_frame(
                TEXT,
                json.dumps(
                    {"type": "patch", "seq": seq, "base": 0, "changes": []}
                ).encode(),
            )
            for seq in (1, 3)
        )
        ws.send_raw(frames)
        assert ws.receive_type("ack")["seq"] == 1
        assert ws.wait_closed().code == 4400
