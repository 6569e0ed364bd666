"""What few figures offer to be done at once."""

from typing import Literal

from syncd.models.callbacks import Callback
from syncd.models.tools.base import ActionTool, PlotActionTool


__all__ = [
    "CopyTool",
    "CustomAction",
    "ExamineTool",
    "FullscreenTool",
    "RedoTool",
    "UndoTool",
]


class UndoTool(PlotActionTool):
    """Go back to what was shown and selected before."""


class RedoTool(PlotActionTool):
    """Go forward to what was undone."""


class FullscreenTool(ActionTool):
    """Fill the screen with the figure, and stop filling it."""


class CopyTool(ActionTool):
    """Copy the figure as an image."""


class ExamineTool(ActionTool):
    """List the figure's models and what their fields hold."""


class CustomAction(ActionTool):
    """Run a callback of the application's own."""

    description: str | None = "Perform a Custom Action"
    "What the tool is called."

    active: bool = False
    "Whether its button looks pressed."

    disabled: bool = False
    "Whether its button refuses to be pressed."

    callback: Callback | None = None
    "What to run; `CustomJS` gets the tool as ``cb_obj``, and may return ``active``."

    active_callback: Callback | Literal["auto"] | None = None
    "What returns whether it is active, at first and after every press; ``auto`` changes it at every press."
