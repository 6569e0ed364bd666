"""How long a column of floats takes from a callback to the client."""

import contextlib
from statistics import median

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.loop import Exchange, closed_loop
from benchmarks.systems.base import Server, System, Visitor


_KINDS = (
    ("numpy_100k", "numpy 100000", 2.0),
    ("list_100k", "list 100000", 2.0),
    ("list_1m", "list 1000000", 6.0),
)
"""What is asked for, and for how many seconds."""

_LEAST = 3
"""Answers that a median is taken of; if it takes longer, it takes longer."""

_QUIET, _QUIET_EACH = 0.3, 2e-6
"""Seconds between frames after which an answer is whole, and for each number."""


def _run(system: System, quick: bool) -> Run:
    values = {}
    with system.serving("columns") as server:
        for key, kind, seconds in _KINDS:
            values[key] = _column(system, server, kind, seconds / (2 if quick else 1))
    return Run(values)


def _column(system: System, server: Server, kind: str, seconds: float) -> float:
    """Return the median of the milliseconds from an edit to the last byte."""
    visitor = system.visit(server, "columns")
    edits = system.edits(visitor, "wanted", "value", (f"{kind} 1", f"{kind} 2"))
    size = int(kind.split()[1])
    _answer(system, visitor, edits(), size)  # the application makes its numbers
    frames, answer = _answer(system, visitor, edits(), size)
    exchange = Exchange(visitor.link, edits, frames, answer)
    latencies: list[float] = []
    while len(latencies) < _LEAST:
        latencies += closed_loop([exchange], seconds).latencies
    assert _answer(system, visitor, edits(), size) == (frames, answer)
    visitor.link.leave()
    return median(latencies) * 1e3


def _answer(
    system: System, visitor: Visitor, edit: bytes, size: int
) -> tuple[int, int]:
    """Ask for a column; return how many frames come, and which brings it."""
    visitor.link.send(edit)
    quiet = _QUIET + _QUIET_EACH * size
    frames = [visitor.link.frame(), *visitor.link.frames_until_quiet(quiet)]
    for count in range(1, len(frames) + 1):
        with contextlib.suppress(AssertionError):
            columns = system.confirm(visitor, frames[:count], "source", "data")
            assert len(columns["y"]) == size
            return len(frames), count
    raise AssertionError(f"no column came in {len(frames)} frames")


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
