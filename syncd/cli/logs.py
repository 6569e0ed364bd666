"""What is logged, where to, and how a line looks."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from syncd.cli.lines import Formatter
from syncd.errors import ConfigError


if TYPE_CHECKING:
    from syncd.config import Settings


__all__ = ["set_up_logging"]

_TRACE = 5
_NOTHING = logging.CRITICAL + 10


def set_up_logging(settings: Settings) -> None:
    """Log as settings say.

    Raises:
        ConfigError: The format is none, or the file cannot be written.
    """
    logging.addLevelName(_TRACE, "TRACE")
    # What no line says would make every greenlet look like a thread.
    logging.logThreads = "thread" in settings.log_format
    logging.logProcesses = "process" in settings.log_format
    logging.logMultiprocessing = "processName" in settings.log_format
    # Nobody may be left to read it: a closed terminal is no reason to fail.
    logging.raiseExceptions = False
    formatter = _formatter(settings.log_format)
    handler = _handler(settings.log_file)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(_level(settings.log_level))
    if settings.log_level != "trace":
        # It speaks of every single frame.
        logging.getLogger("syncd.server.frames").setLevel(logging.WARNING)


class _Terminal(logging.StreamHandler):  # type: ignore[type-arg]  # at run time it takes none
    """Writes to standard error."""

    def flush(self) -> None:
        """Flush it; whoever writes has the lock already, which is to be had twice."""
        self.stream.flush()


def _level(name: str) -> int:
    if name == "none":
        return _NOTHING
    return _TRACE if name == "trace" else logging.getLevelNamesMapping()[name.upper()]


def _formatter(template: str) -> logging.Formatter:
    """Return a formatter that has been tried."""
    try:
        formatter = Formatter(template)
        formatter.format(logging.makeLogRecord({"msg": "tried"}))
    except (KeyError, TypeError, ValueError) as error:
        expected = f"a format of Python's logging: {error}"
        raise ConfigError("--log-format", template, expected) from error
    return formatter


def _handler(path: str | None) -> logging.Handler:
    if path is None:
        return _Terminal(sys.stderr)
    from syncd.cli.log_file import LogFile  # noqa: PLC0415 - with a file only

    try:
        return LogFile(path, encoding="utf-8")
    except OSError as error:
        expected = f"a file that can be written ({error.strerror})"
        raise ConfigError("--log-file", path, expected) from error
