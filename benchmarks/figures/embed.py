"""Scripts that embed a session into somebody's page."""

import time
from concurrent.futures import ThreadPoolExecutor

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load import http1
from benchmarks.load.link import Link
from benchmarks.load.loop import Exchange, Outcome, closed_loop
from benchmarks.load.responses import Responses
from benchmarks.systems.base import Server, System


_AT_ONCE = 8
_IDS = 10_000
"""More than anybody makes of them in the time."""


def _run(system: System, quick: bool) -> Run:
    seconds = 0.5 if quick else 3.0
    ids = iter(system.session_ids(_IDS))
    with system.serving("sliders", signed=True) as server:
        session = next(ids)
        links = [_embedded(system, server, Link(server.port), session)]
        existing = _existing(system, server, session, seconds)
        began, cpu = time.perf_counter(), time.process_time()
        until = began + seconds

        def crowd(_: int) -> int:
            link, count = Link(server.port), 0
            while time.perf_counter() < until:
                links.append(_embedded(system, server, link, next(ids)))
                count += 1
            link.close()
            return count

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            count = sum(pool.map(crowd, range(_AT_ONCE)))
        elapsed = time.perf_counter() - began
        cpu = time.process_time() - cpu
        for link in filter(None, links):
            link.close()
    return Run(
        {"existing": existing.rate, "new": count / elapsed},
        load=max(existing.load, cpu / elapsed),
    )


def _embedded(system: System, server: Server, link: Link, session: str) -> Link | None:
    """Fetch the script, and do what it does until there is a session."""
    path, headers = system.autoload("sliders", session)
    assert link.request(path, headers).status == 200  # noqa: PLR2004 - OK
    return system.embed(server, "sliders", session)


def _existing(system: System, server: Server, session: str, seconds: float) -> Outcome:
    """Fetch the script of one session again and again."""
    path, headers = system.autoload("sliders", session)
    exchanges = []
    for _ in range(_AT_ONCE):
        link = Link(server.port)
        link.scanner = Responses()
        request = http1.request(link.port, path, headers)
        exchanges.append(Exchange(link, lambda request=request: request, 1))
    outcome = closed_loop(exchanges, seconds)
    for exchange in exchanges:
        exchange.link.close()
    return outcome


FIGURES = (
    Figure(
        "embed",
        (
            Measure(
                "existing",
                "embed scripts with a signed id, existing session",
                "/s",
                Target(3000, "higher"),
                peer="612/s",
            ),
            Measure(
                "new",
                "the same, a new session each",
                "/s",
                Target(450, "higher"),
                peer="41/s",
            ),
        ),
        _run,
        note=(
            "8 at once on connections that are kept alive. The script of syncd is the"
            " same for everybody and makes no session: for a new one, opening the"
            " WebSocket with the signed id belongs to it, until the first document has"
            " come; Bokeh's script has made the session when it is answered."
        ),
    ),
)
