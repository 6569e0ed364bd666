"""What scripts call to show something; inside of a session it is shown already.

A script that `syncd` serves adds its models to ``curdoc()``. The functions that
make Bokeh write files or open browsers are accepted there, so that a script which also
runs on its own needs no changes, and do nothing but leave a line in the log. In a
script that Python runs by itself nobody would see anything, so there they are errors.
"""

# ruff: noqa: A005  # the name that Bokeh's authors import

from __future__ import annotations

import inspect
import logging
from typing import TYPE_CHECKING, Any

from syncd.absent import PICTURES, refuse_calls, refuse_imports
from syncd.document import curdoc, current, make_current
from syncd.util.threads import run_in_thread


if TYPE_CHECKING:
    from syncd.document import Document

__all__ = [
    "curdoc",
    "curstate",
    "export_png",
    "export_svg",
    "export_svgs",
    "get_screenshot_as_png",
    "output_file",
    "output_notebook",
    "patch_curdoc",
    "push_notebook",
    "reset_output",
    "run_in_thread",
    "save",
    "set_curdoc",
    "show",
]

__path__: list[str] = []
"""Nothing is in here, but some of it has other names: `syncd.relocated`."""

_log = logging.getLogger("syncd.io")

patch_curdoc = current
"""Makes a document the one that `curdoc` returns, for a ``with`` block."""


def set_curdoc(doc: Document) -> None:
    """Make a document the one that `curdoc` returns from now on, for who calls this."""
    make_current(doc)


class _State:
    """What Bokeh keeps of where output goes: here there is a document, and nothing else."""

    file = None
    notebook = False
    notebook_type = None

    @property
    def document(self) -> Document:
        """The document that `curdoc` returns."""
        return curdoc()

    @document.setter
    def document(self, doc: Document) -> None:
        set_curdoc(doc)

    def output_file(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing: documents are served, not written."""
        output_file(*args, **kwargs)

    def output_notebook(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing: documents are served."""
        output_notebook(*args, **kwargs)

    def reset(self) -> None:
        """Do nothing: there is only one way out."""
        reset_output()


_state = _State()


def curstate() -> _State:
    """Return what is known of where output goes."""
    return _state


def show(obj: Any = None, *args: Any, **kwargs: Any) -> None:
    """Do nothing: what is in the document is shown.

    Raises:
        RuntimeError: Nobody serves the script. So do all functions here.
    """
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


_NO_PICTURES = f"makes no pictures here; {PICTURES}"
export_png = refuse_calls("export_png", _NO_PICTURES)
export_svg = refuse_calls("export_svg", _NO_PICTURES)
export_svgs = refuse_calls("export_svgs", _NO_PICTURES)
get_screenshot_as_png = refuse_calls("get_screenshot_as_png", _NO_PICTURES)


def _ignore(name: str, *args: Any, **kwargs: Any) -> None:
    """Tell the log, or whoever runs a script that nobody serves.

    ``args`` are whatever Bokeh takes.
    """
    del args, kwargs
    if _runs_by_itself():
        message = (
            f"{name}() shows and writes nothing: documents are served. Add what is to"
            " be shown with curdoc().add_root(…), and run the script by `syncd serve"
            " --show SCRIPT`"
        )
        raise RuntimeError(message)
    level = logging.WARNING if name == "save" else logging.INFO
    text = "%s() has no effect in a served script; use curdoc().add_root()"
    _log.log(level, text, name)


def _runs_by_itself() -> bool:
    """Tell whether the code that called us is a script that Python was given."""
    frame = inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__") == __name__:
        frame = frame.f_back
    return frame is not None and frame.f_globals.get("__name__") == "__main__"


if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = refuse_imports(
        __name__,
        "documents are served, never written to files; the save tool of a figure makes"
        " a picture of it in the browser",
    )
