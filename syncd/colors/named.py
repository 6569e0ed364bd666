"""CSS's colours by their names: ``from syncd.colors.named import tomato``."""

from __future__ import annotations

from dataclasses import dataclass

from syncd.colors.color import RGB
from syncd.colors.css import COLOR_NAMES


__all__ = ["NamedColor", "colors"]


@dataclass(frozen=True, repr=False)
class NamedColor(RGB):
    """A colour that has a name, which is how it is written.

    Args:
        name: What CSS calls it.
    """

    name: str = ""

    @classmethod
    def find(cls, name: str) -> NamedColor | None:
        """Return the colour of a name, in any case, or nothing."""
        digits = COLOR_NAMES.get(name.lower())
        if digits is None:
            return None
        red, green, blue = bytes.fromhex(digits)
        return cls(red, green, blue, name=name.lower())

    @classmethod
    def from_string(cls, text: str) -> RGB:
        """Return the colour that is written as a name, or as ``#rrggbb``.

        Raises:
            ValueError: It is neither.
        """
        return cls.find(text) or RGB.from_hex_string(text)

    def to_css(self) -> str:
        """Return the name."""
        return self.name


colors = tuple(NamedColor.from_string(name) for name in COLOR_NAMES)
"""All of them."""


def __getattr__(name: str) -> NamedColor:
    color = NamedColor.find(name)
    if color is None:
        message = f"module {__name__!r} has no colour {name!r}"
        raise AttributeError(message)
    return color


def __dir__() -> list[str]:
    return sorted({*globals(), *COLOR_NAMES})
