"""What a process does when it is told to end.

Python's own handlers are taken, and not those of the hub: they run between two
instructions of whatever runs, so even while a callback never lets go of the hub.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING, Any

import gevent

from syncd.server.interrupts import Interrupts


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gevent import Greenlet

    from syncd.server.daemon import Daemon

    Handler = Callable[[int, Any], None]


__all__ = ["catch", "caught", "ignore_hints", "mind", "neglect"]

_ENDS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

_minded: set[Daemon] = set()
"""The servers within this program, as long as they serve."""

_followers: list[Greenlet[[], None]] = []
"""Who waits for the program's end meanwhile."""


def catch(handler: Handler) -> None:
    """Call a handler when the process is told to end."""
    for number in _ENDS:
        if number == signal.SIGHUP and signal.getsignal(number) is signal.SIG_IGN:
            continue  # as nohup sets it
        signal.signal(number, handler)


def ignore_hints() -> None:
    """Let the process live when it is told that logs have moved, as others are."""
    for number in (signal.SIGUSR1, signal.SIGUSR2):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.SIG_IGN)


# In programs, which have handlers of their own


def mind(daemon: Daemon) -> None:
    """Stop a daemon when the program ends, or catches signals; `neglect` ends that."""
    _minded.add(daemon)
    if not _followers:
        _followers.append(gevent.spawn(_follow))
    _spare_sessions()


def neglect(daemon: Daemon) -> None:
    """Leave a daemon alone, as it has stopped."""
    _minded.discard(daemon)
    if not _minded:
        while _followers:
            _followers.pop().kill(block=False)
    _spare_sessions()


def _follow() -> None:
    """Stop all servers after the main thread, which waits for those of others."""
    threading.main_thread().join()
    for daemon in tuple(_minded):
        daemon.stop()


@contextlib.contextmanager
def caught() -> Iterator[None]:
    """Stop all servers of the program at signals, until the block ends.

    That is the main thread's to decide. Others, which are greenlets, change nothing.
    """
    if gevent.getcurrent() is not gevent.get_hub().parent:
        yield
        return
    before = {number: signal.getsignal(number) for number in _ENDS}
    ours = [
        number
        for number, handler in before.items()
        # Nobody could put back a handler that is not Python's.
        if handler is not None
        and (number, handler) != (signal.SIGHUP, signal.SIG_IGN)  # as nohup sets it
    ]
    try:
        for number in ours:
            signal.signal(number, _stop_all)
    except ValueError:  # a thread of the operating system, with a hub of its own
        ours = []
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, before[number])
        _spare_sessions()


def _stop_all(number: int, frame: object) -> None:
    for daemon in tuple(_minded):
        daemon.on_signal(number, frame)


def _spare_sessions() -> None:
    """Have Ctrl-C raised in no session's work as long as there are any."""
    handler = signal.getsignal(signal.SIGINT)
    with contextlib.suppress(ValueError):  # they are the process's main thread's
        if _minded and handler is signal.default_int_handler:
            signal.signal(signal.SIGINT, Interrupts(gevent.get_hub()))
        elif not _minded and isinstance(handler, Interrupts):
            signal.signal(signal.SIGINT, signal.default_int_handler)
