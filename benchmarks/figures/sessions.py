"""New sessions: a page, its WebSocket, and the first document."""

import time
from statistics import median, quantiles

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.crowd import crowd
from benchmarks.load.loop import Outcome
from benchmarks.systems.base import Server, System


_APP = "sliders"
_AT_ONCE = 16
_SUSTAINED = 120.0
_WARM = 1.0
_SETTLE = 4.0
"""Seconds in which `System.brief` sessions have surely been ended, and torn down."""


def _alone(system: System, quick: bool) -> Run:
    seconds = 0.7 if quick else 3.0
    with system.serving(_APP) as server:
        _one_by_one(system, server, _WARM)
        cpu = server.cpu()
        latencies = _one_by_one(system, server, seconds)
        cpu = (server.cpu() - cpu) / len(latencies)
    with system.serving(_APP, options=system.brief) as server:
        until_end = _until_end(system, server, seconds)
    return Run(
        {"p50": 1000 * median(latencies), "cpu": 1000 * cpu, "all": 1000 * until_end}
    )


def _one_by_one(system: System, server: Server, seconds: float) -> list[float]:
    """Visit and leave for so long, and return how long each session took."""
    latencies = []
    until = time.perf_counter() + seconds
    while (began := time.perf_counter()) < until:
        link = system.quick_visit(server, _APP)
        latencies.append(time.perf_counter() - began)
        link.leave()
    return latencies


def _until_end(system: System, server: Server, seconds: float) -> float:
    """Return what each session costs the server until nothing is left of it."""
    _one_by_one(system, server, _WARM)
    time.sleep(_SETTLE)
    cpu = server.cpu()
    count = len(_one_by_one(system, server, seconds))
    time.sleep(_SETTLE)
    return (server.cpu() - cpu) / count


def _together(system: System, quick: bool) -> Run:
    outcome = _crowd(system, 3.0 if quick else 6.0)
    return Run({"rate": outcome.rate}, outcome.load)


def _sustained(system: System, quick: bool) -> Run:
    outcome = _crowd(system, 10.0 if quick else _SUSTAINED)
    percentiles = quantiles(outcome.latencies, n=100, method="inclusive")
    return Run(
        {
            "rate": outcome.rate,
            "p50": 1000 * percentiles[49],
            "p99": 1000 * percentiles[98],
            "max": 1000 * max(outcome.latencies),
        },
        outcome.load,
    )


def _crowd(system: System, seconds: float) -> Outcome:
    with system.serving(_APP, options=system.crowded) as server:
        system.visit(server, _APP).link.leave()
        return crowd(server.port, lambda: system.opening(_APP), _AT_ONCE, seconds)


FIGURES = (
    Figure(
        "session",
        (
            Measure(
                "p50",
                "session (page, WebSocket, first document), one at a time, p50",
                "ms",
                Target(5, "lower"),
                peer="84 ms; 39 ms without Nagle",
            ),
            Measure("cpu", "server CPU until it has its document", "ms", peer="42 ms"),
            Measure(
                "all",
                "server CPU until the session is torn down",
                "ms",
                Target(2, "lower"),
            ),
        ),
        _alone,
        systems=("syncd", "bokeh", "bokeh-nodelay"),
        quick=("syncd", "bokeh"),
        note=(
            "A visitor fetches the page on a connection of its own, opens the"
            " WebSocket, receives the whole first document, and says goodbye; then"
            " the next one comes. CPU until torn down is that of sessions that"
            " expire a second after the goodbye, with what the four seconds after the last take."
        ),
    ),
    Figure(
        "sessions",
        (
            Measure(
                "rate",
                "sessions at concurrency 16",
                "/s",
                Target(450, "higher"),
                peer="24/s",
            ),
        ),
        _together,
        systems=("syncd", "bokeh", "bokeh-nodelay"),
        quick=("syncd", "bokeh"),
        note="The same by 16 visitors at a time, each followed by another.",
    ),
    Figure(
        "sustained",
        (
            Measure(
                "rate",
                "the same for 120 s with default expiry",
                "/s",
                Target(400, "higher"),
                peer="3.5/s; 3.9/s without Nagle",
            ),
            Measure("p50", "of those 120 s: latency, p50", "ms"),
            Measure(
                "p99",
                "of those 120 s: latency, p99",
                "ms",
                Target(80, "lower"),
                peer="114 s; 91 s without Nagle",
            ),
            Measure("max", "of those 120 s: latency, longest", "ms"),
        ),
        _sustained,
        peer_runs=1,
        quick=(),
        note=(
            "Visitors who still wait at the end count among the latencies with the"
            " time they have waited so far. Bokeh is measured once: the run is long,"
            " and its figure stable."
        ),
    ),
)
