"""What scripts call to show something; inside of a session it is shown already.

A script that `syncd` serves adds its models to ``curdoc()``. The functions that
make Bokeh write files or open browsers are accepted, so that a script which also
runs on its own needs no changes, and do nothing but leave a line in the log.
"""

# ruff: noqa: A005  # the name that Bokeh's authors import

from __future__ import annotations

import logging
from typing import Any

from syncd.document import curdoc
from syncd.util.threads import run_in_thread


__all__ = [
    "curdoc",
    "output_file",
    "output_notebook",
    "push_notebook",
    "reset_output",
    "run_in_thread",
    "save",
    "show",
]

_log = logging.getLogger("syncd.io")


def show(obj: Any = None, *args: Any, **kwargs: Any) -> None:
    """Do nothing: what is in the document is shown."""
    _ignore("show", obj, *args, **kwargs)


def save(obj: Any = None, *args: Any, **kwargs: Any) -> None:
    """Do nothing: documents are served, not written."""
    _ignore("save", obj, *args, **kwargs)


def output_file(*args: Any, **kwargs: Any) -> None:
    """Do nothing: documents are served, not written."""
    _ignore("output_file", *args, **kwargs)


def output_notebook(*args: Any, **kwargs: Any) -> None:
    """Do nothing: documents are served."""
    _ignore("output_notebook", *args, **kwargs)


def push_notebook(*args: Any, **kwargs: Any) -> None:
    """Do nothing: browsers are told of changes anyway."""
    _ignore("push_notebook", *args, **kwargs)


def reset_output(*args: Any, **kwargs: Any) -> None:
    """Do nothing: there is only one way out."""
    _ignore("reset_output", *args, **kwargs)


def _ignore(name: str, *args: Any, **kwargs: Any) -> None:
    """Tell the log; ``args`` are whatever Bokeh takes."""
    del args, kwargs
    _log.info("%s() has no effect in a served script; use curdoc().add_root()", name)
