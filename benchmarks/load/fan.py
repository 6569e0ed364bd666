"""One document and many watchers: a change is done when everybody has it."""

import itertools
import select
import time
from collections import deque
from collections.abc import Callable, Sequence

from benchmarks.load.frames import Scanner
from benchmarks.load.link import TIMEOUT, Link
from benchmarks.load.loop import Outcome


_READ = 1 << 16
_PATIENCE = 20.0
"""Seconds without a frame after which changes must have been lost, or merged."""


class _Watcher:
    """Somebody who watches, and the number of changes that have come whole."""

    __slots__ = ("changes", "frames", "link")

    def __init__(self, link: Link) -> None:
        self.link = link
        self.frames = 0
        self.changes = 0


class Fan:
    """Those who watch a document, and those who change it.

    Args:
        watchers: Their WebSockets, with nothing left to be read.
        drivers: Likewise; they edit in turn. What comes back to them is read,
            and not counted.
        edits: For each driver, what returns the frames of its next edit.
        frames: How many data frames bring one change to a watcher.
    """

    def __init__(
        self,
        watchers: Sequence[Link],
        drivers: Sequence[Link],
        edits: Sequence[Callable[[], bytes]],
        frames: int,
    ) -> None:
        self._poll = select.epoll()
        self._watchers = {link.sock.fileno(): _Watcher(link) for link in watchers}
        self._drivers = {link.sock.fileno(): link for link in drivers}
        self._turns = itertools.cycle(zip(drivers, edits, strict=True))
        self._frames = frames
        self._began: deque[float] = deque()
        self._missing: deque[int] = deque()
        self._done = 0
        self._latencies: list[float] = []
        self._sent = self._received = 0
        for link in (*watchers, *drivers):
            link.sock.settimeout(0.0)
            link.scanner = Scanner()
            self._poll.register(link.sock, select.EPOLLIN)

    def saturate(self, seconds: float, depth: int) -> Outcome:
        """Keep so many changes under way, for so long."""
        return self._run(seconds, lambda _: len(self._began) < depth)

    def trickle(self, seconds: float, every: float) -> Outcome:
        """Begin a change every so many seconds, unless one is under way."""
        due = 0.0

        def may(now: float) -> bool:
            nonlocal due
            if self._began or now < due:
                return False
            due = now + every
            return True

        return self._run(seconds, may, pause=every / 20)

    def close(self) -> None:
        """Let the connections be used by others again."""
        self._poll.close()
        for link in (
            *(item.link for item in self._watchers.values()),
            *self._drivers.values(),
        ):
            link.sock.settimeout(TIMEOUT)

    def _run(
        self, seconds: float, may: Callable[[float], bool], pause: float = 1.0
    ) -> Outcome:
        """Change as often as may be; an outcome counts changes, not frames."""
        self._latencies, self._sent, self._received = [], 0, 0
        cpu, began = time.process_time(), time.perf_counter()
        now, until = began, began + seconds
        while now < until:
            while may(now):
                self._edit(now)
            self._listen(pause)
            now = time.perf_counter()
        elapsed, cpu = now - began, time.process_time() - cpu
        latencies, sent, received = self._latencies, self._sent, self._received
        self._latencies = []
        while self._began:
            self._listen(_PATIENCE, patient=False)
        return Outcome(len(latencies), elapsed, cpu, latencies, sent, received)

    def _edit(self, now: float) -> None:
        link, edit = next(self._turns)
        frames = edit()
        self._began.append(now)
        self._missing.append(len(self._watchers))
        assert link.sock.send(frames) == len(frames)
        self._sent += len(frames)

    def _listen(self, pause: float, *, patient: bool = True) -> None:
        ready = self._poll.poll(pause)
        if not ready and not patient:
            raise TimeoutError("a change has not reached everybody")
        for number, _ in ready:
            watcher = self._watchers.get(number)
            if watcher is None:
                assert self._drivers[number].sock.recv(_READ)
            else:
                self._heard(watcher)

    def _heard(self, watcher: _Watcher) -> None:
        data = watcher.link.sock.recv(_READ)
        if not data:
            raise ConnectionError("the server closed the connection")
        self._received += len(data)
        watcher.frames += watcher.link.scanner.count(data)
        while watcher.frames >= self._frames:
            watcher.frames -= self._frames
            place = watcher.changes - self._done
            watcher.changes += 1
            self._missing[place] -= 1
            if not self._missing[place]:
                # Everybody has the changes in the same order: it is the oldest.
                self._missing.popleft()
                self._latencies.append(time.perf_counter() - self._began.popleft())
                self._done += 1
