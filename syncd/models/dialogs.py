"""Windows within the page."""

from typing import Literal

from syncd.models.callbacks import Callback
from syncd.models.dom import DOMNode
from syncd.models.enums import Movable
from syncd.models.layouts import UIElement


__all__ = ["CloseDialog", "Dialog", "OpenDialog"]


class Dialog(UIElement):
    """A window over the page that people move, enlarge and close.

    `OpenDialog` and `CloseDialog` open and close it in one browser. As a root of
    the document it is open from the beginning.
    """

    title: str | DOMNode | UIElement | None = None
    "The words of its title; `syncd.models.dom.HTML` is markup."

    content: str | DOMNode | UIElement = ""
    "What is in it; a string is words."

    pinnable: bool = True
    "Whether it can be pinned, so that it stays over the others."

    collapsible: bool = True
    "Whether it can be folded up to its title."

    minimizable: bool = True
    "Whether it can be put aside, into a corner of the window."

    maximizable: bool = True
    "Whether it can fill the window."

    closable: bool = True
    "Whether people can close it."

    close_action: Literal["hide", "destroy"] = "destroy"
    "Whether it is as it was when it is opened again, or as in the beginning."

    resizable: Literal[
        "none",
        "left",
        "right",
        "top",
        "bottom",
        "x",
        "y",
        "all",
    ] = "all"
    "The directions in which people can drag its corner; one side is its direction."

    movable: Movable = "both"
    "The directions in which people can drag its title."

    symmetric: bool = False
    "Accepted for compatibility: what is opposite of a dragged corner stays."


class OpenDialog(Callback):
    """Opens a dialog in the browser that it runs in."""

    dialog: Dialog | None = None
    "What is opened; one that is open comes to the front."


class CloseDialog(Callback):
    """Closes a dialog in the browser that it runs in."""

    dialog: Dialog | None = None
    "What is closed, as its ``close_action`` says."
