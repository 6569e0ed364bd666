"""Runs the sessions of one process on its hub.

A session is run by one greenlet at a time, which starts when there is
something to do, and ends when there has been nothing for a moment: to make one
takes longer than most messages. No two sessions share one, since time-outs and
variables of greenlets that an application leaves behind are its own. One heap
holds the deadlines of all sessions, so a session that waits costs no greenlet.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import logging
import math
import time
from collections import deque
from typing import TYPE_CHECKING, Any

import gevent
from gevent import monkey
from gevent.hub import Waiter

from syncd.session import Stop


if TYPE_CHECKING:
    from syncd.session import Session


__all__ = ["Worker"]

_log = logging.getLogger("syncd.server")

_ITEMS_PER_TURN = 16
"""Items that a session may deal with before others get their turn."""

_DUE_AT_ONCE = 32
"""Sessions whose time has come that are run before others get their turn."""

_LINGER = 1.0
"""Seconds that the greenlet of a session waits for more to do."""

_SLACK = 64
"""Outdated entries that the heap of deadlines may hold besides one each."""

_thread_id = monkey.get_original("_thread", "get_ident")


class Worker:
    """The hub's side of all sessions; made in the thread of the hub."""

    clock = staticmethod(time.monotonic)
    """Returns the time that deadlines refer to, in seconds."""

    def __init__(self) -> None:
        self._thread = _thread_id()
        self._loop = gevent.get_hub().loop
        self._running: set[Session] = set()
        self._lingering: dict[Session, tuple[float, Waiter[bool]]] = {}
        # It repeats: a timer that ran out once would start with no time left.
        self._dismissal: Any = self._loop.timer(_LINGER, _LINGER)
        self._numbers = itertools.count()
        self._heap: list[tuple[float, int, Session]] = []
        self._deadlines: dict[Session, float] = {}
        self._foreign: deque[Session] = deque()
        self._alarm = self._loop.async_()
        self._alarm.start(self._take_foreign)
        self._timer: Any = None
        self._timer_at = math.inf

    def ready(self, session: Session) -> None:
        """Run a session that has something to do; safe from any thread."""
        if _thread_id() != self._thread:
            self._foreign.append(session)
            self._alarm.send()
        elif session not in self._running:
            self._running.add(session)
            lingering = self._lingering.pop(session, None)
            if lingering is None:
                gevent.spawn(self._run, session)
            else:
                self._loop.run_callback(lingering[1].switch, True)  # noqa: FBT003 - it takes no keywords

    def remind(self, session: Session, at: float) -> None:
        """Let a session look up from what it is at, if it still is at it then."""
        if self._deadlines.get(session) != at:
            self._push(session, at)

    def forget(self, session: Session) -> None:
        """Drop the deadline of a session that has ended."""
        self._deadlines.pop(session, None)

    def stop(self) -> None:
        """Run no more deadlines; sessions that run go on."""
        self._set_timer(math.inf)
        self._timer_at = -math.inf
        self._alarm.stop()
        self._alarm.close()
        self._dismissal.stop()
        self._dismissal.close()
        while self._lingering:
            _, (_, waiter) = self._lingering.popitem()
            self._loop.run_callback(waiter.switch, False)  # noqa: FBT003 - likewise

    def _take_foreign(self) -> None:
        while self._foreign:
            self.ready(self._foreign.popleft())

    def _run(self, session: Session) -> None:
        """Deal with all that a session has to do, for as long as it has."""
        while True:
            deadline = self._deal(session)
            # Nothing may switch greenlets from the last run_next to here, or
            # what is put meanwhile would wait for ever.
            waiter: Waiter[bool] = Waiter()
            self._running.discard(session)
            if not session.closed:
                self._lingering[session] = (self.clock() + _LINGER, waiter)
                if not self._dismissal.active:
                    self._dismissal.again(self._dismiss)
            self._schedule(session, deadline)
            if session.closed or not self._linger(session, waiter):
                return

    def _deal(self, session: Session) -> float | None:
        """Deal with all that a session has to do now; return its next deadline."""
        clock, deadline, number = self.clock, None, 0
        try:
            while session.run_next(clock()):
                deadline = session.next_deadline()
                if deadline is None or deadline > clock():
                    return deadline
                session.environment.send()
                number += 1
                if number % _ITEMS_PER_TURN == 0:
                    # A time-out that a callback left behind may interrupt it.
                    with contextlib.suppress(BaseException):
                        gevent.sleep(0)
        except BaseException:  # noqa: BLE001 - it is logged, and ends the session
            # What applications raise does not come here; this is a fault of ours.
            _log.exception("%r failed and is closed", session)
            session.put(Stop(1011, "internal error"))
        return session.next_deadline()

    def _linger(self, session: Session, waiter: Waiter[bool]) -> bool:
        """Wait for more to do; return whether there is any."""
        # What a callback has set is not for the next ones.
        gevent.getcurrent().gr_context = None
        try:
            return bool(waiter.get())
        except BaseException:  # noqa: BLE001 - a time-out that a callback left behind
            # Woken already, there is something to do all the same.
            return self._lingering.pop(session, None) is None

    def _dismiss(self) -> None:
        """Let those go who have waited long enough; runs in the hub."""
        now = self.clock()
        while self._lingering:
            session, (until, waiter) = next(iter(self._lingering.items()))
            if until > now:
                return
            del self._lingering[session]
            waiter.switch(False)  # noqa: FBT003 - it takes no keywords
        self._dismissal.stop()

    def _schedule(self, session: Session, deadline: float | None) -> None:
        if deadline is None:
            self._deadlines.pop(session, None)
            return
        if deadline == -math.inf:
            self.ready(session)
            return
        if self._deadlines.get(session) == deadline:
            return
        self._push(session, deadline)

    def _push(self, session: Session, deadline: float) -> None:
        self._deadlines[session] = deadline
        heapq.heappush(self._heap, (deadline, next(self._numbers), session))
        if deadline < self._timer_at:
            self._set_timer(deadline)
        elif len(self._heap) > 2 * len(self._deadlines) + _SLACK:
            self._heap = [item for item in self._heap if self._is_current(item)]
            heapq.heapify(self._heap)

    def _is_current(self, item: tuple[float, int, Session]) -> bool:
        return self._deadlines.get(item[2]) == item[0]

    def _set_timer(self, at: float) -> None:
        """Look at deadlines then; what was said before is forgotten."""
        if self._timer is not None:
            self._timer.stop()
            self._timer.close()
            self._timer = None
        self._timer_at = at
        if at < math.inf:
            self._timer = self._loop.timer(max(at - self.clock(), 0.0))
            self._timer.start(self._keep_time, update=True)

    def _keep_time(self) -> None:
        """Run the sessions whose time has come; runs in the hub."""
        try:
            for session in self._take_due():
                lingering = self._lingering.pop(session, None)
                if lingering is not None:
                    # Nobody else runs: its greenlet may do so at once.
                    self._running.add(session)
                    lingering[1].switch(True)  # noqa: FBT003 - it takes no keywords
                elif session in self._running:
                    session.look_up(self.clock())
                else:
                    self.ready(session)
        finally:
            # Thousands may end together, and others want to be heard: those that
            # are still due wait for the next turn of the loop.
            self._set_timer(self._heap[0][0] if self._heap else math.inf)

    def _take_due(self) -> list[Session]:
        """Return some sessions whose time has come."""
        now = self.clock()
        due: list[Session] = []
        while self._heap and self._heap[0][0] <= now and len(due) < _DUE_AT_ONCE:
            item = heapq.heappop(self._heap)
            if self._is_current(item):
                del self._deadlines[item[2]]
                due.append(item[2])
        return due
