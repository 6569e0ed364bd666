"""When the cyclic garbage collector looks at what.

Sessions need no collector: when they end, reference counting frees all of them
at once. What is left for it are cycles that application code makes. Looking for
them costs about 80 ns for every object that lives, and everybody waits meanwhile:
with 6,000 sessions the whole takes longer than a slider may. So

* what lives when the daemon starts is never looked at again;
* young objects are looked at as Python does it, in portions of a millisecond;
* old objects are looked at when the process has nothing else to do, and in one
  that always has, once a minute or after two million new objects.

Code that switches the collector off with ``gc.disable()`` switches all of this
off.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["LOOK_INTERVAL", "Collector"]

LOOK_INTERVAL = 1.0
"""Seconds from one call of `Collector.look` to the next."""

_YOUNG = 2_000
"""New objects after which they are looked at: less than 0.2 ms of work."""

_MIDDLE = 10
"""Looks at new objects after which the survivors are looked at again: 2 ms."""

_NEVER = 1_000_000_000
"""Looks at the survivors after which Python looks at the old objects itself."""

_IDLE = 0.1
"""The share of its time that an idle process works at most."""

_REST = 10.0
"""Seconds between two looks at the old objects of an idle process."""

_PATIENCE = 60.0
"""Seconds that a process may be busy until its old objects are looked at."""

_MOST = 100
"""Looks at the survivors, of 20,000 new objects each, before that anyway."""


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
        self._looked = self._collected = clock()
        self._worked = work_clock()

    def start(self) -> None:
        """Exempt what lives now, and take the old objects over from Python."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        self._note()

    def look(self) -> bool:
        """Collect if it is time; return whether it was."""
        now, worked = self._clock(), self._work_clock()
        idle = worked - self._worked <= _IDLE * (now - self._looked)
        self._looked, self._worked = now, worked
        if not gc.isenabled() or not self._is_due(now - self._collected, idle=idle):
            return False
        gc.collect()
        self._note()
        return True

    def _is_due(self, seconds: float, *, idle: bool) -> bool:
        survivors = gc.get_count()[2]
        if not survivors:
            return False
        return survivors >= _MOST or seconds >= (_REST if idle else _PATIENCE)

    def _note(self) -> None:
        self._collected = self._looked = self._clock()
        self._worked = self._work_clock()
