"""Waiting for conditions instead of sleeping for a guess."""

import time
from collections.abc import Callable
from typing import TypeVar


T = TypeVar("T")

_PAUSE = 0.02


def eventually(
    condition: Callable[[], T],
    message: str | Callable[[], str] = "the condition never came true",
    *,
    timeout: float = 20.0,
) -> T:
    """Return the first truthy value of ``condition``, or fail with ``message``."""
    deadline = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            text = message if isinstance(message, str) else message()
            raise AssertionError(f"{text} (waited {timeout:g} s)")
        time.sleep(_PAUSE)
