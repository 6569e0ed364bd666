"""What it costs that sessions end."""

import time
from statistics import linear_regression

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.arrive import arrive
from benchmarks.load.frames import CLOSE, client_frame
from benchmarks.load.link import Link
from benchmarks.load.probe import probe
from benchmarks.systems.base import Server, System


_SESSIONS = 200
_EARLY = 1.0
"""Seconds before sessions may end from which on we look."""

_LATE = 1.5
"""Seconds after they must have ended until which we look."""

_WAVES = 10
_FIRST_WAVES = 3
_WAVE = {"syncd": 200}
_PEER_WAVE = 40
_BRIEF = 2.2
"""Seconds after which a session has ended or is about to, with short expiry."""

_QUIET = 0.01
"""The share of its core that a server takes that has nothing to do."""


def _come(system: System, server: Server, count: int) -> list[Link]:
    """Visit the page so often; the first visit shows how much there is to read."""
    links = [system.visit(server, "sliders").link]
    return links + arrive(count - 1, lambda: system.quick_visit(server, "sliders"))


def _leave(links: list[Link]) -> None:
    """Say goodbye to all of them, then wait until the server has agreed."""
    for link in links:
        link.send(client_frame(b"\x03\xe9", CLOSE))
    for link in links:
        while link.sock.recv(1 << 16):
            pass
        link.close()


def _stall(system: System, quick: bool) -> Run:
    with system.serving("sliders") as server:
        asking = Link(server.port)
        path = "/sliders/metadata"
        _leave(_come(system, server, _SESSIONS // 10 if quick else _SESSIONS))
        left = time.perf_counter()
        least, most = system.expiry
        _asleep(server, left + least - 2 * _EARLY)

        began, cpu = time.perf_counter(), server.cpu()
        probe(asking, path, lambda: time.perf_counter() < began + _EARLY)
        idle = (server.cpu() - cpu) / (time.perf_counter() - began)

        began, cpu = time.perf_counter(), server.cpu()
        waits = probe(asking, path, lambda: time.perf_counter() < left + most + _LATE)
        taken = server.cpu() - cpu - idle * (time.perf_counter() - began)
        assert system.sessions(server) in {0, None}
    return Run({"stall": max(waits) * 1e3, "cpu": max(taken, 0.0) * 1e3})


def _asleep(server: Server, until: float) -> None:
    """Wait, and see that the server lives."""
    time.sleep(max(0.0, until - time.perf_counter()))
    assert server.process.poll() is None


def _waves(system: System, quick: bool) -> Run:
    size = _WAVE.get(system.name, _PEER_WAVE) // (4 if quick else 1)
    memory = []
    with system.serving("sliders", options=system.brief) as server:
        for _ in range(_WAVES):
            _leave(_come(system, server, size))
            time.sleep(_BRIEF)
            _until_idle(server)
            assert system.sessions(server) in {0, None}
            memory.append(server.rss())
    later = memory[_FIRST_WAVES - 1 :]
    growth = linear_regression(range(len(later)), later).slope
    return Run(
        {
            "growth": (later[-1] - later[0]) / 1e6,
            "kept": growth / size / 1000,
        }
    )


def _until_idle(server: Server) -> None:
    pause = 0.2
    while True:
        cpu = server.cpu()
        time.sleep(pause)
        if server.cpu() - cpu < _QUIET * pause:
            return


FIGURES = (
    Figure(
        "expiry",
        (
            Measure(
                "stall",
                "200 sessions expiring: longest stall of another request",
                "ms",
                Target(20, "lower"),
                peer="26 s",
            ),
            Measure("cpu", "200 sessions expiring: CPU", "ms", peer="27 s"),
        ),
        _stall,
        peer_runs=1,
        note=(
            "200 sessions were visited and left with a goodbye, and end together when"
            " each system's default says so; meanwhile a small page is asked for"
            " every 5 ms on another connection. The CPU is what is taken beyond those"
            " requests."
        ),
    ),
    Figure(
        "waves",
        (
            Measure(
                "growth",
                "memory grown over the last 7 of 10 waves of sessions",
                "MB",
                Target(1, "lower"),
            ),
            Measure("kept", "kept of each session that ended", "kB"),
        ),
        _waves,
        peer_runs=1,
        quick=(),
        note=(
            "200 sessions (40 for Bokeh, whose expiry takes longer) come, leave and"
            " expire, ten times; resident memory after the tenth wave less that after"
            " the third. Sessions are made to expire after a second for this one."
        ),
    ),
)
