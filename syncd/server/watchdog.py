"""Tells in the log whose code keeps everybody else waiting.

Greenlets let each other run when they wait. Code that computes, or waits inside
of a library in C, does not; nothing of the hub can notice that, so a thread of
the operating system looks on.
"""

from __future__ import annotations

import logging
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevent
from gevent import monkey
from gevent.hub import Hub

from syncd.session import Session


if TYPE_CHECKING:
    from types import CodeType, FrameType


__all__ = ["Watchdog"]

_log = logging.getLogger("syncd.server")

_MIN_PAUSE = 0.02
"""Seconds that the thread sleeps at least, however short the limit is."""

_QUIET = 10.0
"""Seconds after a report in which no other is made, of the same code or not."""

_OURS = str(Path(__file__).parent.parent)
_LIBRARY = str(Path(logging.__file__).parent.parent)
_IDLE = Hub.run.__code__

_thread_id = monkey.get_original("_thread", "get_ident")
_start_thread = monkey.get_original("_thread", "start_new_thread")
_sleep = monkey.get_original("time", "sleep")


class Watchdog:
    """A thread that asks the hub whether it still runs; made in the hub's thread.

    An idle hub is not asked: what its thread is at tells as much.

    Args:
        limit: Seconds that anything may keep everybody waiting.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._hub_thread = _thread_id()
        self._question: Any = gevent.get_hub().loop.async_()
        self._question.start(self._answer)
        self._asked: float | None = None
        self._reported: float | None = None
        self._suppressed = 0
        self._last = -_QUIET
        self._stopped = False

    def start(self) -> None:
        """Look on from now on."""
        _start_thread(self._look_on, ())

    def stop(self) -> None:
        """Look on no more."""
        self._stopped = True
        self._question.stop()

    def _answer(self) -> None:
        """Say that the hub runs; in the hub."""
        self._asked = None

    def _look_on(self) -> None:
        pause = max(self._limit / 2, _MIN_PAUSE)
        while not self._stopped:
            _sleep(pause)
            try:
                self._look()
            except Exception:  # noqa: BLE001 - the next look may be better
                _log.exception("whose code keeps others waiting is not known")

    def _look(self) -> None:
        """Ask, or see how long there has been no answer; in the thread."""
        now, asked = time.monotonic(), self._asked
        if asked is None:
            if self._reported is not None:
                _log.warning("others go on after %.1f s", now - self._reported)
                self._reported = None
            frame = sys._current_frames().get(self._hub_thread)  # noqa: SLF001 - there is no other way
            if frame is not None and frame.f_code is not _IDLE and not self._stopped:
                self._asked = now
                self._question.send()
        elif self._reported is None and now - asked >= self._limit:
            self._report(now, asked)

    def _report(self, now: float, asked: float) -> None:
        if now - self._last < _QUIET:
            self._suppressed += 1
            self._asked = now  # look again later
            return
        frame = sys._current_frames().get(self._hub_thread)  # noqa: SLF001 - likewise
        if frame is None:
            return
        self._last, self._reported = now, asked
        more = f" ({self._suppressed} reports left out)" if self._suppressed else ""
        self._suppressed = 0
        whose, first = _describe(frame)
        _log.warning(
            "%s has kept everybody waiting for %.1f s%s; give such work to"
            " run_in_thread\n%s",
            whose,
            now - asked,
            more,
            _stack(frame, first),
        )


def _stack(frame: FrameType, first: FrameType) -> str:
    """Return a stack from one of its frames on, without how Python finds modules."""
    frames: list[tuple[FrameType, int]] = []
    for step in traceback.walk_stack(frame):
        if not step[0].f_code.co_filename.startswith("<frozen importlib"):
            frames.append(step)
        if step[0] is first:
            break
    summary = traceback.StackSummary.extract(iter(reversed(frames)))
    return "".join(summary.format()).rstrip()


def _describe(frame: FrameType) -> tuple[str, FrameType]:
    """Return whose code a stack is in, the session and the callback, and where that begins."""
    frames: list[FrameType] = []
    step: FrameType | None = frame
    while step is not None:
        frames.append(step)
        step = step.f_back
    owner: Session | None = None
    first = frames[-1]
    callback, called = frame, False
    for outer in reversed(frames):
        session = _session_of(outer)
        if session is not None:
            owner, callback = session, frame
        # What one callback changes may have set off another one.
        if outer.f_code.co_filename.startswith(_OURS):
            called = True
        elif called and not _is_library(outer):
            first = outer if first is frames[-1] else first
            callback, called = outer, False
    code = callback.f_code
    place = f"{code.co_qualname} ({code.co_filename}:{callback.f_lineno})"
    return place if owner is None else f"{owner!r} in {place}", first


def _is_library(frame: FrameType) -> bool:
    name = frame.f_code.co_filename
    return name.startswith(_LIBRARY) or "site-packages" in name


def _session_of(frame: FrameType) -> Session | None:
    """Return the session that a frame begins to run the code of."""
    if frame.f_code in _beginnings():
        owner = frame.f_locals["self"]
        found = owner if isinstance(owner, Session) else owner.session
        return found if isinstance(found, Session) else None
    return None


def _beginnings() -> tuple[CodeType, ...]:
    """Return the functions that run a session's code.

    Without coroutines nobody has imported what runs those.
    """
    turn = Session.run_next.__code__
    hosting = sys.modules.get("syncd.server.hosting")
    if hosting is None:
        return (turn,)
    host = hosting.SessionHost
    return turn, host.run_loop.__code__, host.run_unlocked.__code__
