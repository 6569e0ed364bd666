"""What is done at once by a press."""

from typing import Annotated

from syncd.models.callbacks import AddressKind
from syncd.models.tools.base import ActionTool, PlotActionTool


__all__ = ["HelpTool", "ResetTool", "SaveTool"]


class ResetTool(PlotActionTool):
    """Go back to what was shown at first."""


class SaveTool(ActionTool):
    """Save the figure as an image."""

    filename: str | None = None
    "The name of the file without its extension; ``None`` takes the title."


class HelpTool(ActionTool):
    """Say what the tools are for, and which keys do it."""

    redirect: Annotated[str, AddressKind()] = ""
    "The address of a page that is opened instead."
