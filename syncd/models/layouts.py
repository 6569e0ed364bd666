"""What has a place on the page, and what arranges it."""

from typing import Annotated, Any, Literal, TypeAlias

from syncd.model import Model
from syncd.model.kinds import EnumKind, ModelKind, NoneKind, UnionKind
from syncd.model.specs import NonNegativeInt
from syncd.models.enums import Align, SizingMode, SizingPolicy
from syncd.models.nodes import Node
from syncd.models.style_sheets import BaseStyleSheet


__all__ = [
    "Canvas",
    "Column",
    "ContextMenu",
    "ElementMenu",
    "FlexBox",
    "LayoutDOM",
    "Row",
    "Spacer",
    "UIElement",
    "WidgetBox",
]


class _MenuKind(ModelKind):
    """A menu, which is an element itself."""

    def __init__(self) -> None:
        super().__init__(Model)
        self.expected = "a Menu"

    def check(self, value: Any) -> Any:
        model = super().check(value)
        if model.type not in {"Menu", "ToolMenu"}:
            raise ValueError
        return model

    def schema(self) -> dict[str, Any]:
        return {"kind": "ref", "type": "Menu"}


ContextMenu: TypeAlias = Annotated[Model | None, UnionKind([_MenuKind(), NoneKind()])]
"""A menu that comes up with the right button, if there is one."""

ElementMenu: TypeAlias = Annotated[
    Model | Literal["auto"] | None,
    UnionKind([_MenuKind(), EnumKind(("auto",)), NoneKind()]),
]
"""The same of elements, which may have one by themselves."""


class UIElement(Model):
    """Anything that is an element of the page."""

    visible: bool = True
    "Whether it is shown at all."

    css_classes: list[str] = []
    "Names of CSS classes for its element."

    styles: dict[str, str | None] = {}
    "CSS properties of its element by name."

    stylesheets: list[
        BaseStyleSheet | str | dict[str, dict[str, str | None] | str | None]
    ] = []
    "CSS for the inside of its element, which is ``:host``; a dict is by selector."

    css_variables: dict[str, str | Node] = {}
    """Custom properties of its element by name, with or without ``--``.

    A `Node` is a length in CSS pixels that follows what it is of.
    """

    html_attributes: dict[str, str] = {}
    "Attributes of its element: ``title``, ``lang``, ``role``, ``aria-…``, ``data-…``."

    html_id: str | None = None
    "The id of its element."

    context_menu: ElementMenu = None
    """A `Menu` that comes up with the right button; shift brings the browser's own.

    With ``"auto"`` that of a figure has its tools; nothing else has a menu by itself.
    """


class LayoutDOM(UIElement):
    """Anything that has a place and a size on the page."""

    width: NonNegativeInt | None = None
    "The width in CSS pixels; ``None`` leaves it to the view."

    height: NonNegativeInt | None = None
    "The height in CSS pixels; ``None`` leaves it to the view."

    min_width: NonNegativeInt | None = None
    "The least width in CSS pixels."

    min_height: NonNegativeInt | None = None
    "The least height in CSS pixels."

    max_width: NonNegativeInt | None = None
    "The greatest width in CSS pixels."

    max_height: NonNegativeInt | None = None
    "The greatest height in CSS pixels."

    margin: int | tuple[int, int] | tuple[int, int, int, int] | None = None
    "The margin in CSS pixels: one, vertical and horizontal, or clockwise from the top."

    sizing_mode: SizingMode | None = None
    "How the size follows that of the parent."

    width_policy: SizingPolicy = "auto"
    "How the width comes about where ``sizing_mode`` does not say so."

    height_policy: SizingPolicy = "auto"
    "How the height comes about where ``sizing_mode`` does not say so."

    aspect_ratio: Literal["auto"] | float | None = None
    "Width by height, where one follows the other; ``auto`` is that of both fields."

    flow_mode: Literal["block", "inline"] = "block"
    "Whether it is a line of its own or stands in one, where its parent is a text."

    resizable: bool | Literal["width", "height", "both"] = False
    "Whether people may drag its corner to another size, and in which direction."

    elements: list[Model] = []
    "What stands over it, such as a `Panel`, a `Drawer` or a `Tooltip`."

    align: Literal["auto", "start", "center", "end"] | tuple[Align, Align] = "auto"
    "Where it stands in its parent; a pair is horizontal and vertical."

    disabled: bool = False
    "Whether it refuses input, looking greyed out."

    @property
    def background(self) -> str | None:
        """The background colour; short for ``styles["background-color"]``."""
        return self.styles.get("background-color")

    @background.setter
    def background(self, color: str | None) -> None:
        self.styles = {**self.styles, "background-color": color}


class Spacer(LayoutDOM):
    """An empty place of a size."""


class Canvas(Spacer, wire="Spacer"):
    """What figures are drawn on: they have their own, so this is an empty place."""


class FlexBox(LayoutDOM):
    """Children one after another."""

    children: list[LayoutDOM] = []
    "What is laid out, in this order."

    spacing: int = 0
    "The gap between children in CSS pixels."

    def __init__(self, *children: LayoutDOM, **values: Any) -> None:
        if children:
            if "children" in values:
                message = "children were given twice: by position and as 'children'"
                raise ValueError(message)
            values["children"] = list(children)
        super().__init__(**values)


class Row(FlexBox):
    """Children side by side."""


class Column(FlexBox):
    """Children one below another."""


WidgetBox = Column
"The name of columns of widgets before release 2."
