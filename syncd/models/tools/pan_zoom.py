"""What moves and zooms what a figure shows."""

from typing import Literal

from syncd.models.enums import Dimensions
from syncd.models.tools.base import Tool


__all__ = ["BoxZoomTool", "PanTool", "WheelZoomTool"]


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
