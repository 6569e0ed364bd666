"""What people press."""

from typing import TYPE_CHECKING

from syncd.events import ButtonClick
from syncd.models.callbacks import Callback
from syncd.models.enums import ButtonType
from syncd.models.icons import Icon
from syncd.models.widgets.widget import Widget


if TYPE_CHECKING:
    from syncd import aliases


__all__ = ["AbstractButton", "Button"]


class AbstractButton(Widget):
    """What all buttons have."""

    label: str = "Button"
    "The words on the button."

    button_type: ButtonType = "default"
    "What pressing it means, shown by its colours."

    icon: Icon | None = None
    "A picture before the words."


class Button(AbstractButton):
    """Something to press."""

    def on_click(self, handler: "aliases.Callback") -> None:
        """Call the handler whenever the button is pressed.

        Args:
            handler: Called with the `syncd.events.ButtonClick`, or with
                nothing if it takes no argument.
        """
        self.on_event(ButtonClick, handler)

    def js_on_click(self, handler: Callback) -> None:
        """Run a callback in the browser whenever the button is pressed."""
        self.js_on_event(ButtonClick, handler)
