"""One big message, sent while somebody else talks with the server."""

import select
import time
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.load.link import TIMEOUT, Link
from benchmarks.load.loop import Exchange


_CHUNK = 1 << 18
"""Bytes given to the kernel before we look whether somebody else was answered."""

_READ = 1 << 16


class Uploaded(NamedTuple):
    """Seconds until a message was acknowledged, and the others' waits meanwhile."""

    seconds: float
    waits: list[float]


def upload(link: Link, data: bytes, answer: int, other: Exchange | None) -> Uploaded:
    """Send a message, wait for its answer of so many frames.

    Args:
        link: Where it is sent.
        data: Its frames.
        answer: How many data frames answer it.
        other: A client that asks, as soon as it is answered, until the message
            is acknowledged; its last answer is waited for.
    """
    poll = select.epoll()
    link.sock.settimeout(0.0)
    poll.register(link.sock, select.EPOLLIN | select.EPOLLOUT)
    talk = _Talk(other, poll.register) if other else None
    left, missing = memoryview(data), answer
    began = time.perf_counter()
    seconds = 0.0
    while missing > 0 or (talk and talk.waiting):
        for number, events in poll.poll(TIMEOUT):
            if number != link.sock.fileno():
                assert talk is not None
                talk.answered(go_on=missing > 0)
                continue
            if events & select.EPOLLOUT:
                left = left[link.sock.send(left[:_CHUNK]) :]
                if not left:
                    poll.modify(link.sock, select.EPOLLIN)
            if events & select.EPOLLIN:
                missing -= link.scanner.count(_received(link))
                seconds = time.perf_counter() - began
    poll.close()
    link.sock.settimeout(TIMEOUT)
    return Uploaded(seconds, talk.waits if talk else [])


class _Talk:
    """Round trips of another client, one after another."""

    def __init__(
        self, client: Exchange, register: Callable[[object, int], None]
    ) -> None:
        self._client = client
        self._missing = 0
        self._asked = 0.0
        self.waits: list[float] = []
        register(client.link.sock, select.EPOLLIN)
        self._ask()

    @property
    def waiting(self) -> bool:
        return self._missing > 0

    def _ask(self) -> None:
        self._missing = self._client.frames
        self._asked = time.perf_counter()
        self._client.link.send(self._client.next())

    def answered(self, *, go_on: bool) -> None:
        link = self._client.link
        self._missing -= link.scanner.count(_received(link))
        if self._missing <= 0:
            self.waits.append(time.perf_counter() - self._asked)
            if go_on:
                self._ask()


def _received(link: Link) -> bytes:
    data = link.sock.recv(_READ)
    if not data:
        raise ConnectionError("the server closed the connection")
    return data
