"""Which part of a traceback is the application's."""

from __future__ import annotations

import traceback
from contextlib import suppress
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from types import FrameType

__all__ = ["begin_with_application", "place_of"]

_STANDARD = traceback.__file__.removesuffix("traceback.py")
"""Where the standard library is."""

_END = 30
"""Frames at either end of a traceback that are kept, however long it is."""


def begin_with_application(error: BaseException) -> None:
    """Leave out of a traceback how we came to call the application.

    What nobody's application had a hand in keeps all of it. Of a recursion without
    end the middle is left out, too: it would be a thousand frames.
    """
    trace = error.__traceback__
    while trace and not _is_applications(trace.tb_frame):
        trace = trace.tb_next
    if trace is not None:
        # What is frozen refuses an assignment.
        error.with_traceback(trace)
    _leave_out_the_middle(error)


def _leave_out_the_middle(error: BaseException) -> None:
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(trace)
        trace = trace.tb_next
    left_out = len(frames) - 2 * _END
    if left_out > 0:
        frames[_END - 1].tb_next = frames[-_END]
        with suppress(AttributeError):  # likewise
            error.add_note(f"{left_out} frames in the middle are left out")


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
