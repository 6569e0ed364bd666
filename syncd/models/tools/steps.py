"""What moves and zooms by steps, with buttons and the wheel."""

from typing import Literal

from syncd.model.specs import NonNegativeInt, Percent
from syncd.models.enums import Dimensions
from syncd.models.renderers import Renderer
from syncd.models.tools.base import Modifiers, PlotActionTool, Scroll


__all__ = ["ClickPanTool", "WheelPanTool", "ZoomBaseTool", "ZoomInTool", "ZoomOutTool"]


class WheelPanTool(Scroll):
    """Turn the wheel to move what is shown."""

    dimension: Literal["width", "height"] = "width"
    "The direction that is moved."

    modifiers: Modifiers = {}
    "The keys that have to be held."


class ClickPanTool(PlotActionTool):
    """Move what is shown by a step."""

    direction: Literal[
        "left", "right", "up", "down", "west", "east", "north", "south"
    ] = "left"
    "Where to look."

    factor: Percent = 0.1
    "The share of what is shown that a step is."


class ZoomBaseTool(PlotActionTool):
    """Zoom by a step."""

    factor: Percent = 0.1
    "The share of what is shown by which a step zooms."

    dimensions: Dimensions = "both"
    "The directions that are zoomed."

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose ranges are zoomed; ``auto`` takes all ranges of the figure."

    level: NonNegativeInt = 0
    "Whether the figure's ranges are zoomed (0), or those of planes within it (1)."


class ZoomInTool(ZoomBaseTool):
    """Show less, and that larger."""


class ZoomOutTool(ZoomBaseTool):
    """Show more, and that smaller."""

    maintain_focus: bool = True
    "Whether nothing moves once one direction has come to its bounds."
