"""Time as daemons see it, and a clock that stands still."""

import time


def wall_time() -> float:
    """Return the seconds since 1970."""
    return time.time()  # noqa: TID251 - tokens of a real daemon need real time


class Clock:
    """A clock that only moves when it is told to, in seconds."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
