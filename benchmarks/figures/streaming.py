"""What it costs to stream to many sessions."""

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.listen import listen
from benchmarks.systems.base import System


_SESSIONS = 50


def _run(system: System, quick: bool) -> Run:
    with system.serving("streaming") as server:
        visitors = [system.visit(server, "streaming") for _ in range(_SESSIONS)]
        for visitor in visitors:
            visitor.link.send(system.edit(visitor, "go", "value", "go"))
        sizes = {system.streamed(visitor) for visitor in visitors}
        assert len(sizes) == 1, sizes
        links = [visitor.link for visitor in visitors]
        listen(links, 0.5)
        cpu = server.cpu()
        heard = listen(links, 1.0 if quick else 4.0)
        cpu = server.cpu() - cpu
        for link in links:
            link.close()
    patches = heard.frames / sizes.pop()
    return Run(
        {
            "cpu": cpu / patches * 1e3,
            "rate": patches / heard.seconds / _SESSIONS,
        },
        load=heard.cpu / heard.seconds,
    )


FIGURES = (
    Figure(
        "streaming",
        (
            Measure(
                "cpu",
                "50 sessions, each streamed 100 points every 50 ms: CPU of a patch",
                "ms",
                Target(0.06, "lower"),
                peer="0.54 ms",
                ceiling="stream_cpu",
            ),
            Measure("rate", "patches that a session got", "/s"),
        ),
        _run,
        note=(
            "All the server's CPU divided by all patches that came in 4 s; each has"
            " two columns of 100 floats, from a periodic callback."
        ),
    ),
)
