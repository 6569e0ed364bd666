"""What connections cost on which nothing happens."""

import time
from statistics import linear_regression

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.arrive import arrive
from benchmarks.load.link import Link
from benchmarks.load.listen import listen
from benchmarks.systems.base import Server, System


_WATCHERS = {"syncd": 2000}
_PEER_WATCHERS = 500
_TOLD = 2000
"""As many are spoken of; what fewer take of the CPU is multiplied."""

_STEPS = 10
_SETTLE = 0.2


def _run(system: System, quick: bool) -> Run:
    watchers = _WATCHERS.get(system.name, _PEER_WATCHERS) // (10 if quick else 1)
    sizes, memory = [], []
    with system.serving("sliders", options=system.roomy) as server:
        visitor = system.visit(server, "sliders")
        links = [visitor.link]
        for size in range(0, watchers + 1, watchers // _STEPS):
            links += arrive(
                size + 1 - len(links),
                lambda: system.watch_quickly(server, "sliders", visitor),
            )
            time.sleep(_SETTLE)
            sizes.append(size)
            memory.append(server.rss())
        values = {} if quick else {"cpu": 100 * _cpu(server, links, system.keep_alive)}
        for link in links:
            link.close()
    each = linear_regression(sizes, memory).slope
    return Run({"each": each / 1000, "per_gb": 1e9 / each, **values})


def _cpu(server: Server, links: list[Link], seconds: float) -> float:
    """Return the server's share of its core, were there as many as are spoken of."""
    cpu, began = server.cpu(), time.perf_counter()
    heard = listen(links, seconds)
    cpu = (server.cpu() - cpu) / (time.perf_counter() - began)
    assert heard.frames == 0, "something happened"
    return cpu * _TOLD / len(links)


FIGURES = (
    Figure(
        "idle",
        (
            Measure(
                "per_gb",
                "idle WebSockets to one session, per GB",
                "",
                Target(60_000, "higher"),
                peer="54,000",
            ),
            Measure("each", "memory of each", "kB", peer="18.4 kB"),
            Measure(
                "cpu", "CPU of 2,000 idle ones", "%", Target(0.3, "lower"), "0.3 %"
            ),
        ),
        _run,
        peer_runs=1,
        note=(
            "The slope of resident memory over 2,000 watchers of one sliders session"
            " (500 for Bokeh), fitted through eleven points; then the server's share of"
            " its core for as long as each system takes by default to ping every"
            " connection once (37 s; four times that of 500 for Bokeh). 1 GB is 10⁹"
            " bytes."
        ),
    ),
)
