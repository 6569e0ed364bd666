"""One run of an application, for one session."""

from __future__ import annotations

import itertools
import logging
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from syncd.apps.hooks import run_hook
from syncd.apps.script import Script


if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from syncd.apps.application import Application
    from syncd.apps.context import SessionContext
    from syncd.apps.request import Request
    from syncd.document import Document


__all__ = ["Execution"]

_numbers = itertools.count(1)


class Execution:
    """Builds the document of a session, with a script in a module of its own.

    The module lives until `close`, since callbacks use its globals, and is
    found in ``sys.modules`` as long, since dataclasses and pickle look there.

    Args:
        application: What to run.
    """

    __slots__ = ("_application", "_module", "module_name", "request")

    def __init__(self, application: Application) -> None:
        self._application = application
        self.request: Request | None = None
        """The whole request that the session is made for, for ``process_request``."""
        self._module: ModuleType | None = None
        self.module_name = f"bokeh_app_{next(_numbers)}"
        """What ``__name__`` is in the script; Bokeh's begin so, and some scripts ask for it."""

    def __call__(self, document: Document) -> None:
        """Run the application; the document is the current one meanwhile."""
        application = self._application
        if application.equipped:
            self._prepare(document)
        program = application.program
        if isinstance(program, Script):
            module = self._module = ModuleType(self.module_name)
            module.__file__ = str(program.path)
            module.__package__ = program.package
            sys.modules[self.module_name] = module
            program.execute(module)
        else:
            document.finish(program(document))

    def _prepare(self, document: Document) -> None:
        """Do what comes before the application's own code."""
        application, context = self._application, document.session_context
        hooks = application.hooks
        if hooks.process_request is not None and context is not None:
            request = self.request or context.request
            payload = hooks.process_request(request)
            if hasattr(payload, "__await__"):
                document.finish(_add_awaited(context, payload))
            else:
                context.add_payload(payload)
        self.request = None
        if hooks.on_session_created is not None:
            run_hook(hooks.on_session_created, context, document.finish)
        if application.theme is not None:
            document.theme = application.theme
        document.template = application.template

    def end(self, document: Document, wait: Callable[[Any], object]) -> None:
        """Call the hooks for the end of a session, and forget its module.

        Args:
            document: The session's, which has let go of its models.
            wait: Waits for what a hook returned, if that is a coroutine.
        """
        callbacks = document.take_session_destroyed()
        hook = self._application.hooks.on_session_destroyed
        if hook is not None:
            callbacks.insert(0, hook)
        for callback in callbacks:
            run_hook(callback, document.session_context, wait)
        self.close()

    def close(self) -> None:
        """Forget the module's globals, and so break their cycles."""
        module, self._module = self._module, None
        if module is not None:
            sys.modules.pop(self.module_name, None)
            # That of getLogger(__name__) would be one more for each session.
            logging.root.manager.loggerDict.pop(self.module_name, None)
            module.__dict__.clear()


async def _add_awaited(context: SessionContext, payload: Awaitable[Any]) -> None:
    context.add_payload(await payload)
