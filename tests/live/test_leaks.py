"""What a thousand sessions leave behind in a daemon: nothing."""

import contextlib
import json
import re
from pathlib import Path

import pytest

from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import connect


APPS = Path(__file__).parent / "apps"
WARM_UP = 300
SESSIONS = 1_000
AT_ONCE = 50

MARGIN = 3 * 1024
"""KiB that the process may grow by: 3 for each session, of the 200 that one takes."""


def visit(daemon, count):
    """Let that many sessions come, have their callbacks run, and go."""
    for _ in range(count // AT_ONCE):
        with contextlib.ExitStack() as stack:
            sessions = [
                stack.enter_context(connect(daemon.port, "/varied/ws"))
                for _ in range(AT_ONCE)
            ]
            for ws in sessions:
                ws.send({"type": "hello", "protocol": 1, "tab": "t"})
            for ws in sessions:
                ws.receive_type("snapshot", timeout=20)
                ws.set_field(1, 0, 1, "value", 21)
            for ws in sessions:
                while not any(
                    change["value"] == 42
                    for change in ws.receive(10).get("changes", ())
                ):
                    pass


def counts_of(daemon):
    """Return what there is in the process."""
    with connect(daemon.port, "/counted/ws") as ws:
        counts = json.loads(ws.enter()["models"][0]["fields"]["text"])
    status = Path(f"/proc/{daemon.pid}/status").read_text()
    for name in ("VmRSS", "Threads"):
        counts[name] = int(re.findall(rf"^{name}:\s+(\d+)", status, re.MULTILINE)[0])
    counts["fds"] = len([*Path(f"/proc/{daemon.pid}/fd").iterdir()])
    return counts


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")
def test_a_thousand_sessions_leave_nothing_behind():
    args = ("--unused-session-lifetime", "20")
    apps = [APPS / "varied.py", APPS / "counted.py"]
    with run_daemon(*args, apps=apps) as daemon:
        visit(daemon, WARM_UP)
        before = eventually(lambda: counts_when_idle(daemon))
        visit(daemon, SESSIONS)
        after = eventually(
            lambda: settled(daemon, before),
            lambda: f"{counts_of(daemon)} is more than {before}",
        )
    assert after["VmRSS"] - before["VmRSS"] < MARGIN, (before, after)


def counts_when_idle(daemon):
    """Return the counts when no session is left, and no thread that has no work."""
    counts = counts_of(daemon)
    return counts if counts["counters"] <= 2 and counts["Threads"] <= 6 else None


def settled(daemon, before):
    """Return the counts when none but that of memory is higher than it was."""
    counts = counts_of(daemon)
    more = {
        name: count
        for name, count in counts.items()
        if name != "VmRSS" and count > before[name] + 2
    }
    return None if more else counts
