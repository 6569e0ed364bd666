"""Buttons that stay pressed, or open a menu."""

from typing import TYPE_CHECKING, Any

from syncd.events import ButtonClick, MenuItemClick
from syncd.models.callbacks import Callback
from syncd.models.widgets.buttons import AbstractButton


if TYPE_CHECKING:
    from syncd import aliases


__all__ = ["Dropdown", "Toggle"]


class Toggle(AbstractButton):
    """A button that stays pressed until it is pressed again."""

    label: str = "Toggle"
    "The words on the button."

    active: bool = False
    "Whether it is pressed."

    def on_click(self, handler: "aliases.Callback") -> None:
        """Call the handler with ``active`` whenever the button is pressed."""
        self.on_change("active", lambda _attr, _old, new: handler(new))

    def js_on_click(self, handler: Callback) -> None:
        """Run a callback in the browser whenever the button is pressed."""
        self.js_on_change("active", handler)


class Dropdown(AbstractButton):
    """A button that opens a menu."""

    label: str = "Dropdown"
    "The words on the button."

    split: bool = False
    "Whether the button can be pressed by itself, beside what opens the menu."

    menu: list[str | tuple[str, Any] | None] = []
    "Texts, or pairs of a text and a value; ``None`` is a line between groups."

    def on_click(self, handler: "aliases.Callback") -> None:
        """Call the handler whenever the button is pressed or an entry is chosen.

        Args:
            handler: Called with a `syncd.events.ButtonClick` or a
                `syncd.events.MenuItemClick`, whose ``item`` is the value, or
                with nothing if it takes no argument.
        """
        self.on_event(ButtonClick, handler)
        self.on_event(MenuItemClick, handler)

    def js_on_click(self, handler: Callback) -> None:
        """Run a callback in the browser when an entry is chosen."""
        self.js_on_event(ButtonClick, handler)
        self.js_on_event(MenuItemClick, handler)
