"""Models of the applications beside this file."""

from syncd.model import Model


class Counter(Model):
    """A number, and what a callback makes of it."""

    value: int = 0
    "Set by peers."
    doubled: int = 0
    "Set by the callback."
    nap: float = 0.0
    "Seconds that a callback sleeps when it is set."
    text: str = ""
    "Anything."
