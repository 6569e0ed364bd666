"""What peers are told of an exception that the application raised."""

from __future__ import annotations

from traceback import TracebackException
from typing import Any


__all__ = ["describe"]

_MAX_MESSAGE = 1_000
_MAX_TRACEBACK = 50_000
"""Characters; an exception may hold as much text as it likes."""


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
