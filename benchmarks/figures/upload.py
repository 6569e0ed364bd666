"""A big column from a client, and what the others wait for it."""

import itertools
from statistics import median

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.loop import Exchange
from benchmarks.load.upload import upload
from benchmarks.systems.base import System, Visitor


_BYTES = 10_000_000
_TIMES = 15


def _run(system: System, quick: bool) -> Run:
    times = 3 if quick else _TIMES
    columns = itertools.cycle((b"\0" * _BYTES, b"\0\0\0\0\0\0\xf0\x3f" * (_BYTES // 8)))
    with system.serving("upload") as server:
        author = system.visit(server, "upload")
        other = _echo(system, system.visit(server, "upload"))

        def message() -> bytes:
            return system.set_column(author, "source", "y", next(columns))

        author.link.send(message())
        answer = len(author.link.frames_until_quiet(1.0))
        alone = [
            upload(author.link, message(), answer, None).seconds for _ in range(times)
        ]
        waits = [
            max(upload(author.link, message(), answer, other).waits)
            for _ in range(times)
        ]
    return Run({"acknowledged": median(alone) * 1e3, "others": max(waits) * 1e3})


def _echo(system: System, visitor: Visitor) -> Exchange:
    """Return a client whose text is echoed, after it has been seen to work."""
    ask = system.edits(visitor, "question", "value", ("what is one", "and two"))
    visitor.link.send(ask())
    frames = visitor.link.frames_until_quiet()
    assert any(b"what is one" in frame.payload for frame in frames)
    return Exchange(visitor.link, ask, len(frames))


FIGURES = (
    Figure(
        "upload",
        (
            Measure(
                "acknowledged",
                "10 MB binary column from the client to the acknowledgement",
                "ms",
                Target(8, "lower"),
                peer="53 ms",
                ceiling="large",
            ),
            Measure(
                "others",
                "longest wait of another session meanwhile",
                "ms",
                Target(8, "lower"),
                peer="6.7 ms",
            ),
        ),
        _run,
        note=(
            "p50 of 15 columns of 1.25 million floats, nobody else there; then as many"
            " while another session's echo goes round and round, and the longest of"
            " those round trips."
        ),
    ),
)
