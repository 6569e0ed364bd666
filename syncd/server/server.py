"""A server inside of somebody else's program, in place of ``syncd serve``.

A program that has applications as functions can serve them by itself::

    from syncd.server.server import Server

    server = Server({"/": build}, port=5006)
    server.run_until_shutdown()

To import this module is to let the whole process wait in greenlets
(`syncd.server.patching`): what else the program does, such as a Flask application in
development, goes on beside the server as long as it waits for sockets and sleeps.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from syncd.server.patching import patch, refuse_threads


refuse_threads(__name__)
patch()

# ruff: noqa: E402 - nobody may take the originals before that
import gevent

from syncd.absent import refuse_imports
from syncd.apps import Application as Loaded
from syncd.apps import find_applications
from syncd.config import UNAVAILABLE, Settings, check_available, nearest, settings
from syncd.errors import ConfigError, UnavailableError, shown
from syncd.server import signals
from syncd.server.daemon import Daemon
from syncd.server.io_loop import IOLoop
from syncd.server.listener import ListenError
from syncd.server.showing import Show


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gevent import Greenlet

    from syncd.application import Application
    from syncd.apps import SessionContext
    from syncd.document import Document

    Source = Application | Callable[[Document], Any]


__all__ = ["Server"]

__getattr__ = refuse_imports(
    __name__, "programs have Server, and `syncd serve` for more"
)

_log = logging.getLogger("syncd")

_SUFFIXES = {"_milliseconds": "_ms", "_bytes": ""}
"""How names of units end, and what settings say in their place."""

_NAMES = {
    "auth_provider": "auth_module",
    "extra_websocket_origins": "allow_websocket_origin",
    "session_token_expiration": "session_max_age",
    "xsrf_cookies": "enable_xsrf_cookies",
}
_REFUSALS = {"use_index": "disable_index", "redirect_root": "disable_index_redirect"}
"""Parameters that say the opposite of a setting."""

_UNUSED = frozenset({"absolute_url", "extra_patterns", "http_server_kwargs"})

_PATTERNS = "put a web application beside syncd, behind the same nginx"


class Server:
    """Serves applications from within a program.

    It listens as soon as it is made, and serves after `start` while the program waits
    for anything, or in `run_until_shutdown`.

    Args:
        applications: A function that takes a document, or an `Application`; or a
            mapping of routes to them. A single one is served at ``/``.
        io_loop: A loop of the program's own, which `io_loop` returns then. The server
            does not need it.
        **options: Settings of ``syncd serve``, by the names of `syncd.config.Settings`
            or Bokeh's: ``port``, ``allow_websocket_origin``, ``prefix``,
            ``unused_session_lifetime_milliseconds`` … The environment is read for
            what is not said here.

    Raises:
        ConfigError: An option has a value that it does not take, or would let
            strangers in.
        UnavailableError: Something is asked for that there is not.
        OSError: The address cannot be listened on.
        TypeError: There is no such option, or that is no application.
    """

    def __init__(
        self,
        applications: Mapping[str, Source] | Source,
        io_loop: Any = None,
        **options: Any,
    ) -> None:
        found = find_applications(_by_route(applications))
        with _told_by_name(options):
            self._settings = _read(options)
            self._daemon = Daemon(self._settings, found)
        self._given_loop = io_loop
        self._loop = IOLoop(self.run_until_shutdown, self.stop)
        self._serving: Greenlet[[], None] | None = None
        self._stopped = False
        try:
            self._daemon.listen()
        except ListenError as error:
            error.options = "port or address"
            raise OSError(error.cause.errno, str(error)) from error

    @property
    def address(self) -> str:
        """The address that it listens on."""
        return self._settings.address

    @property
    def port(self) -> int:
        """The port that it listens on, also if the system has chosen it."""
        return urlsplit(self._daemon.root).port or self._settings.port

    @property
    def prefix(self) -> str:
        """What stands in front of every path."""
        return self._settings.prefix

    @property
    def index(self) -> str | None:
        """The template of the list of applications, if it is not the usual one."""
        return self._settings.index

    @property
    def io_loop(self) -> Any:
        """The loop: the program's own if it has brought one, or what stands for one."""
        return self._loop if self._given_loop is None else self._given_loop

    def start(self) -> None:
        """Serve from now on, while the program waits for anything.

        Raises:
            RuntimeError: It has been started, or stopped.
        """
        if self._serving is not None or self._stopped:
            state = "stopped" if self._stopped else "started"
            message = f"the server was {state} before; make another one"
            raise RuntimeError(message)
        # Who calls sys.exit in a callback ends only that, and Ctrl-C the program.
        gevent.get_hub().SYSTEM_ERROR = (KeyboardInterrupt,)
        signals.mind(self._daemon)
        try:
            self._daemon.start()
        except BaseException:
            signals.neglect(self._daemon)
            raise
        self._serving = gevent.spawn(self._serve)
        atexit.register(self.stop)

    def run_until_shutdown(self) -> None:
        """Serve until `stop` is called, or a signal asks for it.

        Signals are the main thread's; in others they remain what they are.
        """
        with signals.caught():
            if self._serving is None:
                self.start()
            assert self._serving is not None
            self._serving.join()
        self.stop()

    def _serve(self) -> None:
        try:
            self._daemon.wait()
        finally:
            signals.neglect(self._daemon)

    def stop(self, wait: bool = True) -> None:  # noqa: FBT001, FBT002 - as Bokeh's
        """Say goodbye to browsers, end the sessions, and serve no more.

        Args:
            wait: Return when that has been done.
        """
        atexit.unregister(self.stop)
        self._stopped = True
        self._daemon.stop()
        if self._serving is None:
            self._daemon.unlisten()
        elif wait:
            self._serving.join()

    def unlisten(self) -> None:
        """Let nobody else come; who is there may stay."""
        self._daemon.unlisten()

    def get_session(self, app_path: str, session_id: str) -> SessionContext:
        """Return what is known of a session of an application.

        Raises:
            ValueError: There is no such application, or session.
        """
        for session in self.get_sessions(app_path):
            if session.id == session_id:
                return session
        message = f"no session {session_id!r} of {app_path} lives"
        raise ValueError(message)

    def get_sessions(self, app_path: str | None = None) -> list[SessionContext]:
        """Return what is known of the sessions that live, of one application or all.

        Raises:
            ValueError: There is no such application.
        """
        service = self._daemon.service
        routes = list(service.applications)
        if app_path is not None and app_path not in routes:
            message = f"{app_path!r} is not served, but {', '.join(routes)}"
            raise ValueError(message)
        return [
            session
            for route in (routes if app_path is None else [app_path])
            for session in service.registry.server_context(route).sessions
        ]

    def show(self, app_path: str, browser: str | None = None, new: str = "tab") -> None:
        """Open an application in a browser.

        Args:
            app_path: Its route, with a slash in front.
            browser: Which browser, as `webbrowser` knows it.
            new: Taken as Bokeh does, and always a tab.

        Raises:
            ValueError: The route has no slash in front.
        """
        del new
        if not app_path.startswith("/"):
            message = f"the path {app_path!r} must begin with a /"
            raise ValueError(message)
        url = f"{self._daemon.root}{quote(self.prefix + app_path)}"
        Show(self.address, browser)([url])


def _by_route(applications: Mapping[str, Source] | Source) -> Mapping[str, Source]:
    """Return applications by their routes, after a look at what they are."""
    if not isinstance(applications, Mapping):
        applications = {"/": applications}
    for route, source in applications.items():
        if not (callable(source) or hasattr(source, "served")) and not isinstance(
            source, str | os.PathLike | Loaded
        ):
            message = (
                "Server serves a function that takes a document, an Application, or a"
                f" mapping of routes to them, not a {type(source).__name__}:"
                f" {route!r} is {shown(source)}"
            )
            raise TypeError(message)
    return applications


@contextlib.contextmanager
def _told_by_name(options: Iterable[str]) -> Iterator[None]:
    """Let errors of options name what was given, instead of the command's option."""
    try:
        yield
    except ConfigError as error:
        flags = {one.name: one.flag for one in settings()}
        for option in options:
            name = _setting_of(option)
            if error.setting in {flags.get(name), f"--{name.replace('_', '-')}"}:
                error.setting = option
        raise


def _read(options: Mapping[str, Any]) -> Settings:
    """Return the settings that options ask for."""
    given: dict[str, Any] = {}
    for option, value in options.items():
        name, value = _translated(option, value)  # noqa: PLW2901 - both are Bokeh's until here
        if name in _UNUSED:
            _log.info("%s has no effect", option)
        else:
            given[name] = value
    check_available(given, {}, os.environ)
    known = {one.name for one in settings()}
    unknown = given.keys() - known - {one.name for one in UNAVAILABLE}
    for name in sorted(unknown):
        message = f"Server has no option {name!r}{nearest(name, known)}"
        raise TypeError(message)
    return Settings.read(
        os.environ, **{name: given[name] for name in given if name in known}
    )


def _translated(option: str, value: Any) -> tuple[str, Any]:
    """Return the name of a setting, and its value, for what Bokeh's servers take."""
    if option in _REFUSALS:
        return _REFUSALS[option], not value
    if option == "num_procs":
        if value != 1:
            _log.warning("num_procs is %r, but one process serves all", value)
        return option, None
    if option == "extra_patterns" and value:
        raise UnavailableError(option, value, _PATTERNS)
    if option == "generate_session_ids":
        return "session_ids", None if value else "external-signed"
    if isinstance(value, bytes):  # as a key may be
        value = value.decode()
    return _setting_of(option), value


def _setting_of(option: str) -> str:
    for suffix, ours in _SUFFIXES.items():
        if option.endswith(suffix):
            option = option.removesuffix(suffix) + ours
    return _NAMES.get(option, option)
