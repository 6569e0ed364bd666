"""How long a column of floats takes from a callback to the client."""

import itertools
import time
from statistics import median

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.systems.base import Server, System, Visitor


_KINDS = {
    "numpy_100k": "numpy 100000",
    "list_100k": "list 100000",
    "list_1m": "list 1000000",
}
_LEAST = 5
"""Round trips of each kind, however long they take."""

_QUIET = 0.4
"""Seconds between frames after which an answer is whole."""


def _run(system: System, quick: bool) -> Run:
    values = {}
    with system.serving("columns") as server:
        for key, kind in _KINDS.items():
            values[key] = _column(system, server, kind, 0.5 if quick else 2.0) * 1e3
    return Run(values)


def _column(system: System, server: Server, kind: str, seconds: float) -> float:
    """Return the median of the seconds from an edit to the last byte."""
    visitor = system.visit(server, "columns")
    turns = itertools.cycle((1, 2))
    size = int(kind.split()[1])
    # The application makes its numbers when it is asked first.
    frames = [
        _confirmed(system, visitor, f"{kind} {next(turns)}", size) for _ in range(2)
    ][-1]
    link, latencies = visitor.link, []
    until = time.perf_counter() + seconds
    while len(latencies) < _LEAST or time.perf_counter() < until:
        edit = system.edit(visitor, "wanted", "value", f"{kind} {next(turns)}")
        asked = time.perf_counter()
        link.send(edit)
        link.skip(frames)
        latencies.append(time.perf_counter() - asked)
    _confirmed(system, visitor, f"{kind} {next(turns)}", size)
    link.leave()
    return median(latencies)


def _confirmed(system: System, visitor: Visitor, wanted: str, size: int) -> int:
    """Ask for a column, see that it comes; return in how many frames."""
    visitor.link.send(system.edit(visitor, "wanted", "value", wanted))
    frames = [visitor.link.frame(), *visitor.link.frames_until_quiet(_QUIET)]
    values = system.column(frames, "y")
    assert len(values) == size
    assert values[0] != values[1]
    return len(frames)


FIGURES = (
    Figure(
        "columns",
        (
            Measure(
                "numpy_100k",
                "float64 column to the client, 100,000 of an array",
                "ms",
                Target(1.2, "lower"),
                peer="1.8 ms",
            ),
            Measure(
                "list_100k",
                "the same of a list",
                "ms",
                Target(6, "lower"),
                peer="102 ms",
            ),
            Measure(
                "list_1m",
                "the same, 1,000,000 of a list",
                "ms",
                Target(60, "lower"),
                peer="1,030 ms",
            ),
        ),
        _run,
        note=(
            "p50 from sending the client's edit, whose callback assigns a column that"
            " it made before, to the last byte of the answer."
        ),
    ),
)
