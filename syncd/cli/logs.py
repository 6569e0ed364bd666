"""What is logged, and how a line looks."""

from __future__ import annotations

import logging
import sys


__all__ = ["set_up_logging"]


def set_up_logging(level: str) -> None:
    """Log to standard error, from a level on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    # It speaks of every single frame.
    logging.getLogger("syncd.server.frames").setLevel(logging.WARNING)
    # No line says so, and every greenlet would be made to look like a thread.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    # Nobody may be left to read it: a closed terminal is no reason to fail.
    logging.raiseExceptions = False
