"""Listens to connections on which the server speaks of its own accord."""

import select
import time
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.load.frames import PONG, client_frame
from benchmarks.load.link import TIMEOUT, Link


_READ = 1 << 16


class Heard(NamedTuple):
    """What came: data frames, in how many seconds, and the generator's CPU."""

    frames: int
    seconds: float
    cpu: float


def listen(links: Sequence[Link], seconds: float) -> Heard:
    """Read what comes for so long, looking at headers only, and answer pings."""
    poll = select.epoll()
    by_number = {link.sock.fileno(): link for link in links}
    for link in links:
        link.skip(0)
        link.sock.settimeout(0.0)
        poll.register(link.sock, select.EPOLLIN)
    frames = 0
    cpu, began = time.process_time(), time.perf_counter()
    while (left := began + seconds - time.perf_counter()) > 0:
        for number, _ in poll.poll(left):
            link = by_number[number]
            data = link.sock.recv(_READ)
            if not data:
                raise ConnectionError("the server closed the connection")
            link.received += len(data)
            frames += link.scanner.count(data)
            while link.scanner.pings:
                link.send(client_frame(link.scanner.pings.pop(), PONG))
    heard = Heard(frames, time.perf_counter() - began, time.process_time() - cpu)
    poll.close()
    for link in links:
        link.sock.settimeout(TIMEOUT)
    return heard
