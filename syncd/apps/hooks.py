"""Functions of an application that are called when something begins or ends."""

from __future__ import annotations

import itertools
import logging
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from syncd.apps.script import Script
from syncd.model.callbacks import check_signature


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Hook = Callable[[Any], Any]
    Finish = Callable[[Any], object]


__all__ = ["Hooks", "run_hook"]

_log = logging.getLogger("syncd.apps")

_numbers = itertools.count(1)

_PARAMETERS = {
    "on_server_loaded": "server_context",
    "on_server_unloaded": "server_context",
    "on_session_created": "session_context",
    "on_session_destroyed": "session_context",
    "process_request": "request",
}


@dataclass(frozen=True, slots=True)
class Hooks:
    """The hooks of one application, as its author named them."""

    on_server_loaded: Hook | None = None
    on_server_unloaded: Hook | None = None
    on_session_created: Hook | None = None
    on_session_destroyed: Hook | None = None
    process_request: Hook | None = None
    module: ModuleType | None = None
    """Where they are defined, which keeps its globals alive."""

    @classmethod
    def read(cls, path: Path, package: str | None = None) -> Hooks:
        """Execute a file that defines hooks, any of them.

        Raises:
            Exception: Whatever the file raises; `ValueError` for a hook that
                takes other arguments than one.
        """
        module = ModuleType(f"docsync_hooks_{next(_numbers)}")
        module.__file__ = str(path)
        module.__package__ = package or ""
        # Dataclasses and pickle look there, for as long as the hooks are called.
        sys.modules[module.__name__] = module
        try:
            Script.read(path).execute(module)
        except BaseException:
            del sys.modules[module.__name__]
            raise
        found = {
            name: hook
            for name in _PARAMETERS
            if (hook := module.__dict__.get(name)) is not None
        }
        for name, hook in found.items():
            _check(hook, name)
        return cls(**found, module=module)


def _check(hook: Hook, name: str) -> None:
    """Raise, with the place of the hook, if it takes other arguments than one."""
    try:
        check_signature(hook, (_PARAMETERS[name],))
    except ValueError as error:
        code = getattr(hook, "__code__", None)
        if code is not None:
            error.filename, error.lineno = code.co_filename, code.co_firstlineno  # type: ignore[attr-defined]
        raise


def run_hook(hook: Hook, context: Any, finish: Finish) -> None:
    """Call a hook; what it raises is logged, and things go on.

    Args:
        hook: A function or a coroutine function of one argument.
        context: What it is called with.
        finish: Waits for what it returned, if that goes on.
    """
    try:
        result = hook(context)
        if result is not None:
            finish(result)
    except BaseException:  # noqa: BLE001 - whatever the application raises
        _log.exception("the hook %s failed", getattr(hook, "__qualname__", hook))
