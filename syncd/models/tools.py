"""What people do to a figure, and the bar that offers it."""

from typing import Annotated, Any, Literal

from syncd.model import Model
from syncd.model.kinds import ListKind, NoneKind, StrKind, TupleKind, UnionKind
from syncd.model.specs import Color, Percent
from syncd.models.enums import Dimensions, SelectionMode
from syncd.models.renderers import Renderer


__all__ = [
    "BoxSelectTool",
    "BoxZoomTool",
    "CrosshairTool",
    "HoverTool",
    "LassoSelectTool",
    "PanTool",
    "PolySelectTool",
    "ResetTool",
    "SaveTool",
    "SelectTool",
    "TapTool",
    "Tool",
    "Toolbar",
    "WheelZoomTool",
]


class Tool(Model):
    """What people do to a figure."""

    description: str | None = None
    "What the tool is called; ``None`` calls it by its usual name."

    visible: bool = True
    "Whether the bar shows it."


class PanTool(Tool):
    """Drag to move what is shown."""

    dimensions: Dimensions = "both"
    "The directions that are moved."


class WheelZoomTool(Tool):
    """Turn the wheel, or pinch, to zoom."""

    dimensions: Dimensions = "both"
    "The directions that are zoomed."


class BoxZoomTool(Tool):
    """Drag a box to zoom into it."""

    dimensions: Dimensions | Literal["auto"] = "both"
    "The directions that are zoomed; ``auto`` goes by the shape of the box."


class SelectTool(Tool):
    """What selects rows: ``source.selected.indices`` are their numbers."""

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose rows can be selected; ``auto`` takes all renderers of the figure."

    mode: SelectionMode = "replace"
    "What happens to rows selected before; shift appends, control intersects, both subtract."


class BoxSelectTool(SelectTool):
    """Drag a box to select what is in it."""

    dimensions: Dimensions = "both"
    "The directions that the box has ends in."

    continuous: bool = False
    "Whether rows are selected while the box is drawn, or at the end."

    persistent: bool = False
    "Whether the box stays when it is drawn."


class LassoSelectTool(SelectTool):
    """Draw around what is to be selected."""

    continuous: bool = True
    "Whether rows are selected while the line is drawn, or at the end."

    persistent: bool = False
    "Whether the line stays when it is drawn."


class PolySelectTool(SelectTool):
    """Tap the corners around what is to be selected; twice for the last one."""

    persistent: bool = False
    "Accepted for compatibility: the outline goes when it is complete."


class TapTool(SelectTool):
    """Tap what is to be selected."""

    mode: SelectionMode = "toggle"
    "What happens to rows selected before; ``toggle`` frees what is tapped again."

    behavior: Literal["select", "inspect"] = "select"
    "Accepted for compatibility: what is tapped is selected."

    gesture: Literal["tap", "doubletap"] = "tap"
    "How it is tapped: once, or twice."


class ResetTool(Tool):
    """Go back to what was shown at first."""


class SaveTool(Tool):
    """Save the figure as an image."""

    filename: str | None = None
    "The name of the file without its extension."


class _TooltipsKind(UnionKind):
    """A template, or pairs of words and templates; a dict stands for its pairs."""

    def __init__(self) -> None:
        pair = TupleKind([StrKind(), StrKind()])
        super().__init__([StrKind(), ListKind(pair), NoneKind()])

    def check(self, value: Any) -> Any:
        return super().check(list(value.items()) if isinstance(value, dict) else value)


class HoverTool(Tool):
    """Point at the data to read them."""

    tooltips: Annotated[str | list[tuple[str, str]] | None, _TooltipsKind()] = [
        ("index", "$index"),
        ("data (x, y)", "($x, $y)"),
        ("screen (x, y)", "($sx, $sy)"),
    ]
    "What is shown: pairs of a label and a text with ``@column`` and ``$x``."

    formatters: dict[str, str] = {}
    "How columns are written: ``numeral``, ``datetime`` or ``printf``."

    mode: Literal["mouse", "hline", "vline"] = "mouse"
    "Whether rows under the pointer count, or all at its height or place."

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose rows count; ``auto`` takes all renderers of the figure."


class CrosshairTool(Tool):
    """Lines through the place of the pointer."""

    dimensions: Dimensions = "both"
    "Which lines are drawn."

    line_color: Color = "black"
    "The colour of the lines; the default takes that of the page."

    line_alpha: Percent = 1.0
    "The opacity of the lines, from 0 to 1."

    line_width: float = 1
    "The width of the lines in CSS pixels."


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
