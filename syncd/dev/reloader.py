"""Puts new code in the place of old code, and lets its documents live on.

A reload is an end and a beginning: for each session another one of the same id
is made by the new code. When its document stands, it gets the values that people
have changed, the old session ends, and its browsers come back to the new one.
What fails on the way leaves the old session as it is.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections import deque
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevent

from syncd.apps import Application, Hooks, load_application, run_hook
from syncd.apps.script import Script
from syncd.dev.keeping import Kept, Life, kept_values, restore
from syncd.dev.modules import Modules, is_below
from syncd.dev.watch import PYTHON, Watch
from syncd.errors import AppError
from syncd.protocol import encode_message
from syncd.server.service import wait
from syncd.session import Call, Stop, describe
from syncd.tracebacks import begin_with_application


if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from syncd.document import Document
    from syncd.server.service import Service
    from syncd.session import Session


__all__ = ["Reloader"]

_log = logging.getLogger("syncd.dev")

_INTERVAL = 0.25
"""Seconds between looks at the files."""

_MAX_INTERVAL = 2.0
"""The same where looking takes long."""

_QUIET = 0.1
"""Seconds without a change after which somebody has done with writing."""

_LONGEST = 1.0
"""Seconds that files may go on changing, or be missing, before it is dealt with."""

_SHARE = 20
"""Times as long as a look takes that there is none after it."""

_RESTLESS = 8
"""Changes of a file within `_RESTLESS_TIME` that no person makes."""

_RESTLESS_TIME = 10.0
"""Seconds."""

_RENEWED = (4411, "code")
_PAGE_CHANGED = (4412, "page")
"""How browsers are told to come back (section 10 of the protocol)."""


class Reloader:
    """Watches the files of applications, and reloads what has changed.

    Args:
        files: Further files; when one changes, all applications are reloaded.
    """

    def __init__(self, files: Iterable[str] = ()) -> None:
        self._files = frozenset(map(_real, files))
        self._modules = Modules()
        self._times: dict[Path, deque[float]] = {}
        # What is edited twice in a second would be taken for its compiled form.
        sys.dont_write_bytecode = True

    def __call__(self, service: Service) -> None:
        """Begin; the daemon calls this before anybody comes."""
        service.registry.begin = Life
        self._service = service
        self._looked = service.now()
        self._sources = [
            _Source(application, application)
            for application in service.applications.values()
            if application.path and isinstance(application.program, Script)
        ]
        folders = [source.folder for source in self._sources if source.whole]
        beside = [source.folder for source in self._sources if not source.whole]
        scripts = [source.script for source in self._sources]
        self._watch = Watch(folders, beside, [*scripts, *self._files])
        _log.info("reloading what changes in %s", ", ".join(self._watched()))
        gevent.spawn(self._run)

    def _watched(self) -> list[str]:
        names = {
            str(source.folder if source.whole else source.script): None
            for source in self._sources
        }
        return [*names, *map(str, sorted(self._files))]

    def _run(self) -> None:
        """Look and reload, until the end."""
        pause = _INTERVAL
        while True:
            gevent.sleep(pause)
            started = time.monotonic()
            try:
                changed = self._look()
                took = time.monotonic() - started
                pause = min(max(_INTERVAL, _SHARE * took), _MAX_INTERVAL)
                if changed:
                    self._reload(self._settled(changed))
            except Exception:  # noqa: BLE001 - the next one may do better
                _log.exception("a change could not be dealt with")

    def _look(self) -> set[Path]:
        before, self._looked = self._looked, self._service.now()
        self._watch.learn(self._modules.files().values(), before)
        return self._watch.look()

    def _settled(self, changed: set[Path]) -> set[Path]:
        """Return what has changed when it goes on no more.

        Editors write a file in several steps, or move another one into its place.
        """
        until = time.monotonic() + _LONGEST
        while time.monotonic() < until:
            gevent.sleep(_QUIET)
            more = self._look()
            changed |= more
            if not more and all(path.exists() for path in changed):
                break
        return changed

    # What has changed

    def _ignore_restless(self, changed: set[Path]) -> None:
        """Look no more at files that applications write whenever they run."""
        now = time.monotonic()
        for path in changed:
            if path.suffix in PYTHON:  # who would write those?
                continue
            times = self._times.setdefault(path, deque(maxlen=_RESTLESS))
            times.append(now)
            if len(times) == _RESTLESS and now - times[0] < _RESTLESS_TIME:
                _log.warning(
                    "%s changed %d times in %g s and is not looked at any more; does"
                    " the application write it?",
                    path,
                    _RESTLESS,
                    now - times[0],
                )
                self._watch.ignore(path)

    def _reload(self, changed: set[Path]) -> None:
        self._ignore_restless(changed)
        concerned = [
            (source, mine)
            for source in self._sources
            if (mine := {path for path in changed if self._concerns(source, path)})
        ]
        known = {path for _, mine in concerned for path in mine}
        for path in sorted(changed - known):
            _log.warning(
                "%s has changed, which is in no folder of an application: restart"
                " syncd to use it, or name it after --dev",
                path,
            )
        if any(_is_helper(source, path) for source, mine in concerned for path in mine):
            self._forget_helpers(source for source, _ in concerned)
        for source, mine in concerned:
            shown = sorted(str(path) for path in mine)
            if all(source.is_static(path) for path in mine):
                _log.info("%s: %s changed", source.route, ", ".join(shown))
                self._close_pages(source)
            else:
                _log.info("%s: reloading, %s changed", source.route, ", ".join(shown))
                self._load(source, mine)

    def _concerns(self, source: _Source, path: Path) -> bool:
        if path == source.script or path in self._files:
            return True
        if not is_below(path, [source.folder]):
            return False
        # Of what is beside a script, only Python files are looked at.
        return source.whole or not any(
            path == other.script or (other.whole and is_below(path, [other.folder]))
            for other in self._sources
        )

    def _forget_helpers(self, sources: Iterable[_Source]) -> None:
        roots = {source.folder for source in sources}
        self._modules.forget(self._modules.helpers(roots, self._files))

    # Applications

    def _load(self, source: _Source, changed: set[Path]) -> None:
        """Load an application anew; one that cannot be loaded shows why."""
        old, service = source.application, self._service
        again = any(_is_helper(source, path) for path in changed)
        assert isinstance(old.program, Script)
        argv = old.program.surroundings.argv[1:]
        try:
            assert old.path is not None
            new = load_application(
                old.path, argv, old.route, None if again or source.failed else old
            )
        except BaseException as error:  # noqa: BLE001 - whatever the application raises
            self._fail(source, error)
            return
        source.application, source.failed = new, False
        self._change_hooks(old, new)
        service.replace(new)
        page = any(source.is_template(path) for path in changed)
        for session in service.registry:
            if session.app == source.route:
                self._renew(session, new, _PAGE_CHANGED if page else _RENEWED)

    def _fail(self, source: _Source, error: BaseException) -> None:
        """Tell why an application is as it was."""
        source.failed = True
        cause = error.cause if isinstance(error, AppError) else error
        begin_with_application(cause)
        number = self._service.environment.random_id()[:8]
        _log.error(
            "%s cannot be reloaded; its sessions go on as they are (error %s)",
            source.route,
            number,
            exc_info=cause,
        )
        failure = describe(cause, number, reveal=True)
        for session in self._service.registry:
            if session.app == source.route:
                _announce(session, failure)
        shown = partial(_raise, cause, cause.__traceback__)
        self._service.replace(Application(source.route, shown, source.path))

    def _change_hooks(self, old: Application, new: Application) -> None:
        if new.hooks is old.hooks:
            return
        context = self._service.registry.server_context(new.route)
        for hook in (old.hooks.on_server_unloaded, new.hooks.on_server_loaded):
            if hook is not None:
                run_hook(hook, context, wait)
        if old.package is not None and old.package != new.package:
            below = f"{old.package}."
            names = [*self._modules.files()]
            self._modules.forget(name for name in names if f"{name}.".startswith(below))

    # Sessions

    def _close_pages(self, source: _Source) -> None:
        """Have browsers load their pages again; the documents are as they were."""
        for session in self._service.registry:
            if session.app == source.route:
                session.put(Call(_expel_all, _ignore))

    def _renew(
        self, session: Session, application: Application, close: tuple[int, str]
    ) -> None:
        """Make the document of a session anew, and let it take over when it stands."""
        registry, environment = self._service.registry, self._service.environment
        follower = registry.successor(session, _resumed(application), environment)

        def built(_: object, error: BaseException | None) -> None:
            if session.closed:
                follower.put(Stop())
            elif error is None:
                # Coroutines that have the old one's turn are cancelled for that.
                session.put(Stop(*close, take_over))
            elif follower.failure is not None:
                _announce(session, follower.failure)

        def take_over(session: Session) -> None:
            """Be found in the old one's place from now on; nothing comes in between."""
            kept = self._kept(session, follower)
            registry.replace(session, follower)
            follower.put(Call(partial(_settle_in, kept), _ignore))
            newest = self._service.applications[session.app]
            if newest is not application:
                self._renew(follower, newest, close)

        follower.put(Call(_nothing, built))

    def _kept(self, session: Session, follower: Session) -> list[Kept]:
        """Return the values that the document of a session leaves to another."""
        registry = self._service.registry
        try:
            return kept_values(
                session.document,
                _initial(registry.execution(session)),
                follower.document,
                _initial(registry.execution(follower)),
            )
        except Exception:  # noqa: BLE001 - models of applications take part
            _log.exception("%r lives on without its values", session)
            return []


@dataclass(slots=True, eq=False)
class _Source:
    """Where an application comes from.

    Args:
        first: As it was loaded first.
        application: As it was loaded last, without an error.
    """

    first: Application
    application: Application
    failed: bool = False
    """Whether what is there now cannot be loaded."""

    route: str = field(init=False)
    path: Path = field(init=False)
    folder: Path = field(init=False)
    whole: bool = field(init=False)
    """Whether all of the folder is the application's."""

    def __post_init__(self) -> None:
        assert self.first.path is not None
        self.route = self.first.route
        self.path = self.first.path
        self.whole = self.path.is_dir()
        found = _real(self.path)
        self.folder = found if self.whole else found.parent

    @property
    def script(self) -> Path:
        """The file that is executed for each session."""
        program = self.application.program
        assert isinstance(program, Script)
        return _real(program.path)

    def is_static(self, path: Path) -> bool:
        """Tell whether a file is sent to browsers as it is."""
        return self.whole and is_below(path, [self.folder / "static"])

    def is_template(self, path: Path) -> bool:
        """Tell whether a file makes the page, or is in it."""
        return self.whole and is_below(
            path, [self.folder / "static", self.folder / "templates"]
        )


def _real(path: str | Path) -> Path:
    """Return where a file really is, even if links lead in circles."""
    return Path(os.path.realpath(path))


def _is_helper(source: _Source, path: Path) -> bool:
    """Tell whether a file may have been imported."""
    return path.suffix in PYTHON and path != source.script


def _resumed(application: Application) -> Application:
    """Return an application for sessions whose request has been looked at."""
    hooks: Hooks = replace(application.hooks, process_request=None)
    return replace(application, hooks=hooks)


def _initial(execution: Any) -> Any:
    return execution.initial


def _raise(
    error: BaseException, trace: TracebackType | None, document: Document
) -> None:
    del document
    raise error.with_traceback(trace)


def _announce(session: Session, failure: dict[str, Any]) -> None:
    """Show an error on the pages of a session, however busy it is."""
    if not session.closed:
        session.roster.announce(encode_message(failure))


def _expel_all(session: Session) -> None:
    session.roster.expel_all(*_PAGE_CHANGED)


def _settle_in(kept: list[Kept], session: Session) -> None:
    """Begin as a successor, before browsers come back."""
    session.postpone_expiry(session.environment.limits.lost_lifetime)
    restore(session, kept)
    _log.info("%s: %r lives on, with %d values", session.app, session, len(kept))


def _nothing(_: Session) -> None:
    """Do nothing: that its turn came says that the document stands."""


def _ignore(result: object, error: BaseException | None) -> None:
    del result, error
