"""What people do to a figure."""

from collections.abc import Callable
from typing import Annotated, Any, Self, TypeAlias

from syncd.model import Model
from syncd.model.kinds import BoolKind, DictKind, EnumKind
from syncd.models.tools.icons import Icon, as_path
from syncd.models.tools.names import make_tool, register_alias


__all__ = [
    "ActionTool",
    "Drag",
    "GestureTool",
    "InspectTool",
    "Modifiers",
    "PlotActionTool",
    "Scroll",
    "Tap",
    "Tool",
    "ToolProxy",
]

_KEYS = ("shift", "ctrl", "alt")


class _ModifiersKind(DictKind):
    """Keys that are to be held; words such as ``ctrl+shift`` name them."""

    def __init__(self) -> None:
        super().__init__(EnumKind(_KEYS), BoolKind())
        self.expected = "a dict of shift, ctrl and alt, or words such as 'ctrl+shift'"

    def check(self, value: Any) -> Any:
        if isinstance(value, str):
            value = {key.strip(): True for key in value.split("+")}
        return super().check(value)


Modifiers: TypeAlias = Annotated[dict[str, bool], _ModifiersKind()]
"""Which keys have to be held, and which not; ``"ctrl+shift"`` stands for a dict."""


class Tool(Model):
    """What people do to a figure."""

    icon: Icon | None = None
    "What its button shows: the name of an icon, the path of an image, or a ``data:`` URL."

    description: str | None = None
    "What the tool is called; ``None`` calls it by its usual name."

    visible: bool = True
    "Whether the bar shows it."

    group: str | bool = True
    "With which tools of its kind it shares a button; ``False`` is with none."

    def __init__(self, **values: Any) -> None:
        if "icon" in values:
            values["icon"] = as_path(values["icon"])
        super().__init__(**values)

    @classmethod
    def from_string(cls, name: str) -> Self:
        """Return a new tool of the word that stands for it in ``tools``.

        Raises:
            ValueError: There is no such word.
        """
        return make_tool(name)  # type: ignore[return-value]

    @classmethod
    def register_alias(cls, name: str, constructor: Callable[[], Any]) -> None:
        """Let a further word stand for a tool in ``tools``, in the whole process.

        Args:
            name: The word.
            constructor: What returns a new tool of it at every call.

        Raises:
            ValueError: It is no word, or nothing that can be called.
        """
        register_alias(name, constructor)


class ActionTool(Tool):
    """Something that is done at once by a press."""


class PlotActionTool(ActionTool):
    """Something that is done to a figure at once by a press."""


class GestureTool(Tool):
    """Something that is done with pointer, wheel or fingers."""


class Drag(GestureTool):
    """Something that is done by dragging."""


class Scroll(GestureTool):
    """Something that is done with the wheel."""


class Tap(GestureTool):
    """Something that is done with a tap."""


class InspectTool(GestureTool):
    """Something that follows the pointer."""

    toggleable: bool = True
    "Whether the bar has a button that switches it on and off."


class ToolProxy(Tool):
    """Tools of several figures with one button for all of them."""

    tools: list[Tool] = []
    "What the button drives."

    active: bool = False
    "Accepted for compatibility: every browser decides by itself which tools it uses."

    disabled: bool = False
    "Whether the button refuses to be pressed."
