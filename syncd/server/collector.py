"""When the cyclic garbage collector looks at what.

Sessions need no collector: when they end, reference counting frees all of them
at once. What is left for it are cycles that application code makes. Looking for
them costs about 80 ns for every object that lives, and everybody waits meanwhile:
with 6,000 sessions the whole takes longer than a slider may. So

* what lives when the daemon starts is never looked at again;
* young objects are looked at as Python does it, in portions of a millisecond;
* old objects are looked at when there are a quarter more of them than at the last
  look, as Python does it, but when the process has nothing else to do; in one that
  always has, once a minute at most. Whatever has come is looked at in five minutes
  by a process that is idle then, and after two million new objects by any.

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

_PORTION = 20_000
"""New objects between two looks at the survivors."""

_GROWTH = 0.25
"""How many more objects than before are worth a look, as a share of them."""

_REST = 10.0
"""Seconds between two looks at the old objects of an idle process."""

_LONG_REST = 300.0
"""Seconds after which an idle process looks at them for little."""

_PATIENCE = 60.0
"""Seconds that a process may be busy until its old objects are looked at."""

_MOST = 2_000_000
"""New objects that do not wait for an idle moment."""


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
        self._old = 0

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
        new = gc.get_count()[2] * _PORTION
        if not new or (idle and seconds >= _LONG_REST):
            return bool(new)
        if new < self._old * _GROWTH:
            return False
        return new >= _MOST or seconds >= (_REST if idle else _PATIENCE)

    def _note(self) -> None:
        self._old = len(gc.get_objects(generation=2))
        self._collected = self._looked = self._clock()
        self._worked = self._work_clock()
