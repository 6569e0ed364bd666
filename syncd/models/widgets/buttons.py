"""What people press."""

from typing import TYPE_CHECKING, Any

from syncd.events import ButtonClick
from syncd.model import Field
from syncd.models.callbacks import Callback
from syncd.models.dom import DOMNode
from syncd.models.enums import ButtonType
from syncd.models.icons import Icon
from syncd.models.widgets.widget import Widget


if TYPE_CHECKING:
    from syncd import aliases


__all__ = ["AbstractButton", "Button"]


class AbstractButton(Widget):
    """What all buttons have."""

    label: str = "Button"
    "The words on the button, or a small document, of which ``content`` tells."

    content: DOMNode | None = None
    "The document given as ``label``, such as `syncd.models.dom.HTML`; words end it."

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Take small documents where a class has a label of its own."""
        super().__init_subclass__(**kwargs)
        if isinstance(vars(cls).get("label"), Field):
            _take_documents(cls)

    def notify(self, attr: str, old: Any, new: Any) -> None:
        """Call back for a small document as for the label that it is given as."""
        if attr != "label" or self.content is None:
            super().notify(attr, old, new)
        if attr == "content":
            words = self.fields()["label"].__get__(self)
            before, after = (words if end is None else end for end in (old, new))
            super().notify("label", before, after)

    button_type: ButtonType = "default"
    "What pressing it means, shown by its colours."

    icon: Icon | None = None
    "A picture before the words."


def _take_documents(cls: type[AbstractButton]) -> None:
    """Let the label of a class be a small document as well, which is another field."""
    item: Field = cls.fields()["label"]

    def read(button: AbstractButton) -> Any:
        return item.__get__(button) if button.content is None else button.content

    def write(button: AbstractButton, label: Any) -> None:
        if isinstance(label, DOMNode):
            button.content = label
            item.__set__(button, "")
            return
        words = item.check(button, label)
        item.__set__(button, words)
        if words and button.content is not None:
            button.content = None

    cls.label = property(read, write)  # type: ignore[assignment]
    cls._plain_fields = {
        name: each for name, each in cls._plain_fields.items() if name != "label"
    }


_take_documents(AbstractButton)


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
