"""What connections cost on which nothing happens."""

import time
from statistics import linear_regression

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.listen import listen
from benchmarks.systems.base import System


_WATCHERS = 2000
_STEPS = 10
_SETTLE = 0.2


def _run(system: System, quick: bool) -> Run:
    step = _WATCHERS // _STEPS // (10 if quick else 1)
    sizes, memory = [], []
    with system.serving("sliders", options=system.roomy) as server:
        visitor = system.visit(server, "sliders")
        links = [visitor.link]
        for size in range(step, step * _STEPS + 1, step):
            while len(links) <= size:
                links.append(system.watch_quickly(server, "sliders", visitor))
            time.sleep(_SETTLE)
            sizes.append(size)
            memory.append(server.rss())
        cpu, began = server.cpu(), time.perf_counter()
        heard = listen(links, 2.0 if quick else system.keep_alive)
        cpu = (server.cpu() - cpu) / (time.perf_counter() - began)
        assert heard.frames == 0, "something happened"
        for link in links:
            link.close()
    each = linear_regression(sizes, memory).slope
    return Run({"each": each / 1000, "per_gb": 1e9 / each, "cpu": cpu * 100})


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
        note=(
            "The slope of resident memory over 2,000 watchers of one sliders session,"
            " fitted through ten points; then the server's share of its core while"
            " every connection is pinged once, as often as each system does by"
            " default (25 s, Bokeh 37 s). 1 GB is 10⁹ bytes."
        ),
    ),
)
