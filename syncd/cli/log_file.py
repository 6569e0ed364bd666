"""A log file that may be moved away, and may be beyond reach for a while."""

from __future__ import annotations

import contextlib
import sys
from logging.handlers import WatchedFileHandler
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from logging import LogRecord


__all__ = ["LogFile"]


class LogFile(WatchedFileHandler):
    """Writes lines to a file, and to standard error for as long as that fails.

    A disk may be full, and whoever rotates logs may leave a file that this process
    must not open. Without this, what is logged then would raise where it is logged:
    in the middle of a request.
    """

    _failed = False
    _failing = False

    def emit(self, record: LogRecord) -> None:
        """Write a line."""
        self._failed = False
        try:
            super().emit(record)
        except OSError as error:
            self._fall_back(record, error)
        self._failing = self._failed

    def handleError(self, record: LogRecord) -> None:  # noqa: N802 - logging's name
        """Write a line elsewhere, which the file did not take."""
        error = sys.exc_info()[1]
        if isinstance(error, OSError):
            self._fall_back(record, error)
        else:
            super().handleError(record)

    def _fall_back(self, record: LogRecord, error: OSError) -> None:
        """Write a line to standard error; before the first one, say why."""
        self._failed = True
        self._let_go()
        with contextlib.suppress(OSError, ValueError):  # nobody may be there to read it
            if not self._failing:
                sys.stderr.write(
                    f"syncd: the log file {self.baseFilename} cannot be written"
                    f" ({error.strerror}); until it can, lines come here\n"
                )
            sys.stderr.write(f"{self.format(record)}\n")
            sys.stderr.flush()

    def _let_go(self) -> None:
        """Open the file anew for the next line.

        This one holds what it did not take, would fail with that for ever, and keep
        a file that was removed from leaving its room to others.
        """
        stream: Any = self.stream
        self.stream = None
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
