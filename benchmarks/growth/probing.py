"""What the process of `Prober` does: ``python -m benchmarks.growth.probing PORT APP``.

It says that it is ready. The first line on the standard input lets it begin, the next
one ends it and is answered with the longest wait; and so on. The generator's work does not disturb
it, where it has the right to come first.
"""

import contextlib
import os
import select
import sys
import time
from pathlib import Path

from benchmarks import machine
from benchmarks.load.frames import client_frame
from benchmarks.load.link import Link
from benchmarks.systems.base import Server
from benchmarks.systems.syncd import Syncd


PERIOD = 0.005

_PING = client_frame(b'{"type":"ping","n":1}')


def main() -> None:
    """Probe until the standard input ends."""
    port, app = sys.argv[1:]
    machine.pin_load()
    with contextlib.suppress(OSError):  # without the right to it, as well as may be
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    link = Syncd(Path(sys.executable), Path()).open(_Somewhere(int(port)), app)
    link.skip(2)
    print("ready", flush=True)
    while sys.stdin.readline():
        print(_longest_wait(link), flush=True)
    link.leave()


def _longest_wait(link: Link) -> float:
    """Probe until there is a line, and return the longest wait in seconds."""
    longest, due = 0.0, time.perf_counter()
    while not select.select([sys.stdin], [], [], _left(due))[0]:
        began = time.perf_counter()
        link.send(_PING)
        link.skip(1)
        now = time.perf_counter()
        longest = max(longest, now - began)
        due = max(due + PERIOD, now)
    sys.stdin.readline()
    return longest


def _left(due: float) -> float:
    return max(due - time.perf_counter(), 0.0)


class _Somewhere(Server):
    """A server that somebody else has started."""

    def __init__(self, port: int) -> None:
        self.port = port


if __name__ == "__main__":
    main()
