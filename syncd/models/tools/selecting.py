"""What selects rows."""

from typing import Literal

from syncd.model import field
from syncd.models.annotations import BoxAnnotation, PolyAnnotation
from syncd.models.callbacks import Callback
from syncd.models.enums import Dimensions, SelectionMode
from syncd.models.renderers import Renderer
from syncd.models.tools.base import GestureTool, Modifiers
from syncd.models.tools.overlays import OverlayKind, box_overlay, poly_overlay


__all__ = [
    "BoxSelectTool",
    "LassoSelectTool",
    "PolySelectTool",
    "RegionSelectTool",
    "SelectTool",
    "TapTool",
]


class SelectTool(GestureTool):
    """What selects rows: ``source.selected.indices`` are their numbers."""

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose rows can be selected; ``auto`` takes all renderers of the figure."

    mode: SelectionMode = "replace"
    "What happens to rows selected before; shift appends, control intersects, both subtract."


class RegionSelectTool(SelectTool):
    """What selects the rows in an area that is drawn."""

    continuous: bool = False
    "Whether rows are selected while the area is drawn, or at the end."

    persistent: bool = False
    """Whether the area stays when it is drawn.

    It can be moved then, and a box changed, unless its overlay is not
    ``editable``; Escape and Backspace take it away.
    """

    @property
    def select_every_mousemove(self) -> bool:
        """Whether rows are selected while the area is drawn: ``continuous``."""
        return self.continuous

    @select_every_mousemove.setter
    def select_every_mousemove(self, every: bool) -> None:
        self.continuous = every

    greedy: bool = False
    "Whether one corner of a patch or polygon has to lie in the area, or all of them."


class BoxSelectTool(RegionSelectTool):
    """Drag a box to select what is in it."""

    dimensions: Dimensions = "both"
    "The directions that the box has ends in."

    origin: Literal["corner", "center"] = "corner"
    "Whether the drag begins at a corner of the box, or in its middle."

    overlay: BoxAnnotation = field(
        default_factory=box_overlay, kind=OverlayKind(box_overlay)
    )
    "What the box looks like, as a model or a dict of its fields; the default follows the page."


class LassoSelectTool(RegionSelectTool):
    """Draw around what is to be selected."""

    continuous: bool = True
    "Whether rows are selected while the line is drawn, or at the end."

    overlay: PolyAnnotation = field(
        default_factory=poly_overlay, kind=OverlayKind(poly_overlay)
    )
    "What the outline looks like, as a model or a dict of its fields; the default follows the page."


class PolySelectTool(RegionSelectTool):
    """Tap the corners around what is to be selected; twice for the last one."""

    overlay: PolyAnnotation = field(
        default_factory=poly_overlay, kind=OverlayKind(poly_overlay)
    )
    "What the outline looks like, as a model or a dict of its fields; the default follows the page."


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
