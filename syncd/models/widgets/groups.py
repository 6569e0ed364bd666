"""Choices that are all in sight."""

from typing import TYPE_CHECKING

from syncd.models.callbacks import Callback
from syncd.models.enums import ButtonType, Orientation
from syncd.models.icons import Icon
from syncd.models.widgets.widget import Widget


if TYPE_CHECKING:
    from syncd import aliases


__all__ = [
    "AbstractGroup",
    "Checkbox",
    "CheckboxButtonGroup",
    "CheckboxGroup",
    "RadioButtonGroup",
    "RadioGroup",
    "Switch",
    "ToggleButtonGroup",
]


class AbstractGroup(Widget):
    """What all groups of choices have."""

    labels: list[str] = []
    "The words of the choices."

    def on_click(self, handler: "aliases.Callback") -> None:
        """Call the handler with ``active`` whenever a choice is made."""
        self.on_change("active", lambda _attr, _old, new: handler(new))

    def js_on_click(self, handler: Callback) -> None:
        """Run a callback in the browser whenever a choice is made."""
        self.js_on_change("active", handler)


class CheckboxGroup(AbstractGroup):
    """Boxes of which any number can be ticked."""

    active: list[int] = []
    "The numbers of those that are ticked, from 0."

    inline: bool = False
    "Whether they stand side by side."


class RadioGroup(AbstractGroup):
    """Circles of which one can be chosen."""

    active: int | None = None
    "The number of the one that is chosen, from 0; where there is none, nothing is."

    inline: bool = False
    "Whether they stand side by side."


class ToggleButtonGroup(AbstractGroup):
    """What all groups of buttons have."""

    orientation: Orientation = "horizontal"
    "Whether they stand side by side or one below another."

    button_type: ButtonType = "default"
    "What pressing them means, shown by their colours."


class CheckboxButtonGroup(ToggleButtonGroup):
    """Buttons of which any number can be pressed."""

    active: list[int] = []
    "The numbers of those that are pressed, from 0."


class RadioButtonGroup(ToggleButtonGroup):
    """Buttons of which one can be pressed."""

    active: int | None = None
    "The number of the one that is pressed, from 0; where there is none, nothing is."


class Checkbox(Widget):
    """A box that can be ticked."""

    label: str = ""
    "The words beside it."

    active: bool = False
    "Whether it is ticked."


class Switch(Widget):
    """Something that is on or off."""

    label: str = ""
    "The words beside it."

    active: bool = False
    "Whether it is on."

    on_icon: Icon | None = None
    "A picture on the handle while it is on."

    off_icon: Icon | None = None
    "A picture on the handle while it is off."

    def on_click(self, handler: "aliases.Callback") -> None:
        """Call the handler with ``active`` whenever it is switched."""
        self.on_change("active", lambda _attr, _old, new: handler(new))

    def js_on_click(self, handler: Callback) -> None:
        """Run a callback in the browser whenever it is switched."""
        self.js_on_change("active", handler)
