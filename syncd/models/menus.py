"""Menus that come up where somebody asks for one."""

from typing import Any

from syncd.model import Model
from syncd.models.callbacks import Callback
from syncd.models.layouts import UIElement


__all__ = ["ActionItem", "CheckableItem", "DividerItem", "Menu", "MenuItem"]


class DividerItem(Model):
    """A line between two groups of a menu."""


class MenuItem(Model):
    """Something to choose from a menu."""

    label: str = ""
    "The words that are to be chosen."

    icon: str | None = None
    "The name of a picture before the words, as those of `BuiltinIcon` are."

    shortcut: str | None = None
    "Keys that are named beside the words; what they do is up to the application."

    menu: Model | None = None
    "A `Menu` that opens beside it."

    tooltip: str | None = None
    "Words that explain it when it is pointed at."

    disabled: bool = False
    "Whether it cannot be chosen."

    action: Callback | None = None
    "What the browser does when it is chosen; its ``cb_data`` has the ``item``."

    checked: bool | None = None
    "Whether a tick stands before the words; ``None`` if it is nothing that is on or off."


class ActionItem(MenuItem):
    """Something to choose from a menu, as `MenuItem`."""


class CheckableItem(ActionItem):
    """Something in a menu that is on or off."""

    checked: bool = False
    "Whether a tick stands before the words."


class Menu(UIElement):
    """Things to choose from, one below another.

    As the ``context_menu`` of anything on the page it comes up where that is
    clicked with the right button, or with the menu key.
    """

    items: list[MenuItem | DividerItem | None] = []
    "The parts of the menu, from top to bottom; ``None`` is a line between two groups."

    reversed: bool = False
    "Whether they stand from bottom to top."

    def __init__(self, *items: MenuItem | DividerItem | None, **values: Any) -> None:
        if items:
            values["items"] = list(items)
        super().__init__(**values)
