"""Lets event loops of asyncio run in several greenlets of a hub.

asyncio notes the running loop by thread, and all greenlets share one: while a
coroutine of one session waits, or calls something that lets others run, those
would find a loop running and could not run their own. `share_hub` makes the note
a greenlet's own: whoever leaves for the hub takes it along.

Few applications use asyncio, and it takes memory: nothing here imports it until
somebody has.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import gevent

from syncd.deferred import once_imported
from syncd.document import running_document


if TYPE_CHECKING:
    import asyncio


__all__ = ["share_hub", "share_hub_later"]


def share_hub_later() -> None:
    """Prepare this thread's hub as soon as anybody imports asyncio."""
    hub = gevent.get_hub()
    once_imported("asyncio", lambda: share_hub(hub))


def share_hub(hub: Any = None) -> None:
    """Prepare a hub, and asyncio, for loops in several greenlets.

    Args:
        hub: Which one, by default this thread's.
    """
    # Deprecated from Python 3.14 on; nothing has taken its place yet.
    from asyncio import set_event_loop_policy  # noqa: PLC0415 - see above
    from asyncio.events import (  # noqa: PLC0415 - see above
        _get_running_loop,
        _set_running_loop,
    )

    hub = hub or gevent.get_hub()
    if "switch" in hub.__dict__:
        return
    leave = hub.switch

    def switch() -> Any:
        loop = _get_running_loop()
        if loop is None:
            return leave()
        # A running loop has also said who is told of asynchronous generators.
        hooks = sys.get_asyncgen_hooks()
        _set_running_loop(None)
        sys.set_asyncgen_hooks(None, None)
        try:
            return leave()
        finally:
            sys.set_asyncgen_hooks(*hooks)
            _set_running_loop(loop)

    hub.switch = switch
    set_event_loop_policy(_policy())


def _policy() -> asyncio.AbstractEventLoopPolicy:
    """Return what finds loops for those who ask while none is running.

    Plain callbacks find the loop on which their session's coroutines run: what
    makes futures and tasks to be run later asks for it, as do
    ``tornado.gen.coroutine`` and ``asyncio.ensure_future``.
    """
    from asyncio import DefaultEventLoopPolicy  # noqa: PLC0415 - see above

    class Policy(DefaultEventLoopPolicy):
        def get_event_loop(self) -> asyncio.AbstractEventLoop:
            try:
                return super().get_event_loop()
            except RuntimeError:
                loop = _session_loop()
                if loop is None:
                    raise
                return loop

    return Policy()


def _session_loop() -> asyncio.AbstractEventLoop | None:
    """Return the loop of the session whose code is running, if it is any's."""
    document: Any = running_document()
    if document is None:
        return None
    # A proxy lets callbacks without the lock see no more than they may use.
    context = getattr(document, "_document", document).session_context
    session = None if context is None else context.session
    return None if session is None else session.host.join()
