"""Scripts as handlers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from syncd.application.handlers.handler import HOOKS, Handler
from syncd.apps import Execution, Hooks, load_application


if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from syncd.document import Document

__all__ = ["ScriptHandler"]


class ScriptHandler(Handler):
    """Builds documents with a file that is executed for each session.

    Args:
        filename: The file.
        argv: What it finds in ``sys.argv`` after its own name.

    Raises:
        ConfigError: There is nothing to serve at the path.
        AppError: The code is not valid Python.
    """

    def __init__(
        self, *, filename: str | os.PathLike[str], argv: Sequence[str] = ()
    ) -> None:
        self.loaded = load_application(filename, argv)
        """What was found there, as ``syncd serve`` would serve it."""
        # The application calls the hooks.
        self._program = replace(self.loaded, hooks=Hooks())

    def modify_document(self, doc: Document) -> None:
        """Execute the code, in a module that lives as long as the session."""
        execution = Execution(self._program)
        doc.on_session_destroyed(lambda _: execution.close())
        execution(doc)

    def url_path(self) -> str | None:
        """Return the name of the file, without its suffix, after a slash."""
        return self.loaded.route

    def static_path(self) -> str | None:
        """Return the folder's ``static``, if there is one."""
        return None if self.loaded.static is None else str(self.loaded.static)

    def hooks(self) -> dict[str, Callable[[Any], Any]]:
        """Return what a folder's ``app_hooks.py`` defines."""
        found = {name: getattr(self.loaded.hooks, name) for name in HOOKS}
        return {name: hook for name, hook in found.items() if hook is not None}
