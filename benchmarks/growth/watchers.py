"""How costs grow with those who watch one document."""

import select
import statistics
import time
from collections.abc import Sequence

from benchmarks.growth.cost import cost_of
from benchmarks.growth.record import Chart, Panel, Series
from benchmarks.load.link import Link
from benchmarks.systems.syncd import Syncd


SIZES = (1, 2, 5, 10, 50, 100, 500, 1_000, 2_000)
QUICK = (1, 10, 100)
OPTIONS = ("--max-connections=3000", "--keep-alive=600000")

_READ = 1 << 16
_PAUSE = 0.005
_FRAMES = 1


class Audience:
    """Watchers that count what they are told."""

    def __init__(self) -> None:
        self.links: dict[int, Link] = {}
        self._poll = select.epoll()

    def add(self, link: Link) -> None:
        """Seat one; nothing is left to be read."""
        link.sock.settimeout(0.0)
        self.links[link.sock.fileno()] = link
        self._poll.register(link.sock, select.EPOLLIN)

    def wait(self) -> None:
        """Wait until everybody has got one message."""
        missing = len(self.links)
        while missing:
            for number, _ in self._poll.poll():
                link = self.links[number]
                missing -= link.scanner.count(link.sock.recv(_READ))

    def close(self) -> None:
        """Send everybody home."""
        self._poll.close()
        for link in self.links.values():
            link.close()


def measure(system: Syncd, *, quick: bool) -> Chart:
    """Let more and more watch, and look what a change and one more watcher cost."""
    change = Series("a change", "s", 1)
    patch = Series("a patch delivered", "s", 0)
    joining = Series("one more watcher", "s", 0)
    slowest = Series("until the last one has it", "s", 1)
    audience = Audience()
    with system.serving("echo", options=OPTIONS) as server:
        author = system.visit(server, "echo")
        edits = system.edits(author, "question", "value", _VALUES)
        for size in QUICK if quick else SIZES:
            before, fresh = server.cpu(), size - len(audience.links)
            for _ in range(fresh):
                audience.add(system.watch_quickly(server, "echo", author))
            joining.add(size, (server.cpu() - before) / fresh)

            def act() -> None:
                author.link.send(edits())
                audience.wait()
                author.link.skip(_FRAMES)

            cost = cost_of(server, act, seconds=0.3 if quick else 1.0)
            change.add(size, cost.cpu)
            patch.add(size, cost.cpu / size)
            slowest.add(size, _at_leisure(author.link, edits, audience, quick=quick))
    audience.close()
    return Chart(
        "watchers",
        "Cost by watchers of one document",
        "watchers",
        "watchers of one document",
        "One text field is edited and a callback copies it; both reach every watcher in"
        " one patch. Server CPU, except for the time until the last watcher has the"
        " change (median, one change at a time).",
        [
            Panel("Server CPU, all watchers", [change]),
            Panel("Server CPU, one watcher", [joining, patch]),
            Panel("Waiting", [slowest]),
        ],
    )


_VALUES: Sequence[str] = [f"a text of some words, number {n:04}" for n in range(1_000)]


def _at_leisure(author: Link, edits, audience: Audience, *, quick: bool) -> float:
    """Return the median time of a change from when it is made to the last one."""
    times = []
    for _ in range(10 if quick else 40):
        time.sleep(_PAUSE)
        frames, began = edits(), time.perf_counter()
        author.send(frames)
        audience.wait()
        times.append(time.perf_counter() - began)
        author.skip(_FRAMES)
    return statistics.median(times)
