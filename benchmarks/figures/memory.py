"""What a live session takes of memory."""

import time
from statistics import linear_regression

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.arrive import arrive
from benchmarks.systems.base import System


_STEPS = 8
_SETTLE = 0.3
"""Seconds of quiet before memory is looked at."""

_SPAN = {"syncd": (200, 1000)}
_PEER_SPAN = (100, 400)


def _run(system: System, quick: bool) -> Run:
    least, most = _SPAN.get(system.name, _PEER_SPAN)
    if quick:
        least, most = least // 4, most // 4
    sizes, memory = [], []
    with system.serving("sliders") as server:
        links = [system.visit(server, "sliders").link]
        for size in range(least, most + 1, (most - least) // _STEPS):
            links += arrive(
                size - len(links), lambda: system.quick_visit(server, "sliders")
            )
            time.sleep(_SETTLE)
            sizes.append(size)
            memory.append(server.rss())
        for link in links:
            link.close()
    return Run({"session": linear_regression(sizes, memory).slope / 1000})


FIGURES = (
    Figure(
        "memory",
        (
            Measure(
                "session",
                "memory of a live sliders session with its WebSocket",
                "kB",
                Target(60, "lower"),
                peer="286 kB",
            ),
        ),
        _run,
        quick=("syncd", "bokeh"),
        note=(
            "The slope of resident memory from 200 to 1,000 sessions (100 to 400 for"
            " Bokeh), fitted through nine points, after the first document and without"
            " any edits; the page's connection is closed. 1 kB is 1,000 bytes."
        ),
    ),
)
