"""Lines in the log about how much there is, from time to time."""

from __future__ import annotations

import gc
import logging
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import gevent

from syncd.document import Document
from syncd.model import Model
from syncd.session import Session


if TYPE_CHECKING:
    from collections.abc import Callable

    from gevent import Greenlet

    from syncd.server.service import Service


__all__ = ["Reports", "resident_memory"]

_log = logging.getLogger("syncd.stats")

_STATUS = Path("/proc/self/status")
_MEGABYTE = 1 << 20


class Reports:
    """What is logged of sessions and of memory, as settings say.

    Args:
        service: What the process serves.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._running: list[Greenlet[..., None]] = []

    def start(self) -> None:
        """Log from now on, until `stop`."""
        settings = self._service.settings
        if _log.isEnabledFor(logging.DEBUG):
            self._repeat(settings.stats_log_frequency_ms, self.log_sessions)
        if settings.mem_log_frequency_ms:
            self._repeat(settings.mem_log_frequency_ms, self.log_memory)

    def stop(self) -> None:
        """Log no more."""
        gevent.killall(self._running)
        self._running.clear()

    def _repeat(self, interval_ms: int, report: Callable[[], None]) -> None:
        self._running.append(gevent.spawn(_run, interval_ms / 1000, report))

    def log_sessions(self) -> None:
        """Log how many sessions each application has, and who watches them."""
        sessions: Counter[str] = Counter()
        unused: Counter[str] = Counter()
        for session in self._service.registry:
            sessions[session.app] += 1
            unused[session.app] += not session.roster.watched
        _log.debug("%d connections", len(self._service.connections))
        for route in self._service.applications:
            _log.debug(
                "%s: %d sessions, %d of them unused",
                route,
                sessions[route],
                unused[route],
            )

    def log_memory(self) -> None:
        """Log the memory of the process, and what of ours is in it."""
        memory = resident_memory()
        if memory is None:
            _log.info("the system does not tell how much memory is in use")
        else:
            _log.info("%.1f MB of memory are in use", memory / _MEGABYTE)
        if _log.isEnabledFor(logging.DEBUG):
            counts: Counter[str] = Counter()
            for kept in gc.get_objects():
                for kind in (Document, Session, Model):
                    # An instance may ask what it stands for, and that anything.
                    counts[kind.__name__] += issubclass(type(kept), kind)
            _log.debug(
                "%d sessions, %d documents, %d models and %d modules are in memory",
                counts["Session"],
                counts["Document"],
                counts["Model"],
                len(sys.modules),
            )


def resident_memory() -> int | None:
    """Return the bytes that the process has in memory, if the system tells."""
    try:
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    for line in lines:
        name, _, value = line.partition(":")
        if name == "VmRSS":
            return int(value.split()[0]) * 1024
    return None


def _run(interval: float, report: Callable[[], None]) -> None:
    while True:
        gevent.sleep(interval)
        report()
