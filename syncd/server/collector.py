"""When the cyclic garbage collector looks at what.

Sessions need no collector: when they end, reference counting frees all of them
at once. What is left for it are cycles that application code makes. Looking for
them costs 80 ns to 1 µs for every object that lives, and everybody waits
meanwhile: with 10,000 sessions a second. So

* young objects are looked at as Python does it, in portions of a millisecond;
* those that survive are looked at once more, some 10,000 at a time, and then
  exempted, as what lives when the daemon starts is;
* all objects are looked at when the process has nothing else to do: soon where
  that takes milliseconds, every ten minutes where it takes longer. A process that
  always has something to do gets to it once an hour.

Code that switches the collector off with ``gc.disable()`` switches all of this
off.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["Collector"]

_INTERVAL = 0.5
"""Seconds between two looks at what survives."""

_BUSY_INTERVAL = 0.1
"""The same while much happens: half a second of new sessions took up to 20 ms."""

_QUIET_INTERVAL = 2.0
"""The same while next to nothing happens: to wake up costs more than to look."""

_QUIET = 0.01
"""The share of its time that a process works in which next to nothing happens."""

_YOUNG = 2_000
"""New objects after which they are looked at: less than 0.2 ms of work."""

_MIDDLE = 4
"""Looks at new objects after which the survivors are looked at again: 1 to 2 ms."""

_NEVER = 1_000_000_000
"""Looks at the survivors after which Python looks at the old objects itself."""

_IDLE = 0.1
"""The share of its time that an idle process works at most."""

_FEW = 100_000
"""Objects that take milliseconds: those of some 500 sessions, and the modules."""

_GROWTH = 0.25
"""How many more objects than before are worth a look, as a share of them."""

_REST = 10.0
"""Seconds between two looks at a few objects, while idle and they grow."""

_REST_FOR_EACH = 500e-6
"""The same for each of them: 500 times as long as it takes to look at one, so
that an idle process does not spend its time, and somebody's battery, on this."""

_LONG_REST = 600.0
"""Seconds between two looks at all objects of an idle process."""

_PATIENCE = 3600.0
"""Seconds that a process may be busy until all its objects are looked at."""


class Collector:
    """Decides when old objects are looked at.

    Args:
        clock: The time in seconds.
        work_clock: The seconds that the process has worked.
    """

    def __init__(
        self, clock: Callable[[], float], work_clock: Callable[[], float]
    ) -> None:
        self._clock = clock
        self._work_clock = work_clock
        self._looked = self._looked_at_all = clock()
        self._worked = work_clock()
        self._all = self._exempted = 0
        self.pause = _INTERVAL
        """Seconds from the last call of `look` to the next."""

    def start(self) -> None:
        """Exempt what lives now, and take the old objects over from Python."""
        self._look_at_all()
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)

    def look(self) -> bool:
        """Collect if it is time; return whether all objects were looked at."""
        now, worked = self._clock(), self._work_clock()
        passed, work = now - self._looked, worked - self._worked
        idle = work <= _IDLE * passed
        self.pause = _BUSY_INTERVAL
        if idle:
            self.pause = _QUIET_INTERVAL if work <= _QUIET * passed else _INTERVAL
        self._looked, self._worked = now, worked
        if not gc.isenabled():
            return False
        if gc.get_count()[2]:
            gc.collect()
            self._exempted += len(gc.get_objects(generation=2))
            gc.freeze()
        due = self._is_due(now - self._looked_at_all, idle=idle)
        if due:
            self._look_at_all()
        return due

    def _is_due(self, seconds: float, *, idle: bool) -> bool:
        if not self._exempted:
            return False
        objects = self._all + self._exempted
        if idle and objects <= _FEW and self._exempted >= _GROWTH * self._all:
            return seconds >= max(_REST, _REST_FOR_EACH * objects)
        return seconds >= (_LONG_REST if idle else _PATIENCE)

    def _look_at_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._all, self._exempted = gc.get_freeze_count(), 0
        self._looked = self._looked_at_all = self._clock()
        self._worked = self._work_clock()
