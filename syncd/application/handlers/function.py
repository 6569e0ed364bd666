"""Functions as handlers."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from syncd.application.handlers.handler import Handler
from syncd.model.callbacks import check_signature


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.document import Document

__all__ = ["FunctionHandler"]

_log = logging.getLogger("syncd.apps")


class FunctionHandler(Handler):
    """Builds documents with a function.

    Args:
        func: Called with the document of each new session; may be a coroutine
            function.
        trap_exceptions: Whether what it raises is logged, and the document shown
            as far as it came.

    Raises:
        ValueError: It takes other arguments than one.
    """

    def __init__(
        self, func: Callable[[Document], Any], *, trap_exceptions: bool = False
    ) -> None:
        check_signature(func, ("doc",))
        self._function = func
        self._trap_exceptions = trap_exceptions

    def modify_document(self, doc: Document) -> None:
        """Call the function with a document."""
        try:
            doc.finish(self._function(doc))
        except Exception:
            if not self._trap_exceptions:
                raise
            _log.exception("the function %r failed", self._function)
