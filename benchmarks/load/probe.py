"""Asks for something cheap again and again, and notes how long it waits."""

import time
from collections.abc import Callable

from benchmarks.load.link import Link


EVERY = 0.005
"""Seconds from one question to the next, unless the answer takes longer."""


def probe(link: Link, path: str, go_on: Callable[[], bool]) -> list[float]:
    """Return the seconds that each request waited for its answer."""
    waits = []
    due = time.perf_counter()
    while go_on():
        time.sleep(max(0.0, due - time.perf_counter()))
        asked = time.perf_counter()
        assert link.request(path).status == 200  # noqa: PLR2004 - OK
        waits.append(time.perf_counter() - asked)
        due = asked + EVERY
    return waits
