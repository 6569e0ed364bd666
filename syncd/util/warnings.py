"""The classes of warnings, by the names that Bokeh's authors filter them by."""

# ruff: noqa: A005  # the name that Bokeh's authors import

from __future__ import annotations

import sys
import warnings

from syncd.util.deprecation import DocSyncDeprecationWarning


__all__ = ["BokehDeprecationWarning", "BokehUserWarning", "find_stack_level", "warn"]

BokehDeprecationWarning = DocSyncDeprecationWarning
BokehUserWarning = UserWarning


def find_stack_level() -> int:
    """Return how many frames up the code is that is not of this package."""
    frame, level = sys._getframe(1), 1  # noqa: SLF001  # as warnings itself does
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith(
        "syncd."
    ):
        frame, level = frame.f_back, level + 1
    return level


def warn(
    message: str, category: type[Warning] | None = None, stacklevel: int | None = None
) -> None:
    """Warn of something where the author's code is.

    Args:
        message: What to say.
        category: The class of the warning; by default `BokehUserWarning`.
        stacklevel: How many frames up to say it, 1 is here and 2 the caller; by
            default where the package ends.
    """
    level = find_stack_level() if stacklevel is None else stacklevel
    warnings.warn(message, category or BokehUserWarning, level)
