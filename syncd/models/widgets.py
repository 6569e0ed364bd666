"""What people read, press, type into and drag."""

from typing import TYPE_CHECKING, Any, Literal

from syncd.events import ButtonClick
from syncd.model.specs import Color, PositiveInt
from syncd.models.callbacks import Callback
from syncd.models.enums import ButtonType, Orientation
from syncd.models.formatters import TickFormatter
from syncd.models.layouts import LayoutDOM


if TYPE_CHECKING:
    from syncd import aliases

__all__ = [
    "AbstractButton",
    "Button",
    "Div",
    "InputWidget",
    "Markup",
    "Paragraph",
    "PasswordInput",
    "PreText",
    "Select",
    "Slider",
    "TextInput",
    "Widget",
]


class Widget(LayoutDOM):
    """What people read, press, type into or drag."""

    margin: int | tuple[int, int] | tuple[int, int, int, int] | None = 5
    "The margin in CSS pixels, so that widgets do not touch each other."


class AbstractButton(Widget):
    """What all buttons have."""

    label: str = "Button"
    "The words on the button."

    button_type: ButtonType = "default"
    "What pressing it means, shown by its colours."


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


class Slider(Widget):
    """A number chosen by dragging a handle."""

    start: float = 0.0
    "The least value."

    end: float = 1.0
    "The greatest value."

    value: float = 0.0
    "The value under the handle; follows it while it is dragged."

    value_throttled: float = 0.0
    "The value where the handle was last let go."

    step: float = 1
    "The distance between two values that can be chosen."

    title: str | None = ""
    "The words beside the value."

    format: str | TickFormatter = ""
    "How the value is written, as a numeral pattern such as ``0[.]00``."

    show_value: bool = True
    "Whether the value is written beside the title."

    bar_color: Color = "#e6e6e6"
    "The colour of the bar; the default takes that of the page."

    orientation: Orientation = "horizontal"
    "Whether the handle moves sideways or up and down."

    direction: Literal["ltr", "rtl"] = "ltr"
    "Whether values grow from left to right or from right to left."

    tooltips: bool = True
    "Whether the handle shows the value while it is dragged."


class InputWidget(Widget):
    """What all widgets with a title above have."""

    title: str = ""
    "The words above."


class TextInput(InputWidget):
    """A line of text."""

    value: str = ""
    "The text, as it was when enter was pressed or the field was left."

    value_input: str = ""
    "The text as it is being typed."

    placeholder: str = ""
    "What is shown while there is no text."

    max_length: PositiveInt | None = None
    "The greatest number of characters."

    prefix: str | None = None
    "Words before the text that cannot be edited, such as a unit."

    suffix: str | None = None
    "Words after the text that cannot be edited, such as a unit."


class PasswordInput(TextInput):
    """A line of text that is not shown."""


class Select(InputWidget):
    """One of several options."""

    value: Any = ""
    "The value of the option that is chosen."

    options: list[str | tuple[Any, str]] | dict[str, list[str | tuple[Any, str]]] = []
    "Texts, or pairs of a value and a text; a dict groups them under headings."


class Markup(Widget):
    """What all texts have."""

    text: str = ""
    "The text."

    disable_math: bool = False
    "Accepted for compatibility: formulas are shown as they are written."


class Paragraph(Markup):
    """A paragraph of plain text."""


class PreText(Paragraph):
    """Plain text in a fixed-width font that keeps its line breaks."""


class Div(Markup):
    """Text with markup, of which only what is harmless is shown."""

    render_as_text: bool = False
    "Whether markup is shown as it is written."
