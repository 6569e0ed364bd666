"""What people type and choose."""

from typing import Any, Literal

from syncd.model.specs import (
    HexColor,
    NonNegative,
    NonNegativeInt,
    Positive,
    PositiveInt,
)
from syncd.models.dom import HTML
from syncd.models.formatters import TickFormatter
from syncd.models.tooltips import Tooltip
from syncd.models.widgets.widget import Widget


__all__ = [
    "AutocompleteInput",
    "ColorPicker",
    "FileInput",
    "InputWidget",
    "MultiChoice",
    "MultiSelect",
    "NumericInput",
    "PasswordInput",
    "Select",
    "Spinner",
    "TextAreaInput",
    "TextInput",
]


class InputWidget(Widget):
    """What all widgets with a title above have."""

    title: str | HTML = ""
    "The words above, with formulas in TeX, or a small document."

    description: str | Tooltip | None = None
    "What comes up at a question mark beside the title, if anything."


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


class TextAreaInput(TextInput):
    """Several lines of text."""

    cols: PositiveInt = 20
    "How many characters fit into a line, if no width says otherwise."

    rows: PositiveInt = 2
    "How many lines are shown."

    max_length: PositiveInt | None = 500
    "The greatest number of characters."


class AutocompleteInput(TextInput):
    """A line of text that is completed from a list."""

    completions: list[str] = []
    "The texts to choose from."

    min_characters: NonNegativeInt = 2
    "How many characters are typed before completions are shown; 0 shows them at once."

    max_completions: PositiveInt | None = None
    "The greatest number of completions that are shown; ``None`` is 500."

    case_sensitive: bool = True
    "Whether capitals matter."

    restrict: bool = True
    "Whether only the texts of the list can be entered; Enter means the first then."

    search_strategy: Literal["starts_with", "includes"] = "starts_with"
    "Whether completions begin with what was typed, or have it somewhere."


class NumericInput(InputWidget):
    """A number that is typed."""

    value: float | None = None
    "The number; ``None`` while there is none."

    low: float | None = None
    "The least number."

    high: float | None = None
    "The greatest number."

    placeholder: str = ""
    "What is shown while there is no number."

    mode: Literal["int", "float"] = "int"
    "Whether only whole numbers can be typed."

    format: str | TickFormatter | None = None
    "How the number is written while it is not edited."

    prefix: str | None = None
    "Words before the number, such as a unit."

    suffix: str | None = None
    "Words after the number, such as a unit."


class Spinner(NumericInput):
    """A number that is typed, or counted up and down."""

    value_throttled: float | None = None
    "The number when it was last left."

    mode: Literal["int", "float"] = "float"
    "Whether only whole numbers can be typed."

    step: Positive = 1.0
    "How much one press of a button adds."

    page_step_multiplier: Positive = 10.0
    "How many steps the keys for pages go."

    wheel_wait: NonNegative = 100.0
    """How long the wheel rests, in milliseconds, before ``value_throttled`` is told.

    It changes the number of the field that has the focus; elsewhere it scrolls the page.
    """


class Select(InputWidget):
    """One of several options."""

    value: Any = ""
    "The value of the option that is chosen."

    options: list[str | tuple[Any, str]] | dict[str, list[str | tuple[Any, str]]] = []
    "Texts, or pairs of a value and a text; a dict groups them under headings."


class MultiSelect(InputWidget):
    """Some of several options, in a list."""

    value: list[Any] = []
    "The values of the options that are chosen."

    options: list[str | tuple[Any, str]] = []
    "Texts, or pairs of a value and a text."

    size: PositiveInt = 4
    "How many options are in sight."


class MultiChoice(InputWidget):
    """Some of several options, as labels that can be taken away again."""

    value: list[Any] = []
    "The values of the options that are chosen."

    options: list[str | tuple[Any, str]] = []
    "Texts, or pairs of a value and a text."

    delete_button: bool = True
    "Whether each choice has a button to take it away."

    max_items: PositiveInt | None = None
    "The greatest number of choices."

    option_limit: PositiveInt | None = None
    "How many options are offered while nothing is typed; ``None`` is 500."

    search_option_limit: PositiveInt | None = None
    "How many are offered of those that have the typed words in them; ``None`` is 500."

    placeholder: str | None = None
    "What is shown where one types."

    solid: bool = True
    "Accepted for compatibility: choices look the same."


class ColorPicker(InputWidget):
    """A colour."""

    color: HexColor = "#000000"
    "The chosen colour, as ``#rrggbb``; names and tuples become that."


class FileInput(InputWidget):
    """Files that are read in the browser.

    Contents come as base64; `base64.b64decode` makes bytes of them. Several
    files are lists of as many items. What is larger than a message may be
    (``--websocket-max-message-size``) is not sent, and the browser says so.
    """

    value: str | list[str] = ""
    "The content, as base64."

    mime_type: str | list[str] = ""
    "What kind of content it is, such as ``text/csv``."

    filename: str | list[str] = ""
    "The name of the file, without a folder."

    accept: str | list[str] = ""
    "What can be chosen: endings and kinds, such as ``.csv,image/*``."

    multiple: bool = False
    "Whether several files can be chosen."

    directory: bool = False
    "Whether a folder is chosen, with all files in it."

    def clear(self) -> None:
        """Forget the files, here and in browsers."""
        nothing: Any = [] if isinstance(self.value, list) else ""
        self.update(value=nothing, mime_type=nothing, filename=nothing)
