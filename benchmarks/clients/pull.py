"""Customises one new session after another, as a web application does.

It says that it is ready, waits for a line with the seconds to go on for, and
prints what came out.
"""

import json
import sys
import time

from bokeh.client import pull_session


URL = sys.argv[1]


def customise(title: str, *, wait: bool = False) -> str:
    """Change one title in a new session; return the session's id.

    Bokeh's client does not wait until a change has arrived, nor even been sent,
    unless it is told to; its documentation does not tell it to.
    """
    with pull_session(url=URL) as session:
        session.document.roots[0].children[1].title.text = title
        if wait and hasattr(session, "force_roundtrip"):
            session.force_roundtrip()
        return session.id


def title_of(session_id: str) -> str:
    """Return the title that the session has got."""
    with pull_session(session_id=session_id, url=URL) as session:
        return session.document.roots[0].children[1].title.text


assert title_of(customise("a title of our own", wait=True)) == "a title of our own"
print("ready", flush=True)
seconds = float(sys.stdin.readline())

latencies: list[float] = []
cpu, began = time.process_time(), time.perf_counter()
until = began + seconds
while (asked := time.perf_counter()) < until:
    customise(f"title {len(latencies)}")
    latencies.append(time.perf_counter() - asked)
cpu, elapsed = time.process_time() - cpu, time.perf_counter() - began
print(json.dumps({"latencies": latencies, "cpu": cpu, "seconds": elapsed}))
