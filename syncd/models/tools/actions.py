"""What is done at once by a press."""

from syncd.models.tools.base import Tool


__all__ = ["ResetTool", "SaveTool"]


class ResetTool(Tool):
    """Go back to what was shown at first."""


class SaveTool(Tool):
    """Save the figure as an image."""

    filename: str | None = None
    "The name of the file without its extension."
