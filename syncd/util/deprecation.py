"""Old names that still work, and say what to use instead."""

from __future__ import annotations

import sys
import warnings
from typing import Any


__all__ = ["DocSyncDeprecationWarning", "deprecated"]

_MAX_PLACES = 1_000
_places: dict[Any, Any] = {}
"""Where something was said already: scripts run again for every session."""


class DocSyncDeprecationWarning(FutureWarning):
    """Tells that there is a better way; shown unless it is filtered out."""


def deprecated(old: str, new: str, *, depth: int = 1) -> None:
    """Warn, once for each place in the code, that something is old.

    Args:
        old: What was used.
        new: What to use instead.
        depth: How many callers there are between the author's code and the
            function that calls this.
    """
    frame = sys._getframe(depth + 1)  # noqa: SLF001  # as warnings itself does
    if len(_places) > _MAX_PLACES:
        _places.clear()
    warnings.warn_explicit(
        f"{old} is deprecated, use {new} instead",
        DocSyncDeprecationWarning,
        frame.f_code.co_filename,
        frame.f_lineno,
        registry=_places,
    )
