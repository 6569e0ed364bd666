"""What one act costs the server."""

import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.systems.base import Server, Visitor


_BATCHES = 3
_SETTLE = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """What an act cost, in seconds.

    Attributes:
        cpu: Of the server, for one act: the least mean of some batches.
        median: From asking to the whole answer.
    """

    cpu: float
    median: float


def cost_of(
    server: Server, act: Callable[[], object], *, seconds: float, least: int = 3
) -> Cost:
    """Do something again and again, for so long in all and so often at least."""
    act()
    began = time.perf_counter()
    act()
    one = time.perf_counter() - began
    often = max(math.ceil(least / _BATCHES), int(seconds / _BATCHES / max(one, 1e-6)))
    often = min(often, 5_000)
    cpu, times = math.inf, []
    for _ in range(_BATCHES):
        until = time.perf_counter() + seconds / _BATCHES
        before, count = server.cpu(), 0
        while count < often and (count < least / _BATCHES or _early(until)):
            began = time.perf_counter()
            act()
            times.append(time.perf_counter() - began)
            count += 1
        time.sleep(_SETTLE)  # what comes after the answer belongs to it
        cpu = min(cpu, (server.cpu() - before) / count)
    return Cost(cpu, statistics.median(times))


def _early(until: float) -> bool:
    return time.perf_counter() < until


def round_trip(visitor: Visitor, edits: Callable[[], bytes]) -> Callable[[], None]:
    """Return what edits a field and waits for the answer, looking at headers.

    How many frames an answer has is found out first.
    """
    link = visitor.link
    link.send(edits())
    link.frame()
    frames = 1 + len(link.frames_until_quiet())

    def act() -> None:
        link.send(edits())
        link.skip(frames)

    return act
