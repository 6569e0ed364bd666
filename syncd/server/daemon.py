"""A process that serves: from its listeners to its end."""

from __future__ import annotations

import logging
import os
import time
from platform import python_version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import gevent
from gevent import monkey
from gevent.event import Event

from syncd import __version__
from syncd.apps import run_hook
from syncd.config import TcpBind
from syncd.errors import ConfigError
from syncd.server import signals
from syncd.server.application import PublicApplication
from syncd.server.collector import Collector
from syncd.server.handler import Handler, Server
from syncd.server.listener import is_local, listen, unlisten, url_of
from syncd.server.pool import HubThreads
from syncd.server.reports import Reports
from syncd.server.service import Service, wait
from syncd.server.sharing import share_hub_later
from syncd.server.threads import log_failures
from syncd.server.watchdog import Watchdog
from syncd.server.websocket import SocketHandler
from syncd.session import Stop
from syncd.tokens import key_weakness
from syncd.util.threads import use_executor


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gevent.socket import socket as Socket  # noqa: N812 - it is a class

    from syncd.apps import Application
    from syncd.config import Settings, UnixBind
    from syncd.server.origin import AllowedOrigins


__all__ = ["Daemon"]

_log = logging.getLogger("syncd")

_GOODBYE_TIMEOUT = 1.5
"""Seconds that browsers have to answer the goodbye."""

_STOP_TIMEOUT = 1.0
"""Seconds that sessions have to end."""

_DEADLINE = 3.5
"""Seconds after which the process ends whatever its callbacks do."""

_IMPATIENCE = 0.5
"""Seconds after which another signal means: at once. Ctrl-C reaches a whole
group of processes, and their parent may pass it on a second time."""


class Daemon:
    """Serves applications until it is told to stop.

    Args:
        settings: The settings of the process.
        applications: What is served, by route.
        companion: Called with the service when all is ready, before anybody comes.
        ready: Called with the addresses of the applications when everybody may
            come; it must not wait.

    Raises:
        ConfigError: The settings would let strangers in, or contradict
            each other.
    """

    def __init__(
        self,
        settings: Settings,
        applications: Mapping[str, Application],
        companion: Callable[[Service], None] | None = None,
        ready: Callable[[list[str]], None] | None = None,
    ) -> None:
        _check(settings, applications)
        self._companion = companion
        self._ready = ready
        self._urls: list[str] = []
        self._settings = settings
        self._service = Service(settings, applications, time.time)  # noqa: TID251 - the clock that others are given
        self._stop = Event()
        self._alarm = gevent.get_hub().loop.async_()
        self._alarm.start(self._stop.set)
        self._signalled: float | None = None
        self._ends_process = False
        self._ended = False
        self._root = ""
        self._reports = Reports(self._service)
        self._watchdog: Watchdog | None = None
        self._listening: list[tuple[Server, Socket, TcpBind | UnixBind]] = []

    @property
    def service(self) -> Service:
        """What is served, and what of it lives."""
        return self._service

    @property
    def root(self) -> str:
        """The address at which it listens, as a URL without a slash at its end."""
        return self._root

    def run(self) -> None:
        """Serve, and return when the daemon has been stopped; the process is its own.

        Raises:
            ListenError: An address is taken.
        """
        self.listen()
        self._ends_process = True
        signals.catch(self.on_signal)
        signals.ignore_hints()
        # A greenlet of an application that calls sys.exit ends only itself.
        gevent.get_hub().SYSTEM_ERROR = ()
        log_failures()
        self.start()
        gevent.spawn(_collect_garbage)
        self.wait()

    def start(self) -> None:
        """Let everybody come, after the hooks of applications have run."""
        share_hub_later()
        use_executor(HubThreads())
        self._run_hooks("on_server_loaded")
        if self._companion is not None:
            self._companion(self._service)
        for server, _, _ in self._listening:
            server.start()  # whoever came before this waits at the socket
        self._reports.start()
        if self._settings.slow_callback_ms:
            self._watchdog = Watchdog(self._settings.slow_callback_ms / 1000)
            self._watchdog.start()
        _log.info("syncd is ready (pid %d)", os.getpid())
        if self._ready is not None:
            self._ready(self._urls)

    def wait(self) -> None:
        """Wait until the daemon is stopped; then say goodbye, and end the sessions."""
        self._stop.wait()
        self._drain()
        self._reports.stop()
        if self._watchdog is not None:
            self._watchdog.stop()
        self._ended = True

    def stop(self) -> None:
        """Let `wait` go on; from any thread."""
        self._alarm.send()

    def listen(self) -> None:
        """Take the addresses; whoever comes is served after `start`.

        Raises:
            ListenError: One is taken.
        """
        settings, service = self._settings, self._service
        bind = TcpBind(settings.address, settings.port)
        _log.info("syncd %s starts, on Python %s", __version__, python_version())
        try:
            application = PublicApplication(service)
            public = self._serve(
                bind, application, SocketHandler, "--port or --address"
            )
            service.use_port(public.getsockname()[1])
            root = self._root = url_of(public, bind)
            _log.info("syncd is listening on %s", root)
            for route in service.applications:
                self._urls.append(root + quote(settings.prefix + route))
                _log.info("application at %s", self._urls[-1])
            if service.applications:
                _warn_about(settings, service.origins)
            self._listen_for_control()
        except BaseException:
            self.unlisten()
            raise

    def _listen_for_control(self) -> None:
        secret, bind = self._settings.secret_key, self._settings.control
        if secret is None or bind is None:
            return
        from syncd.server.control import (  # noqa: PLC0415 - imports Werkzeug
            ControlApplication,
        )

        application = ControlApplication(self._service, secret)
        sock = self._serve(bind, application, Handler, "--control-bind")
        _log.info("syncd control API is listening on %s", url_of(sock, bind))

    def _serve(
        self,
        bind: TcpBind | UnixBind,
        application: Callable[..., Any],
        handler: type[Handler],
        options: str,
    ) -> Socket:
        sock = listen(bind, options)
        xheaders = self._settings.use_xheaders
        server = Server(sock, application, handler, use_xheaders=xheaders)
        self._listening.append((server, sock, bind))
        return sock

    def _run_hooks(self, name: str) -> None:
        """Call a hook of every application that has it."""
        for route, application in self._service.applications.items():
            hook = getattr(application.hooks, name)
            if hook is not None:
                run_hook(hook, self._service.registry.server_context(route), wait)

    def unlisten(self) -> None:
        """Let nobody else come."""
        for server, sock, bind in self._listening:
            server.close()
            unlisten(sock, bind)
        self._listening.clear()

    # The end

    def on_signal(self, number: int, frame: object) -> None:
        """Stop, as a signal asks for it; between two instructions of whatever runs."""
        del number, frame
        now = time.monotonic()
        if self._signalled is None:
            self._signalled = now
            start_thread = monkey.get_original("_thread", "start_new_thread")
            start_thread(self._end_process, ())
            self._alarm.send()
        elif now - self._signalled > _IMPATIENCE:
            os._exit(1)

    def _end_process(self) -> None:
        """End the process in a few seconds; runs in a thread of its own.

        Whoever has not been told goodbye by then is told now: a callback has
        kept the hub all the time.
        """
        monkey.get_original("time", "sleep")(_DEADLINE)
        if self._ended and not self._ends_process:
            return
        try:
            for connection in tuple(self._service.connections):
                connection.last_words(1001, "restart")
        finally:
            os._exit(0)

    def _drain(self) -> None:
        """Say goodbye to browsers, then end the sessions."""
        service = self._service
        _log.info(
            "syncd is stopping: %d connections, %d sessions",
            len(service.connections),
            len(service.registry),
        )
        service.registry.draining = True
        self.unlisten()
        service.sender.send()
        for connection in tuple(service.connections):
            connection.shut_down(1001, "restart")
        _wait_until(lambda: not service.connections, _GOODBYE_TIMEOUT)
        for session in service.registry:
            session.put(Stop(1001, "restart"))
        _wait_until(lambda: service.registry.empty, _STOP_TIMEOUT)
        self._run_hooks("on_server_unloaded")
        service.reader.stop()
        service.sender.stop()
        service.worker.stop()
        _log.info("syncd has stopped")


def _collect_garbage() -> None:
    """Look after the collector, until the end."""
    collector = Collector(time.monotonic, time.process_time)
    collector.start()
    while True:
        gevent.sleep(collector.pause)
        collector.look()


def _check(settings: Settings, applications: Mapping[str, Application]) -> None:
    """Refuse settings that would let strangers in."""
    if settings.secret_key is not None or not applications:
        return
    if not is_local(TcpBind(settings.address, settings.port)):
        raise ConfigError(
            "--address",
            settings.address,
            "an address of this machine only, as there is no DOCSYNC_SECRET_KEY"
            " ('syncd secret' prints one)",
        )
    if settings.session_id_mode != "unsigned":
        raise ConfigError(
            "--session-ids",
            settings.session_id_mode,
            "unsigned, as there is no DOCSYNC_SECRET_KEY ('syncd secret' prints one)",
        )


def _warn_about(settings: Settings, origins: AllowedOrigins) -> None:
    """Say what is allowed but dangerous."""
    if origins.any:
        _log.warning("any page on the web may open documents, as origins are *")
    elif origins.wild:
        wild = ", ".join(origins.wild)
        _log.warning("all pages may open documents whose origin is like %s", wild)
    if settings.secret_key is None:
        _log.info(
            "no DOCSYNC_SECRET_KEY is set: session ids are not signed and there is"
            " no control API; 'syncd secret' prints a key"
        )
    elif weakness := key_weakness(settings.secret_key):
        _log.warning("%s", weakness)
    if settings.dev:
        _log.warning(
            "--dev shows tracebacks to everybody and runs what is written into the"
            " applications' files at once; not for production"
        )


def _wait_until(condition: Callable[[], bool], timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while not condition() and time.monotonic() < deadline:
        gevent.sleep(0.01)
