"""The bar that offers a figure's tools."""

from typing import Annotated, Any, Literal, TypeAlias

from syncd.model import Model
from syncd.model.kinds import ModelKind
from syncd.models.layouts import ElementMenu
from syncd.models.tools.base import (
    Drag,
    GestureTool,
    InspectTool,
    Scroll,
    Tap,
    Tool,
    ToolProxy,
)
from syncd.models.tools.names import ToolName


__all__ = ["Toolbar"]


class _ActiveKind(ModelKind):
    """A tool that can be in use at first by some means, or a proxy of several."""

    def __init__(
        self,
        what: str,
        cls: type[Tool],
        but: tuple[type[Tool], ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        super().__init__(Tool)
        self.expected = f"a tool that {what}"
        self.fitting = cls
        self.but = but
        self.types = frozenset(words)

    def check(self, value: Any) -> Any:
        tool = super().check(value)
        fits = isinstance(tool, self.fitting) and not isinstance(tool, self.but)
        if isinstance(tool, ToolProxy) or (fits and tool.type not in self.types):
            return tool
        if getattr(tool, "opaque", False):
            return tool
        raise ValueError


Dragging: TypeAlias = Annotated[
    Tool,
    _ActiveKind(
        "drags",
        GestureTool,
        (Scroll, InspectTool, Tap),
        ("PolySelectTool", "TapTool"),
    ),
]
Scrolling: TypeAlias = Annotated[Tool, _ActiveKind("scrolls", Scroll)]
Pointing: TypeAlias = Annotated[Tool, _ActiveKind("points", InspectTool)]
Tapping: TypeAlias = Annotated[
    Tool,
    _ActiveKind(
        "taps",
        GestureTool,
        (Scroll, InspectTool, Drag),
        ("BoxSelectTool", "LassoSelectTool"),
    ),
]


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

    active_drag: Literal["auto"] | Dragging | None = "auto"
    "What dragging does at first; ``auto`` takes the first tool that drags."

    active_scroll: Literal["auto"] | Scrolling | None = "auto"
    "What the wheel does at first; ``auto`` takes a tool that wants keys to be held, or leaves it to the page."

    active_inspect: Literal["auto"] | Pointing | list[Pointing] | None = "auto"
    "What pointing does at first; ``auto`` takes all tools that point."

    active_tap: Literal["auto"] | Tapping | None = "auto"
    "What tapping does at first; ``auto`` takes the first tool that taps."

    active_multi: Literal["auto"] | Tool | None = "auto"
    "A tool that drags and taps and is in use at first; ``auto`` takes none."
