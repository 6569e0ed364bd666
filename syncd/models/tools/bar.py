"""The bar that offers a figure's tools."""

from typing import Literal

from syncd.model import Model
from syncd.models.layouts import ElementMenu
from syncd.models.tools.base import Tool
from syncd.models.tools.names import ToolName


__all__ = ["Toolbar"]


class Toolbar(Model):
    """The bar that offers a figure's tools."""

    tools: list[Tool] = []
    "What it offers, in this order."

    visible: bool = True
    "Whether it is shown at all."

    autohide: bool = False
    "Whether it is shown only while the pointer is over the figure."

    context_menu: ElementMenu = None
    "A `Menu` that comes up with the right button; shift brings the browser's own."

    group: bool = True
    "Whether tools of one kind share a button."

    group_types: list[ToolName] = ["hover"]
    "The kinds of tools that share a button, by their words."

    active_drag: Literal["auto"] | Tool | None = "auto"
    "What dragging does at first; ``auto`` takes the first tool that drags."

    active_scroll: Literal["auto"] | Tool | None = "auto"
    "What the wheel does at first; ``auto`` takes a tool that wants keys to be held, or leaves it to the page."

    active_inspect: Literal["auto"] | Tool | list[Tool] | None = "auto"
    "What pointing does at first; ``auto`` takes all tools that point."

    active_tap: Literal["auto"] | Tool | None = "auto"
    "What tapping does at first; ``auto`` takes the first tool that taps."

    active_multi: Literal["auto"] | Tool | None = "auto"
    "A tool that drags and taps and is in use at first; ``auto`` takes none."
