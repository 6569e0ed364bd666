"""Applications made of handlers, under the names that Bokeh's authors import."""

from __future__ import annotations

from syncd.application.application import Application


__all__ = ["Application"]
