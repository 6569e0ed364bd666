"""What has a place on the page, and what arranges it."""

from typing import Any, Literal

from syncd.model import Model
from syncd.model.specs import NonNegativeInt
from syncd.models.enums import Align, SizingMode


__all__ = ["Column", "FlexBox", "LayoutDOM", "Row", "Spacer"]


class LayoutDOM(Model):
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

    align: Literal["auto", "start", "center", "end"] | tuple[Align, Align] = "auto"
    "Where it stands in its parent; a pair is horizontal and vertical."

    visible: bool = True
    "Whether it is shown at all."

    disabled: bool = False
    "Whether it refuses input, looking greyed out."

    css_classes: list[str] = []
    "Names of CSS classes for its element."

    styles: dict[str, str | None] = {}
    "CSS properties of its element by name."


class Spacer(LayoutDOM):
    """An empty place of a size."""


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
