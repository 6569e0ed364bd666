"""Closed loops: every client waits for its answer before it asks again."""

import select
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.load.link import TIMEOUT, Link


_READ = 1 << 16


@dataclass(slots=True)
class Exchange:
    """A client of a closed loop.

    Attributes:
        link: Its WebSocket; nothing is left to be read.
        next: Returns the frames of the next request.
        frames: How many data frames answer one request.
        answer: With which of them what was asked for is there; the last one if 0.
        depth: Requests under way at a time.
    """

    link: Link
    next: Callable[[], bytes]
    frames: int
    answer: int = 0
    depth: int = 1
    began: deque[float] = field(default_factory=deque)
    seen: int = 0

    def __post_init__(self) -> None:
        self.answer = self.answer or self.frames


@dataclass(slots=True)
class Outcome:
    """What a loop has done.

    Attributes:
        count: Round trips that were finished in time.
        seconds: How long that took.
        cpu: Seconds of CPU that the generator took.
        latencies: Seconds from asking to the frame that answers.
        sent, received: Bytes, framing included.
    """

    count: int
    seconds: float
    cpu: float
    latencies: list[float]
    sent: int
    received: int

    @property
    def rate(self) -> float:
        """Round trips per second."""
        return self.count / self.seconds

    @property
    def load(self) -> float:
        """The generator's share of its core; above 0.8 the rate is a lower bound."""
        return self.cpu / self.seconds


def closed_loop(exchanges: Sequence[Exchange], seconds: float) -> Outcome:
    """Let all clients ask as fast as they are answered, for so long.

    Requests that are under way at the end are waited for, and not counted.
    """
    poll = select.epoll()
    clients = {}
    for item in exchanges:
        item.link.sock.settimeout(0.0)
        clients[item.link.sock.fileno()] = item
        poll.register(item.link.sock, select.EPOLLIN)
    sent, received = _traffic(exchanges)
    latencies: list[float] = []
    cpu, began = time.process_time(), time.perf_counter()
    until = began + seconds
    for item in exchanges:
        for _ in range(item.depth):
            _ask(item, time.perf_counter())
    now = began
    while now < until:
        for number, _ in poll.poll(1.0):
            now = _answered(clients[number], latencies, ask=True)
        now = time.perf_counter()
    elapsed, cpu = now - began, time.process_time() - cpu
    count = len(latencies)
    after = _traffic(exchanges)
    while any(item.began or item.seen for item in exchanges):
        ready = poll.poll(TIMEOUT)
        if not ready:
            raise TimeoutError("a request was not answered")
        for number, _ in ready:
            _answered(clients[number], [], ask=False)
    poll.close()
    for item in exchanges:
        item.link.sock.settimeout(TIMEOUT)
    return Outcome(
        count, elapsed, cpu, latencies[:count], after[0] - sent, after[1] - received
    )


def _ask(item: Exchange, now: float) -> None:
    frames = item.next()
    item.began.append(now)
    size = item.link.sock.send(frames)
    if size != len(frames):
        raise BufferError("the kernel took only a part of a request")
    item.link.sent += size


def _answered(item: Exchange, latencies: list[float], *, ask: bool) -> float:
    """Read what came for one client; ask again for every answer."""
    data = item.link.sock.recv(_READ)
    if not data:
        raise ConnectionError("the server closed the connection")
    item.link.received += len(data)
    item.seen += item.link.scanner.count(data)
    now = time.perf_counter()
    while item.seen >= item.answer and item.began:
        item.seen -= item.frames
        latencies.append(now - item.began.popleft())
        if ask:
            _ask(item, now)
    return now


def _traffic(exchanges: Sequence[Exchange]) -> tuple[int, int]:
    return (
        sum(item.link.sent for item in exchanges),
        sum(item.link.received for item in exchanges),
    )
