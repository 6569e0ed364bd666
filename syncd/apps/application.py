"""What can be served, found by path and compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from syncd.apps.execution import Execution
from syncd.errors import AppError, ConfigError


if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType


__all__ = ["Application", "find_applications"]

_RESERVED = frozenset({"-", "control", "healthz", "metrics", "readyz", "static"})
"""First segments of paths that the daemon needs itself."""


@dataclass(frozen=True, slots=True)
class Application:
    """A script, and the URL path that it is served at.

    Make one with `Application.load`. The script is compiled once and executed
    once for each session.
    """

    route: str
    path: Path
    code: CodeType

    @classmethod
    def load(cls, path: Path) -> Application:
        """Read and compile a script; nothing of it is executed.

        Raises:
            ConfigError: There is no such file, or its name cannot be a URL.
            AppError: It is not valid Python.
        """
        if not path.is_file() or path.suffix != ".py":
            raise ConfigError("PATH", str(path), "the path of a Python file")
        route = f"/{path.stem}"
        if path.stem in _RESERVED or not path.stem.isprintable():
            raise ConfigError("PATH", str(path), "another name, as this one is taken")
        try:
            code = compile(path.read_bytes(), str(path.resolve()), "exec")
        except (SyntaxError, ValueError) as error:
            raise AppError(route, error) from error
        return cls(route, path.resolve(), code)

    @property
    def name(self) -> str:
        """The route without its slash, for people."""
        return self.route.removeprefix("/")

    def execution(self) -> Execution:
        """Return a run of the script, to build the document of one session."""
        return Execution(self.code, self.path)


def find_applications(paths: Iterable[str | Path]) -> dict[str, Application]:
    """Load applications, and return them by route in the order of the routes.

    Raises:
        ConfigError: A file is missing, or two have the same name.
        AppError: A file is not valid Python.
    """
    found: dict[str, Application] = {}
    for path in paths:
        application = Application.load(Path(path))
        other = found.setdefault(application.route, application)
        if other.path != application.path:
            raise ConfigError(
                "PATH", str(path), f"another name, as {other.path} has the same"
            )
    return dict(sorted(found.items()))
