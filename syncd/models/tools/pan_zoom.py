"""What moves and zooms what a figure shows."""

from typing import Literal

from syncd.models.enums import Dimensions
from syncd.models.renderers import Renderer
from syncd.models.tools.base import Drag, Modifiers, Scroll


__all__ = ["BoxZoomTool", "PanTool", "WheelZoomTool"]


class PanTool(Drag):
    """Drag to move what is shown; on an axis, to move that direction alone."""

    dimensions: Dimensions = "both"
    "The directions that are moved."


class WheelZoomTool(Scroll):
    """Turn the wheel, or pinch, to zoom; over an axis, that direction alone."""

    dimensions: Dimensions = "both"
    "The directions that are zoomed."

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose ranges are zoomed; ``auto`` takes all ranges of the figure."

    maintain_focus: bool = True
    "Whether nothing moves once one direction has come to its bounds."

    zoom_on_axis: bool = True
    "Whether the wheel zooms over an axis, too."

    zoom_together: Literal["none", "cross", "all"] = "all"
    "What is zoomed over an axis: its range, also the one across it, or all of its direction."

    speed: float = 1 / 600
    "By what share of the span one CSS pixel of the wheel zooms."

    modifiers: Modifiers = {}
    "The keys that have to be held."


class BoxZoomTool(Drag):
    """Drag a box to zoom into it; tap twice to go back."""

    dimensions: Dimensions | Literal["auto"] = "auto"
    "The directions that are zoomed; ``auto`` goes by the shape of the box."

    match_aspect: bool = False
    "Whether the box has the proportions of the frame."

    origin: Literal["corner", "center"] = "corner"
    "Where in the box the drag begins."
