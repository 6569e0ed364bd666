"""The menu that offers a figure's tools."""

from syncd.models.menus import Menu
from syncd.models.tools.bar import Toolbar


__all__ = ["ToolMenu"]


class ToolMenu(Menu):
    """The tools of a toolbar, one below another.

    They follow the toolbar, whether that is shown or not; `items` of its own are not.
    """

    toolbar: Toolbar | None = None
    "Whose tools it offers."
