"""How long a server takes to start, and what it takes of memory then."""

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.systems.base import System


def _run(system: System, quick: bool) -> Run:
    if not quick:
        _started(system)  # leaves compiled modules behind
    seconds, memory = _started(system)
    return Run({"start": seconds, "rss": memory / 1e6})


def _started(system: System) -> tuple[float, int]:
    server = system.start("sliders")
    try:
        return server.wait_for("/sliders"), server.rss()
    finally:
        server.stop()


FIGURES = (
    Figure(
        "start",
        (
            Measure(
                "start",
                "from the start of the process to the first page",
                "s",
                Target(0.40, "lower"),
                peer="0.50 s",
            ),
            Measure("rss", "memory then", "MB", Target(45, "lower"), peer="66 MB"),
        ),
        _run,
        note="With compiled modules; the sliders page is asked for every 5 ms.",
    ),
)
