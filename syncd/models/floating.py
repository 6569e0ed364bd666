"""What stands over the page, or at one of its edges."""

from typing import Any, Literal

from syncd.model import Model
from syncd.model.specs import NonNegative
from syncd.models.enums import Anchor, Place
from syncd.models.layouts import UIElement
from syncd.models.nodes import Coordinate, Node
from syncd.models.tabs import TabPanel


__all__ = ["Drawer", "Examiner", "Pane", "Panel"]


class Pane(UIElement):
    """A place for elements, without a look of its own."""

    elements: list[Model | str] = []
    "What is in it, one below another."


class Panel(Pane):
    """A place for elements that stands at a point of what it belongs to."""

    position: Coordinate | None = None
    """The point; nothing is shown while it is nowhere, or beyond the frame of a figure.

    An `XY` is in values of the figure that the panel is one of the ``elements`` of, or
    else in CSS pixels; a `Node` is a place of a box, an `Indexed` that of a row.
    """

    anchor: Anchor | tuple[float, float] = "top_left"
    "The part of the panel that is at the point; numbers are shares of its size."

    width: Literal["auto"] | int | Node = "auto"
    "The width in CSS pixels, or that of a box; ``auto`` leaves it to what is inside."

    height: Literal["auto"] | int | Node = "auto"
    "The height in CSS pixels, or that of a box; ``auto`` leaves it to what is inside."

    def __new__(cls, **values: Any) -> Any:
        """Make a `TabPanel` of a ``child``: before release 3 this was its name."""
        return TabPanel(**values) if "child" in values else super().__new__(cls)


class Drawer(Pane):
    """A place for elements that comes out of an edge.

    It is at an edge of the window if it is a root, and at an edge of what it is
    one of the ``elements`` of otherwise.
    """

    location: Place = "left"
    "The edge that it comes out of."

    open: bool = False
    "Whether it is out; people set it with the handle of the drawer."

    size: NonNegative | str = 300
    "Its width or height in CSS pixels, or a length such as ``30vw``."

    resizable: bool = False
    "Whether people can drag its inner edge to another size."


class Examiner(UIElement):
    """A list of models with what their fields hold, for those who make applications."""

    target: Model | None = None
    "The model that is listed with all that it holds; ``None`` is the whole document."
