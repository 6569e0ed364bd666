"""The bar that offers a figure's tools."""

from typing import Literal

from syncd.model import Model
from syncd.models.tools.base import Tool


__all__ = ["Toolbar"]


class Toolbar(Model):
    """The bar that offers a figure's tools."""

    tools: list[Tool] = []
    "What it offers, in this order."

    autohide: bool = False
    "Whether it is shown only while the pointer is over the figure."

    logo: Literal["normal", "grey"] | None = "normal"
    "Accepted for compatibility: the bar has no logo."

    active_drag: Literal["auto"] | Tool | None = "auto"
    "What dragging does at first; ``auto`` takes the first tool that drags."

    active_scroll: Literal["auto"] | Tool | None = "auto"
    "What the wheel does at first; ``auto`` leaves it to the page."

    active_inspect: Literal["auto"] | Tool | list[Tool] | None = "auto"
    "What pointing does at first; ``auto`` takes all tools that point."

    active_tap: Literal["auto"] | Tool | None = "auto"
    "What tapping does at first; ``auto`` takes the first tool that taps."
