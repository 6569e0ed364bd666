"""How costs grow with the sessions that live."""

import statistics
import time
from collections.abc import Callable

from benchmarks.growth.cost import cost_of, round_trip
from benchmarks.growth.prober import Prober
from benchmarks.growth.record import Chart, Panel, Series
from benchmarks.load.link import Link
from benchmarks.systems.base import Server, Visitor
from benchmarks.systems.syncd import Syncd


SIZES = (1, 10, 100, 500, 1_000, 2_000, 5_000)
QUICK = (1, 10, 100, 300)
OPTIONS = ("--max-sessions=6000", "--keep-alive=600000", "--unused-session-lifetime=50")
"""Nobody here answers pings, and sessions that nobody watches end at once."""

_EXPIRED = 0.3


def measure(system: Syncd, *, quick: bool) -> Chart:
    """Open more and more sliders sessions and look what one more costs."""
    opened = Series("the next session", "s", 0)
    passing = Series("one that comes and goes", "s", 0)
    trip = Series("slider round trip", "s", 0)
    latency = Series("slider round trip, latency", "s", 0)
    stall = Series("longest pause of others", "s", 0)
    collection = Series("full garbage collection", "s", 1)
    memory = Series("resident memory", "B", 1)
    kept: list[Link] = []
    collector = str(system.script("collector"))
    with system.serving("sliders", options=(*OPTIONS, collector)) as server:
        visitor = system.visit(server, "sliders")
        act = round_trip(visitor, system.edits(visitor, "offset", "value", _VALUES))
        collect = _collector(system, server)
        act()
        with Prober(server, "collector") as prober:
            for size in QUICK if quick else SIZES:
                prober.begin()
                fresh = size - 1 - len(kept)
                if fresh:
                    before = server.cpu()
                    kept += _crowd(system, server, fresh)
                    opened.add(size, (server.cpu() - before) / fresh)
                _passing(system, server, 5 if quick else 30)
                cost_of(server, act, seconds=0.2)
                stall.add(size, prober.end())
                passing.add(size, _passing(system, server, 10 if quick else 50))
                cost = cost_of(server, act, seconds=0.3 if quick else 1.0)
                trip.add(size, cost.cpu)
                latency.add(size, cost.median)
                memory.add(size, server.rss())
                collection.add(size, collect())
        for link in kept:
            link.close()
    return Chart(
        "sessions",
        "Cost by sessions that live",
        "sessions",
        "live sliders sessions, each with its WebSocket",
        "Server CPU unless it says otherwise. The pause is the longest wait of somebody"
        " who asks for a sign of life every 5 ms, while sessions are opened up to that"
        " many, others come and go, and a slider is dragged; the collection is one that"
        " was asked for, over all objects of the process.",
        [
            Panel("Server CPU", [opened, passing, trip]),
            Panel("Waiting", [collection, stall, latency]),
            Panel("Memory of the server", [memory]),
        ],
    )


_VALUES = [round(number / 10, 1) for number in range(-50, 51)]


def _crowd(system: Syncd, server: Server, count: int) -> list[Link]:
    return [system.quick_visit(server, "sliders") for _ in range(count)]


def _passing(system: Syncd, server: Server, count: int) -> float:
    """Return the CPU of a session from its page to its end."""
    before = server.cpu()
    for _ in range(count):
        system.quick_visit(server, "sliders").leave()
    time.sleep(_EXPIRED)
    return (server.cpu() - before) / count


def _collector(system: Syncd, server: Server) -> Callable[[], float]:
    """Return what runs a full collection and tells its seconds."""
    visitor = system.visit(server, "collector")
    edits = system.edits(visitor, "question", "value", [str(n) for n in range(99)])

    def once() -> float:
        return float(_answer(visitor, edits()).split()[0])

    return lambda: statistics.median(once() for _ in range(3))


def _answer(visitor: Visitor, edit: bytes) -> str:
    """Return what the collector's answer says; it alone comes as a patch."""
    visitor.link.send(edit)
    text = visitor.link.frame().payload.decode()
    return text.partition('"value":"')[2].partition('"')[0]
