"""Templates of pages, under the name that Bokeh's authors import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.absent import refuse_imports


__all__ = ["FILE"]

FILE: Any = None
"""The usual page of a document, as ``curdoc().template`` has it."""

if not TYPE_CHECKING:
    __getattr__ = refuse_imports(
        __name__,
        "pages bring their own scripts and styles; a template of one's own is"
        " templates/index.html of an application in a folder, or curdoc().template",
    )
