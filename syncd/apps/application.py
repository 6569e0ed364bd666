"""What can be served, found by path and compiled once."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from syncd.apps.execution import Execution
from syncd.apps.hooks import Hooks


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from syncd.apps.script import Script
    from syncd.apps.template import PageTemplate
    from syncd.document import Document
    from syncd.themes import Theme

    Program = Script | Callable[[Document], Any]


__all__ = ["Application"]

_log = logging.getLogger("syncd.apps")


@dataclass(frozen=True, slots=True, eq=False)
class Application:
    """What builds a document for each session, and where it is served.

    `syncd.apps.find_applications` makes them of files, folders and functions.

    Args:
        route: The URL path, such as ``/sliders``.
        program: A script, or a function that is called with the document.
        path: The file or folder that it came from, in full.
        hooks: What is called when the daemon or a session begins or ends.
        theme: What looks new documents have.
        template: The page in place of syncd's own.
        static: The folder of files that are served below ``static/``.
        metadata: What ``/APP/metadata`` tells of it, or a function that returns it.
    """

    route: str
    program: Program
    path: Path | None = None
    hooks: Hooks = field(default_factory=Hooks)
    theme: Theme | None = None
    template: PageTemplate | None = None
    static: Path | None = None
    metadata: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = field(
        default_factory=dict
    )
    equipped: bool = field(init=False)
    """Whether there is anything to do before the program runs."""

    def __post_init__(self) -> None:
        hooks = self.hooks
        found = (
            self.theme,
            self.template,
            hooks.on_session_created,
            hooks.process_request,
        )
        equipped = any(part is not None for part in found)
        object.__setattr__(self, "equipped", equipped)

    @property
    def name(self) -> str:
        """The route without its slash, for people."""
        return self.route.removeprefix("/")

    @property
    def package(self) -> str | None:
        """The name of the package that its folder is, if it is one."""
        return getattr(self.program, "package", None)

    def told_metadata(self) -> dict[str, Any]:
        """Return what ``/APP/metadata`` tells; nothing if its function fails."""
        if not callable(self.metadata):
            return dict(self.metadata)
        try:
            found = dict(self.metadata())
            json.dumps(found)
        except Exception:  # noqa: BLE001  # whatever the application raises
            _log.exception("the metadata of %s failed", self.route)
            return {}
        return found

    def execution(self) -> Execution:
        """Return a run of the program, to build the document of one session."""
        return Execution(self)
