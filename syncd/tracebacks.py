"""Which part of a traceback is the application's."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from types import FrameType

__all__ = ["begin_with_application", "place_of"]

_STANDARD = traceback.__file__.removesuffix("traceback.py")
"""Where the standard library is."""


def begin_with_application(error: BaseException) -> None:
    """Leave out of a traceback how we came to call the application.

    What nobody's application had a hand in keeps all of it.
    """
    trace = error.__traceback__
    while trace and not _is_applications(trace.tb_frame):
        trace = trace.tb_next
    if trace is not None:
        # What is frozen refuses an assignment.
        error.with_traceback(trace)


def place_of(error: BaseException) -> str | None:
    """Return the file and the line of the application at fault, if they are known."""
    cause: BaseException | None = error
    while cause is not None:
        file, line = getattr(cause, "filename", None), getattr(cause, "lineno", None)
        if file and line:
            return f"{file}:{line}"
        for frame, number in reversed([*traceback.walk_tb(cause.__traceback__)]):
            if _is_applications(frame):
                return f"{frame.f_code.co_filename}:{number}"
        cause = cause.__cause__
    return None


def _is_applications(frame: FrameType) -> bool:
    """Tell whether code is neither ours nor installed."""
    name: str = frame.f_globals.get("__name__", "")
    path = frame.f_code.co_filename
    return not (
        name.partition(".")[0] in {"syncd", "flask_docsync", "importlib"}
        or path.startswith((_STANDARD, "<frozen"))
        or "/site-packages/" in path
        or "/dist-packages/" in path
    )
