"""How threads of applications end, as the log tells it."""

from __future__ import annotations

import logging
import threading


__all__ = ["log_failures"]

_log = logging.getLogger("syncd.server")


def log_failures() -> None:
    """Log what threads raise, instead of printing it."""
    threading.excepthook = _report


def _report(args: threading.ExceptHookArgs) -> None:
    if issubclass(args.exc_type, SystemExit):
        return
    name = args.thread.name if args.thread is not None else "unknown"
    if _is_orphan(args):
        _log.info(
            "thread %s has ended, as the session of its script had;"
            " Document.on_session_destroyed can tell threads in time",
            name,
        )
        return
    error = args.exc_value or args.exc_type()
    _log.error("thread %s failed", name, exc_info=error)


def _is_orphan(args: threading.ExceptHookArgs) -> bool:
    """Whether a thread found the names of its script gone."""
    trace = args.exc_traceback
    if trace is None or not issubclass(args.exc_type, NameError):
        return False
    while trace.tb_next is not None:
        trace = trace.tb_next
    return not trace.tb_frame.f_globals
