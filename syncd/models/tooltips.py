"""Words that come up beside something."""

from typing import Literal

from syncd.models.dom import DOMNode
from syncd.models.enums import Anchor
from syncd.models.layouts import LayoutDOM
from syncd.models.nodes import Coordinate
from syncd.models.page_elements import Selector


__all__ = ["Tooltip"]


class Tooltip(LayoutDOM):
    """Words beside something on the page.

    As the ``description`` of an input, or the ``tooltip`` of a `HelpButton`, it comes
    up while the question mark is pointed at or has the focus. As a root of the
    document it stands at its target as long as it is visible.
    """

    content: str | DOMNode | LayoutDOM = ""
    "What it says; a string is words, `syncd.models.dom.HTML` is markup."

    position: Anchor | tuple[float, float] | Coordinate | None = None
    """The place of its target that it stands at.

    A word, or CSS pixels from the upper left corner; ``None`` is the middle. Within
    a figure an `XY` is in values of its axes, an `Indexed` the place of a row, and a
    `Node` that of a box; while that is beyond the frame, nothing is shown.
    """

    target: Literal["auto"] | LayoutDOM | Selector = "auto"
    """What it stands at; ``auto`` is what it is the tooltip of, or else the page.

    A `Selector` finds an element of the page around the document.
    """

    attachment: Literal[
        "auto", "horizontal", "vertical", "left", "right", "above", "below"
    ] = "auto"
    "The side of its place that it stands on; ``auto`` goes by ``position``."

    show_arrow: bool = True
    "Whether an arrow points at its place."

    interactive: bool = True
    "Whether what is in it can be pointed at and pressed."

    closable: bool = False
    "Whether it has a button that closes it."

    visible: bool = False
    "Whether it stands there without being asked for."
