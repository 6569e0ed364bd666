"""What sessions leave behind in a real daemon whose collector is off: nothing."""

import collections
import json
from pathlib import Path

import requests

from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import connect


APPS = Path(__file__).parent / "apps"
SLIDERS = Path(__file__).parent.parent / "apps" / "sliders.py"

SESSIONS = 100
FEW = 50
"""Tracked objects that may be more or less by chance: caches, the probe's own."""


def visit(daemon, *, clean):
    """Load the page, open its document, drag a slider, and leave."""
    requests.get(f"{daemon.url}/sliders", timeout=20).raise_for_status()
    with connect(daemon.port, "/sliders/ws") as ws:
        snapshot = ws.enter()
        slider = next(m["id"] for m in snapshot["models"] if m["type"] == "Slider")
        for number in range(1, 4):
            ws.set_field(number, 0, slider, "value", float(number))
            assert ws.receive_type("patch")["ack"] == number
        if clean:
            ws.protocol.send_close(1000)
            ws.flush()
            ws.wait_closed()


def wait_until_alone(daemon):
    def alone():
        text = requests.get(f"{daemon.url}/metrics", timeout=20).text
        return "\nsyncd_sessions 1\n" in text and "\nsyncd_connections 1\n" in text

    eventually(alone, "there are other sessions or connections still")


class Probe:
    """A session of the application that counts objects."""

    def __init__(self, ws):
        self.ws = ws
        self.number = 0
        ws.enter()

    def count(self):
        """Return how many objects of each kind the collector knows."""
        self.number += 1
        self.ws.set_field(self.number, 0, 1, "value", self.number)
        changes = self.ws.receive_type("patch")["changes"]
        text = next(item["value"] for item in changes if item["field"] == "text")
        return collections.Counter(json.loads(text))


def test_100_sessions_leave_nothing_for_the_collector():
    with (
        run_daemon(
            *("--unused-session-lifetime", "1", "--lost-session-lifetime", "1"),
            apps=[SLIDERS, APPS / "tracked.py"],
        ) as daemon,
        connect(daemon.port, "/tracked/ws") as ws,
    ):
        probe = Probe(ws)
        for number in range(10):
            visit(daemon, clean=number % 2 == 0)
        wait_until_alone(daemon)
        probe.count()
        earlier, before = probe.count(), probe.count()
        for number in range(SESSIONS):
            visit(daemon, clean=number % 2 == 0)
        wait_until_alone(daemon)
        after = probe.count()
        # Less what the probe itself keeps of each count, for peers that resume.
        left = {
            kind: (after[kind] - before[kind]) - (before[kind] - earlier[kind])
            for kind in after | before
        }
        left = {kind: number for kind, number in left.items() if number}
        assert not [kind for kind in left if kind.startswith("syncd.")], f"{left}"
        assert sum(map(abs, left.values())) <= FEW, f"{left}"
