"""What selects rows."""

from typing import Literal

from syncd.models.callbacks import Callback
from syncd.models.enums import Dimensions, SelectionMode
from syncd.models.renderers import Renderer
from syncd.models.tools.base import GestureTool, Modifiers


__all__ = [
    "BoxSelectTool",
    "LassoSelectTool",
    "PolySelectTool",
    "SelectTool",
    "TapTool",
]


class SelectTool(GestureTool):
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
    "Whether what is tapped is selected; ``inspect`` only runs the callback."

    gesture: Literal["tap", "doubletap"] = "tap"
    "How it is tapped: once, or twice."

    modifiers: Modifiers = {}
    "The keys that have to be held."

    callback: Callback | None = None
    "What to run when a row is tapped; `CustomJS` gets its source in ``cb_data``."
