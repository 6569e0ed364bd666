"""What peers are told of an exception that the application raised."""

from __future__ import annotations

import logging
from traceback import TracebackException
from typing import Any

from syncd.tracebacks import begin_with_application


__all__ = ["Failures", "describe"]

_log = logging.getLogger("syncd.session")

_MOST = 30
"""Failures of a session that are logged in each `_SPAN`."""

_SPAN = 60.0
"""Seconds."""

_MAX_MESSAGE = 1_000
_MAX_TRACEBACK = 50_000
"""Characters; an exception may hold as much text as it likes."""


class Failures:
    """The failures of one session's callbacks, of which only so many are logged.

    Whoever is at a browser may set off a callback that fails as often as they like.
    """

    __slots__ = ("_count", "_since")

    def __init__(self) -> None:
        self._since = float("-inf")
        self._count = 0

    def log(
        self, session: object, error: BaseException, number: str, now: float
    ) -> None:
        """Log a failure with its traceback, or that there are too many."""
        if now - self._since >= _SPAN:
            self._since, self._count = now, 0
        self._count += 1
        begin_with_application(error)
        if self._count <= _MOST:
            _log.error(
                "a callback of %s failed (error %s)", session, number, exc_info=error
            )
        elif self._count == _MOST + 1:
            _log.error(
                "callbacks of %s failed %d times within %g s; what fails until that time"
                " is over is not logged",
                session,
                _MOST,
                _SPAN,
            )


def describe(error: BaseException, number: str, *, reveal: bool) -> dict[str, Any]:
    """Return the ``error`` message for an exception.

    Args:
        error: What was raised; it may refuse to be put in words.
        number: By which the log has it.
        reveal: Whether peers may know more than that number.
    """
    told: dict[str, Any] = {"type": "error", "id": number}
    if not reveal:
        words = f"the application failed; its log has details (error {number})"
        return {**told, "message": words}
    shown = TracebackException.from_exception(error)
    words = str(shown)
    message = type(error).__name__ + (f": {words}" if words else "")
    lines = "".join(shown.format())
    return {
        **told,
        "message": message[:_MAX_MESSAGE],
        "traceback": lines[-_MAX_TRACEBACK:],
    }
