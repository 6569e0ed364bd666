"""CSS's named colours by their hue: ``list(groups.blue)``, ``groups.blue[3]``.

The groups, and the order in them, are those of Wikipedia's article on web colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from syncd.colors.named import NamedColor


if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "black",
    "blue",
    "brown",
    "cyan",
    "green",
    "orange",
    "pink",
    "purple",
    "red",
    "white",
    "yellow",
]


class ColorGroup(Sequence[NamedColor]):
    """Colours of a hue, by their place or their name.

    Args:
        names: What CSS calls them.
    """

    __name__: str
    "What the group is called."

    def __init__(self, *names: str) -> None:
        self._names = names

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[NamedColor]:
        return iter([NamedColor.from_string(name) for name in self._names])  # type: ignore[misc]  # CSS has them all

    @overload
    def __getitem__(self, key: int | str) -> NamedColor: ...
    @overload
    def __getitem__(self, key: slice) -> list[NamedColor]: ...
    def __getitem__(self, key: int | str | slice) -> NamedColor | list[NamedColor]:
        colors: list[NamedColor] = [*self]
        if not isinstance(key, str):
            return colors[key]
        if key.lower() in self._names:
            return colors[self._names.index(key.lower())]
        message = f"no colour {key!r} here; there are {', '.join(self._names)}"
        raise KeyError(message)


black = ColorGroup(
    "gainsboro",
    "lightgray",
    "silver",
    "darkgray",
    "gray",
    "dimgray",
    "lightslategray",
    "slategray",
    "darkslategray",
    "black",
)
blue = ColorGroup(
    "lightsteelblue",
    "powderblue",
    "lightblue",
    "skyblue",
    "lightskyblue",
    "deepskyblue",
    "dodgerblue",
    "cornflowerblue",
    "steelblue",
    "royalblue",
    "blue",
    "mediumblue",
    "darkblue",
    "navy",
    "midnightblue",
)
brown = ColorGroup(
    "cornsilk",
    "blanchedalmond",
    "bisque",
    "navajowhite",
    "wheat",
    "burlywood",
    "tan",
    "rosybrown",
    "sandybrown",
    "goldenrod",
    "darkgoldenrod",
    "peru",
    "chocolate",
    "saddlebrown",
    "sienna",
    "brown",
    "maroon",
)
cyan = ColorGroup(
    "mediumaquamarine",
    "aqua",
    "cyan",
    "lightcyan",
    "paleturquoise",
    "aquamarine",
    "turquoise",
    "mediumturquoise",
    "darkturquoise",
    "lightseagreen",
    "cadetblue",
    "darkcyan",
    "teal",
)
green = ColorGroup(
    "darkolivegreen",
    "olive",
    "olivedrab",
    "yellowgreen",
    "limegreen",
    "lime",
    "lawngreen",
    "chartreuse",
    "greenyellow",
    "springgreen",
    "mediumspringgreen",
    "lightgreen",
    "palegreen",
    "darkseagreen",
    "mediumseagreen",
    "seagreen",
    "forestgreen",
    "green",
    "darkgreen",
)
orange = ColorGroup(
    "orangered",
    "tomato",
    "coral",
    "darkorange",
    "orange",
)
pink = ColorGroup(
    "pink",
    "lightpink",
    "hotpink",
    "deeppink",
    "palevioletred",
    "mediumvioletred",
)
purple = ColorGroup(
    "lavender",
    "thistle",
    "plum",
    "violet",
    "orchid",
    "fuchsia",
    "magenta",
    "mediumorchid",
    "mediumpurple",
    "blueviolet",
    "darkviolet",
    "darkorchid",
    "darkmagenta",
    "purple",
    "indigo",
    "darkslateblue",
    "slateblue",
    "mediumslateblue",
)
red = ColorGroup(
    "lightsalmon",
    "salmon",
    "darksalmon",
    "lightcoral",
    "indianred",
    "crimson",
    "firebrick",
    "darkred",
    "red",
)
white = ColorGroup(
    "white",
    "snow",
    "honeydew",
    "mintcream",
    "azure",
    "aliceblue",
    "ghostwhite",
    "whitesmoke",
    "seashell",
    "beige",
    "oldlace",
    "floralwhite",
    "ivory",
    "antiquewhite",
    "linen",
    "lavenderblush",
    "mistyrose",
)
yellow = ColorGroup(
    "yellow",
    "lightyellow",
    "lemonchiffon",
    "lightgoldenrodyellow",
    "papayawhip",
    "moccasin",
    "peachpuff",
    "palegoldenrod",
    "khaki",
    "darkkhaki",
    "gold",
)

for _name in __all__:
    _group = globals()[_name]
    if isinstance(_group, ColorGroup):
        _group.__name__ = _name
