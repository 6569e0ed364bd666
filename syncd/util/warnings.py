"""The classes of warnings, by the names that Bokeh's authors filter them by."""

# ruff: noqa: A005  # the name that Bokeh's authors import

from __future__ import annotations

from syncd.util.deprecation import DocSyncDeprecationWarning


__all__ = ["BokehDeprecationWarning", "BokehUserWarning"]

BokehDeprecationWarning = DocSyncDeprecationWarning
BokehUserWarning = UserWarning
