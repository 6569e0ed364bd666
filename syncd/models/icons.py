"""Small pictures on buttons."""

from typing import Any

from syncd.model.specs import Color, PositiveInt
from syncd.models.layouts import UIElement


__all__ = ["BuiltinIcon", "Icon", "SVGIcon", "TablerIcon"]


class Icon(UIElement):
    """What all icons have."""

    size: PositiveInt | str = "1em"
    "The size in CSS pixels, or a length such as ``1.2em``."


class BuiltinIcon(Icon):
    """One of the icons that are there."""

    icon_name: str = ""
    """The name of the icon, such as ``help``, ``settings`` or ``x``.

    There are more than a hundred, under the names that `TablerIcon` has for them; of others
    nothing is shown, and the browser's console says so.
    """

    color: Color = "gray"
    "The colour; the default takes that of the words beside it."

    def __init__(self, icon_name: str = "", **values: Any) -> None:
        super().__init__(**{"icon_name": icon_name, **values})


class SVGIcon(Icon):
    """A picture of one's own."""

    svg: str = ""
    "An ``<svg>`` element; scripts and handlers in it are left out."

    def __init__(self, svg: str = "", **values: Any) -> None:
        super().__init__(**{"svg": svg, **values})


class TablerIcon(Icon):
    """An icon by the name that it has in the Tabler set.

    Pages do not load that font: they draw more than a hundred of its icons in lines of their
    own. Of others nothing is shown; `SVGIcon` shows any picture.
    """

    icon_name: str = ""
    "The name of the icon."

    def __init__(self, icon_name: str = "", **values: Any) -> None:
        super().__init__(**{"icon_name": icon_name, **values})
