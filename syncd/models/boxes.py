"""Frames around others."""

from typing import Literal

from syncd.models.layouts import LayoutDOM, UIElement


__all__ = ["GroupBox", "ScrollBox"]


class GroupBox(LayoutDOM):
    """A frame with a title around what belongs together."""

    title: str | None = None
    "The words in the frame."

    child: UIElement | None = None
    "What stands within the frame."

    checkable: bool = False
    "Whether people can switch off all that is in it, which sets ``disabled``."


class ScrollBox(LayoutDOM):
    """A place in which what is too large for it is scrolled."""

    child: UIElement | None = None
    "What is scrolled in it."

    horizontal_scrollbar: Literal["auto", "visible", "hidden"] = "auto"
    "Whether there is a bar for sideways scrolling; ``auto`` shows it when needed."

    vertical_scrollbar: Literal["auto", "visible", "hidden"] = "auto"
    "Whether there is a bar for scrolling up and down; ``auto`` shows it when needed."
