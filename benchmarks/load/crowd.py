"""Many visitors who open pages at the same time, each in a new session."""

import select
import socket
import time
from collections.abc import Callable

from benchmarks.load.frames import CLOSE, Scanner, client_frame
from benchmarks.load.http1 import OK, SWITCHING_PROTOCOLS, request, response
from benchmarks.load.link import upgrade_headers
from benchmarks.load.loop import Outcome
from benchmarks.load.steps import Page, Send, Skip, Step, Steps, Upgrade


_READ = 1 << 16
_GOODBYE = client_frame(b"\x03\xe9", CLOSE)


def crowd(
    port: int, opening: Callable[[], Steps], at_once: int, seconds: float
) -> Outcome:
    """Let so many visitors come at a time, for so long, each followed by another.

    Who has got its document says goodbye; the next one comes without waiting
    for the server to take notice. Visitors who wait at the end count among the
    latencies with the time they have waited so far, and not in the rate.
    """
    place = _Place(port, opening)
    cpu, began = time.process_time(), time.perf_counter()
    until = began + seconds
    for _ in range(at_once):
        place.admit()
    while (now := time.perf_counter()) < until:
        for number, _ in place.poll.poll(1.0):
            if place.visits[number].ready():
                place.admit()
    elapsed, cpu = now - began, time.process_time() - cpu
    count = len(place.latencies)
    waited = [now - visit.began for visit in place.visits.values() if visit.waits]
    place.close()
    return Outcome(
        count, elapsed, cpu, place.latencies + waited, place.sent, place.received
    )


class _Place:
    """What the visitors of a crowd have in common."""

    def __init__(self, port: int, opening: Callable[[], Steps]) -> None:
        self.port = port
        self.poll = select.epoll()
        self.visits: dict[int, _Visit] = {}
        self.latencies: list[float] = []
        self.sent = self.received = 0
        self._opening = opening

    def admit(self) -> None:
        """Let a further visitor come."""
        _Visit(self, self._opening())

    def close(self) -> None:
        """Send everybody home."""
        for visit in self.visits.values():
            visit.sock.close()
        self.poll.close()


class _Visit:
    """One visitor, who takes the steps of opening a page as answers come."""

    def __init__(self, place: _Place, steps: Steps) -> None:
        self.began = time.perf_counter()
        self.waits = True
        self._place = place
        self._steps = steps
        self._data = bytearray()
        self._scanner = Scanner()
        self._ahead = 0
        self._take(next(steps))

    def ready(self) -> bool:
        """Deal with what came; tell whether that was the last of the document."""
        try:
            data = self.sock.recv(_READ)
        except ConnectionResetError:
            data = b""
        if not data:
            if self.waits:
                raise ConnectionError(f"the server hung up at {self._step}")
            self._hang_up()
            return False
        if not self.waits:
            return False
        if isinstance(self._step, Skip):
            self._place.received += len(data)
            self._ahead += self._scanner.count(data)
            self._skip(self._step)
        else:
            self._data += data
            self._answer(self._step)
        return not self.waits

    def _take(self, step: Step) -> None:
        self._step = step
        match step:
            case Page(path):
                self._connect(request(self._place.port, path, {"Connection": "close"}))
            case Upgrade(path, protocols):
                headers = upgrade_headers(self._place.port, protocols)
                self._connect(request(self._place.port, path, headers))
            case Send(frames):
                self._send(frames)
                self._go_on()
            case Skip():
                self._skip(step)

    def _go_on(self, result: bytes = b"") -> None:
        try:
            step = self._steps.send(result)
        except StopIteration:
            self._place.latencies.append(time.perf_counter() - self.began)
            self.waits = False
            self._send(_GOODBYE)
        else:
            self._take(step)

    def _skip(self, step: Skip) -> None:
        if self._ahead >= step.count:
            self._ahead -= step.count
            self._go_on()

    def _answer(self, step: Step) -> None:
        answer = response(self._data)
        if answer is None:
            return
        self._data.clear()
        if isinstance(step, Page):
            assert answer.status == OK, answer
            self._hang_up()
            self._go_on(answer.body)
        else:
            assert answer.status == SWITCHING_PROTOCOLS, answer
            self._place.received += len(answer.rest)
            self._ahead = self._scanner.count(answer.rest)
            self._go_on()

    def _connect(self, data: bytes) -> None:
        # Over loopback a server with room in its backlog answers at once.
        self.sock = socket.create_connection(("127.0.0.1", self._place.port))
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._place.visits[self.sock.fileno()] = self
        self._place.poll.register(self.sock, select.EPOLLIN)
        self.sock.sendall(data)

    def _send(self, frames: bytes) -> None:
        self.sock.sendall(frames)
        self._place.sent += len(frames)

    def _hang_up(self) -> None:
        del self._place.visits[self.sock.fileno()]
        self.sock.close()
