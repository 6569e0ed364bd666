"""Finds applications: files, notebooks, folders and functions."""

from __future__ import annotations

import itertools
import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syncd.apps.application import Application
from syncd.apps.hooks import Hooks
from syncd.apps.script import SUFFIXES, Script
from syncd.apps.surroundings import Surroundings
from syncd.errors import AppError, ConfigError
from syncd.model.callbacks import check_signature


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from syncd.apps.template import PageTemplate
    from syncd.themes import Theme

    Source = str | os.PathLike[str] | Callable[..., Any] | Application


__all__ = ["find_applications", "load_application"]

_log = logging.getLogger("syncd.apps")

_RESERVED = frozenset(
    {"-", "control", "favicon.ico", "healthz", "metrics", "readyz", "static", "ws"}
)
"""First segments of paths that the daemon needs itself."""

_SPECIAL = frozenset("/?#<>\\")
"""Characters that mean something in addresses and in rules for them."""

_MAINS = ("main.py", "main.ipynb")
_HOOKS = ("app_hooks.py", "server_lifecycle.py")

_packages = itertools.count(1)


def find_applications(
    sources: Iterable[Source] | Mapping[str, Source], argv: Sequence[str] = ()
) -> dict[str, Application]:
    """Load applications, and return them by route in the order of the routes.

    Args:
        sources: Files, folders and functions, which are served under their
            names; or a mapping of routes to them, in which ``/`` is allowed.
            Applications that have been loaded will do as well.
        argv: What scripts find in ``sys.argv`` after their own name.

    Raises:
        ConfigError: There is nothing to serve at a path, two have the same
            name, or a part of a folder is not what it should be.
        AppError: Code is not valid Python, or fails while it is loaded.
    """
    found: dict[str, Application] = {}
    given: list[tuple[str | None, Source]] = [(None, item) for item in sources]
    if isinstance(sources, Mapping):
        given = [(_checked_route(route), item) for route, item in sources.items()]
    for route, source in given:
        application = load_application(source, argv, route)
        other = found.setdefault(application.route, application)
        if other is not application and not _are_same(other, application):
            raise ConfigError(
                "PATH", _named(source), f"another name, as {_named(other)} has the same"
            )
    return dict(sorted(found.items()))


def load_application(
    source: Source,
    argv: Sequence[str] = (),
    route: str | None = None,
    known: Application | None = None,
) -> Application:
    """Load one application.

    Args:
        source: A file, a folder, or a function that takes a document.
        argv: What a script finds in ``sys.argv`` after its own name.
        route: Where it is served; by default at its name.
        known: What was loaded from there before. Its package and its hooks are
            not executed again, but taken over.

    Raises:
        ConfigError: There is nothing to serve at the path, or it cannot have
            that name.
        AppError: Code is not valid Python, or fails while it is loaded.
    """
    if isinstance(source, Application):
        return source if route is None else replace(source, route=route)
    if hasattr(source, "served"):  # an Application of syncd.application
        served: Application = source.served(route and _checked_route(route))
        return served
    if callable(source):
        return _from_function(source, route)
    path = Path(os.path.abspath(source))  # noqa: PTH100 - links keep their names
    if not path.exists():
        raise ConfigError("PATH", str(path), "a file or folder that exists")
    name = path.name if path.is_dir() else path.stem
    route = route or _route_of(name, path)
    try:
        if path.is_dir():
            return _from_folder(path, argv, route, known)
        return _from_file(path, argv, route)
    except OSError as error:
        expected = f"a file that can be read ({error.strerror})"
        raise ConfigError("PATH", error.filename or str(path), expected) from error


def _from_function(function: Callable[..., Any], route: str | None) -> Application:
    name = getattr(function, "__name__", type(function).__name__)
    route = route or _route_of(name, name)
    try:
        check_signature(function, ("doc",))
    except ValueError as error:
        raise AppError(route, error) from error
    return Application(route, function)


def _from_file(path: Path, argv: Sequence[str], route: str) -> Application:
    if path.suffix not in SUFFIXES:
        expected = f"a folder, or a file that ends with {' or '.join(SUFFIXES)}"
        raise ConfigError("PATH", str(path), expected)
    if path.name in _MAINS:
        _log.warning(
            "%s may be a part of an application that is a folder; if so, serve the"
            " folder %s, as otherwise its other parts have no effect",
            path,
            path.parent,
        )
    return Application(route, _read_script(route, path, argv), path)


def _from_folder(
    path: Path, argv: Sequence[str], route: str, known: Application | None
) -> Application:
    mains = [path / name for name in _MAINS if (path / name).is_file()]
    if not mains:
        raise ConfigError("PATH", str(path), f"a folder with {' or '.join(_MAINS)}")
    if len(mains) > 1:
        _log.warning("%s is served, and not %s", *mains)
    package = known.package if known else _load_package(route, path)
    script = _read_script(route, mains[0], argv, package)
    static = path / "static"
    return Application(
        route,
        script,
        path,
        hooks=known.hooks if known else _load_hooks(route, path, package),
        theme=_load_theme(path),
        template=_load_template(route, path),
        static=static if static.is_dir() else None,
    )


def _read_script(
    route: str, path: Path, argv: Sequence[str], package: str | None = None
) -> Script:
    try:
        return Script.read(path, argv, package)
    except (SyntaxError, ValueError) as error:
        raise AppError(route, error) from error


def _load_package(route: str, folder: Path) -> str | None:
    """Execute the folder's ``__init__.py``, if it has one; return its name."""
    path = folder / "__init__.py"
    if not path.is_file():
        return None
    name = f"docsync_package_{next(_packages)}"
    spec = spec_from_file_location(name, path, submodule_search_locations=[str(folder)])
    assert spec is not None
    assert spec.loader is not None
    package = sys.modules[name] = module_from_spec(spec)
    try:
        with Surroundings(folder, (path.name,)):
            spec.loader.exec_module(package)
    except (Exception, SystemExit) as error:
        del sys.modules[name]
        raise AppError(route, error) from error
    return name


def _load_hooks(route: str, folder: Path, package: str | None) -> Hooks:
    paths = [folder / name for name in _HOOKS if (folder / name).is_file()]
    if not paths:
        return Hooks()
    if len(paths) > 1:
        expected = f"a folder with either {' or '.join(_HOOKS)}, not both"
        raise ConfigError("PATH", str(folder), expected)
    try:
        return Hooks.read(paths[0], package)
    except (Exception, SystemExit) as error:
        raise AppError(route, error) from error


def _load_theme(folder: Path) -> Theme | None:
    path = folder / "theme.yaml"
    if not path.is_file():
        return None
    from syncd import models  # noqa: F401, PLC0415 - what a theme is about
    from syncd.themes import Theme  # noqa: PLC0415 - few applications have one

    try:
        theme = Theme(filename=path)
        theme.check()
    except ValueError as error:
        raise ConfigError("PATH", str(path), f"a theme: {error}") from error
    return theme


def _load_template(route: str, folder: Path) -> PageTemplate | None:
    templates = folder / "templates"
    if not (templates / "index.html").is_file():
        return None
    from syncd.apps.template import PageTemplate  # noqa: PLC0415 - imports Jinja2

    return PageTemplate.load(route, templates)


def _checked_route(route: str) -> str:
    """Return a route that somebody chose, with a slash in front."""
    name = route.strip("/")
    return _route_of(name, route) if name else "/"


def _route_of(name: str, source: object) -> str:
    """Return the route of a name.

    Raises:
        ConfigError: It cannot be a part of an address, or is taken.
    """
    if name in _RESERVED:
        raise ConfigError("PATH", _named(source), "another name, as this one is taken")
    if not name or not name.isprintable() or not _SPECIAL.isdisjoint(name):
        expected = "a name that can stand in an address"
        raise ConfigError("PATH", _named(source), expected)
    return f"/{name}"


def _are_same(one: Application, other: Application) -> bool:
    if one.path is None or other.path is None:
        return one.program is other.program
    return one.path.resolve() == other.path.resolve()


def _named(source: object) -> str:
    if isinstance(source, Application):
        source = source.path or source.program
    return str(getattr(source, "__qualname__", source))
