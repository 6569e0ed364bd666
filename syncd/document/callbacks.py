"""Callbacks of a document that time or another thread sets off."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, overload

from syncd.errors import LimitError
from syncd.model.callbacks import accepts, described


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.aliases import Callback

__all__ = [
    "CallbackRegistry",
    "NextTickCallback",
    "PeriodicCallback",
    "SessionCallback",
    "TimeoutCallback",
]

_MAX_CALLBACKS = 10_000

_BEAT = 0.05
"""Seconds between the times at which callbacks of one period run, at most."""

_MOVE = 0.008
"""Seconds by which an interval is shortened to get to one of these times, at most."""

_MOVES = 8
"""Intervals in which one gets there, at least."""

_ROUNDING = 1e-3
"""The part of a beat by which a start may seem too early."""

_LEAST_BEAT = 1e-6
"""Seconds: the number of beats since the machine started is to be a whole number."""

_GONE = "callback already ran or was already removed, cannot be removed again"


@dataclass(slots=True, eq=False)
class SessionCallback:
    """A handle to a callback that has been added, for removing it.

    ``seconds`` are those from one start to the next, or until the only one;
    ``deadline`` is on the clock of the registry, in seconds.
    """

    kind: Literal["periodic", "timeout", "next_tick"]
    callback: Callback
    seconds: float
    deadline: float
    always: bool = False
    """Whether a periodic callback runs while nobody watches, too."""
    beat: float = 0.0
    """The seconds that a periodic callback's deadlines come to be multiples of."""

    @property
    def id(self) -> str:
        """What tells it from all other handles that there are."""
        return f"{id(self):x}"


class PeriodicCallback(SessionCallback):
    """A handle to what runs again and again."""

    __slots__ = ()

    @property
    def period(self) -> float:
        """The milliseconds from one start to the next."""
        return _milliseconds(self.seconds)


class TimeoutCallback(SessionCallback):
    """A handle to what runs once, after a while."""

    __slots__ = ()

    @property
    def timeout(self) -> float:
        """The milliseconds that it was added with."""
        return _milliseconds(self.seconds)


class NextTickCallback(SessionCallback):
    """A handle to what runs once, as soon as the session can."""

    __slots__ = ()


class CallbackRegistry:
    """The periodic, timeout and next-tick callbacks of one document.

    Callbacks may be added and removed from any thread: each step on the dicts of
    those that wait is one that Python does not interrupt, and whoever takes a
    handle out of its dict has it. ``clock`` and ``notify`` are set by the
    session: the time in seconds, and what to call when something new is due.
    """

    def __init__(self) -> None:
        self.clock: Callable[[], float] = _no_clock
        self.notify: Callable[[], None] = _nobody
        self.timed: dict[SessionCallback, None] = {}
        """Those that wait for their time, for reading."""
        self.next_ticks: dict[SessionCallback, None] = {}
        """Those that wait for no time, for reading."""
        self.closed = False
        self.hold_value: Literal["combine", "collect"] | None = None
        """What `Document.hold` was asked for, while changes are held back."""

    @overload
    def add_timed(
        self,
        callback: Callback,
        seconds: float,
        kind: Literal["periodic"],
        *,
        always: bool = False,
    ) -> PeriodicCallback: ...

    @overload
    def add_timed(
        self, callback: Callback, seconds: float, kind: Literal["timeout"]
    ) -> TimeoutCallback: ...

    def add_timed(
        self,
        callback: Callback,
        seconds: float,
        kind: Literal["periodic", "timeout"],
        *,
        always: bool = False,
    ) -> PeriodicCallback | TimeoutCallback:
        """Run the callback after, or every, so many seconds."""
        if kind == "periodic" and not (math.isfinite(seconds) and seconds > 0):
            message = f"the period is {seconds * 1000:g} ms, expected more than 0"
            raise ValueError(message)
        if not (math.isfinite(seconds) and seconds >= 0):
            message = f"the timeout is {seconds * 1000:g} ms, expected 0 or more"
            raise ValueError(message)
        _check(callback)
        if len(self.timed) >= _MAX_CALLBACKS:
            raise LimitError("timed callbacks", len(self.timed) + 1, _MAX_CALLBACKS)
        made = PeriodicCallback if kind == "periodic" else TimeoutCallback
        handle = made(kind, callback, seconds, self.clock() + seconds, always=always)
        if kind == "periodic":
            beat = seconds / max(1, math.ceil(seconds / _BEAT))
            handle.beat = max(beat, _LEAST_BEAT)
        if self.closed:
            return handle
        self.timed[handle] = None
        self.notify()
        return handle

    def add_next_tick(self, callback: Callback) -> NextTickCallback:
        """Run the callback once, as soon as the session can; thread-safe."""
        _check(callback)
        handle = NextTickCallback("next_tick", callback, 0.0, -math.inf)
        if self.closed:
            return handle
        if len(self.next_ticks) >= _MAX_CALLBACKS:
            waiting = len(self.next_ticks) + 1
            raise LimitError("next-tick callbacks", waiting, _MAX_CALLBACKS)
        self.next_ticks[handle] = None
        self.notify()
        return handle

    def remove(self, handle: object, kind: str) -> SessionCallback:
        """Make sure that the callback does not run again; thread-safe.

        ``handle`` may also be the function of a periodic callback.

        Returns:
            The handle.

        Raises:
            ValueError: It ran already (once only callbacks) or was removed.
        """
        found = (
            handle if isinstance(handle, SessionCallback) else self._find(handle, kind)
        )
        if found is None or found.kind != kind or not self._claim(found):
            raise ValueError(_GONE)
        return found

    def _claim(self, handle: SessionCallback) -> bool:
        """Take a handle out; false if somebody else has, perhaps in a thread."""
        waiting = self.next_ticks if handle.kind == "next_tick" else self.timed
        return waiting.pop(handle, handle) is None

    def _find(self, function: object, kind: str) -> SessionCallback | None:
        same = (
            item
            for item in self.waiting
            if item.kind == kind and item.callback == function
        )
        return next(same, None)

    def take_next_tick(self) -> SessionCallback | None:
        """Return the next callback that no time is set for, if any."""
        while self.next_ticks:
            try:
                handle = next(iter(self.next_ticks))
            except (RuntimeError, StopIteration):
                continue  # a thread has added another, or removed this one
            if self._claim(handle):
                return handle
        return None

    def take_due(self, now: float, *, watched: bool) -> SessionCallback | None:
        """Return the timed callback that has been due longest, if any.

        A timeout callback is used up by this; a periodic one has to be given
        back with `rearm` after it ran, so that it never overlaps itself.
        """
        handle = self._earliest(watched=watched)
        if handle is None or handle.deadline > now:
            return None
        if handle.kind == "timeout":
            return handle if self._claim(handle) else None
        handle.deadline = math.inf
        return handle

    def rearm(self, handle: SessionCallback, started: float) -> None:
        """Schedule a periodic callback again, a period after it started.

        What documents do at the same intervals they come to do together, whenever
        they began: a process that wakes up for one takes as long as for several.
        Until then each interval is a little shorter.
        """
        if handle in self.timed:
            seconds = handle.seconds
            due = started + seconds
            beat = math.floor(due / handle.beat + _ROUNDING) * handle.beat
            moved = due - min(_MOVE, seconds / _MOVES)
            handle.deadline = max(self.clock(), beat, moved)

    @property
    def session_callbacks(self) -> list[SessionCallback]:
        """The handles of all that will run; `waiting` by Bokeh's name."""
        return self.waiting

    @property
    def waiting(self) -> list[SessionCallback]:
        """The handles of all that will run."""
        return [*self.timed, *self.next_ticks]

    @property
    def idle(self) -> bool:
        """Whether there is nothing to run, now or ever."""
        return not (self.timed or self.next_ticks)

    def next_deadline(self, *, watched: bool) -> float | None:
        """Return when the next callback is due; ``-inf`` means at once."""
        if self.next_ticks:
            return -math.inf
        if not self.timed:
            return None
        handle = self._earliest(watched=watched)
        return None if handle is None else handle.deadline

    def _earliest(self, *, watched: bool) -> SessionCallback | None:
        earliest = None
        for item in (*self.timed,):
            if (watched or item.always or item.kind == "timeout") and (
                earliest is None or item.deadline < earliest.deadline
            ):
                earliest = item
        return earliest

    def close(self) -> None:
        """Drop everything; what is added later never runs."""
        self.closed = True
        self.timed.clear()
        self.next_ticks.clear()
        self.notify = _nobody


def _check(callback: object) -> None:
    if not callable(callback):
        message = f"a callback must be callable, got {callback!r}"
        raise ValueError(message)  # noqa: TRY004  # as for all callbacks
    if not accepts(callback, 0):
        message = f"callback functions must take no argument, got {described(callback)}"
        raise ValueError(message)


def _milliseconds(seconds: float) -> float:
    """Return seconds as authors write them, most often as a whole number."""
    rounded = round(seconds * 1000, 6)
    return int(rounded) if rounded.is_integer() else rounded


def _no_clock() -> float:
    return 0.0


def _nobody() -> None:
    return None
