"""Everything that one process serves, put together from the settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import gevent

from syncd.server.bundle import Bundle
from syncd.server.facts import Filter
from syncd.server.front import Front
from syncd.server.gate import Gate
from syncd.server.handshake import RefusalError
from syncd.server.hosts import control_hosts, public_hosts
from syncd.server.metrics import Metrics
from syncd.server.origin import AllowedOrigins
from syncd.server.reader import Reader
from syncd.server.registry import Registry
from syncd.server.sender import Sender
from syncd.server.unfinished import Unfinished
from syncd.server.worker import Worker
from syncd.server.writer import Framer
from syncd.session import Environment, HistoryBudget, Limits
from syncd.tokens import RANDOM_BYTES, encode_random


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from syncd.apps import Application
    from syncd.config import Settings
    from syncd.server.connection import Connection
    from syncd.server.gate import Admission
    from syncd.session import Host, Session


__all__ = ["Service", "wait"]

_HISTORY_BYTES = 256 * 1024 * 1024
"""Bytes that the histories of all sessions may take together."""


class Service:
    """What is served, to whom, and what of it lives.

    Args:
        settings: The settings of the process.
        applications: What is served, by route.
        now: The time in seconds since 1970.
    """

    def __init__(
        self,
        settings: Settings,
        applications: Mapping[str, Application],
        now: Callable[[], float],
    ) -> None:
        self.settings = settings
        self.applications = dict(applications)
        self.generation = int(now() * 1000)
        """A number that is another one when applications have been replaced."""
        self.now = now
        self.max_message = settings.websocket_max_message_size
        self.keep_alive = settings.keep_alive
        self.bundle = Bundle()
        self.metrics = Metrics()
        self.worker = Worker()
        self.reader = Reader()
        self.unfinished = Unfinished(self.max_message, self.worker.clock)
        self.sender = Sender(self.worker.clock)
        self.framer = Framer()
        self.connections: set[Connection] = set()
        self.control_hosts = control_hosts(settings)
        self.origins = AllowedOrigins(_origins(settings))
        self.hosts = public_hosts(settings, self.origins)
        self.front = Front(settings)
        self.registry = Registry(max_sessions=settings.max_sessions, dev=settings.dev)
        self.gate = Gate(
            self.applications,
            self.registry,
            mode=settings.session_id_mode,
            secret=settings.secret_key,
            resume_secret=settings.secret_key or os.urandom(32).hex(),
            max_age=settings.session_max_age,
            now=now,
            random=os.urandom,
        )
        self.filter = Filter(settings)
        self.environment = self._make_environment()

    def use_port(self, port: int) -> None:
        """Allow this machine's own pages at the port, unless others are named."""
        if not self.origins.patterns:
            self.origins = AllowedOrigins([f"localhost:{port}"])

    def replace(self, application: Application) -> None:
        """Serve an application in the place of the one at its route."""
        self.applications[application.route] = application
        self.generation += 1

    def enter(
        self,
        admission: Admission,
        arguments: Mapping[str, Sequence[str]] | None = None,
    ) -> Session:
        """Return the session that an admission is for, made if it has to be.

        Raises:
            RefusalError: It ended meanwhile, or no more can be made.
        """
        if admission.resumed and self.session(admission) is None:
            raise RefusalError("session_gone", "the session has ended")
        return self.registry.open(
            admission.application,
            admission.claims,
            self.environment,
            arguments,
            admission.facts,
        )

    def session(self, admission: Admission) -> Session | None:
        """Return the session that an admission is for, if it lives."""
        return self.registry.find(admission.application.route, admission.claims.id)

    def _make_environment(self) -> Environment:
        settings = self.settings
        return Environment(
            clock=self.worker.clock,
            runner=gevent.getcurrent,
            ready=self.worker.ready,
            remind=self.worker.remind,
            wake=self.sender.call,
            send=self.sender.send,
            random_id=lambda: encode_random(os.urandom(RANDOM_BYTES)),
            resume_key=self.gate.resume_key,
            closed=self._closed,
            destroyed=self._destroyed,
            limits=Limits(
                browser_bytes=settings.max_browser_data,
                max_connections=settings.max_connections,
                goodbye_lifetime=settings.unused_session_lifetime_ms / 1000,
                lost_lifetime=settings.lost_session_lifetime_ms / 1000,
            ),
            budget=HistoryBudget(_HISTORY_BYTES),
            max_message=self.max_message,
            ping=self.keep_alive,
            reveal_errors=settings.dev,
            host=_host,
        )

    def _closed(self, session: Session) -> None:
        self.worker.forget(session)
        self.registry.forget(session)

    def _destroyed(self, session: Session) -> None:
        self.registry.finish(session, wait)


def _origins(settings: Settings) -> list[str]:
    """Return the origins that are named: those of hosts are our own pages."""
    hosts = (host for host in settings.allowed_hosts if host != "*")
    return [*(settings.allow_websocket_origin or hosts)]


def wait(awaitable: Any) -> object:
    """Wait for a coroutine of an application; other greenlets run meanwhile."""
    from syncd.server.awaiting import wait_for  # noqa: PLC0415 - imports asyncio

    return wait_for(awaitable)


def _host(session: Session) -> Host:
    from syncd.server.hosting import SessionHost  # noqa: PLC0415 - imports asyncio

    return SessionHost(session)
