"""Colours by their channels."""

from __future__ import annotations

import colorsys
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias


if TYPE_CHECKING:
    from typing import Self

__all__ = ["HSL", "RGB", "Color", "ColorLike"]

_MOST = 255
"""The highest value of a channel of light."""

_TURN = 360
"""Degrees of all hues."""

_WEIGHTS_OF_BRIGHTNESS = (0.299, 0.587, 0.114)
"""How bright red, green and blue seem (https://alienryderflex.com/hsp.html)."""

_WEIGHTS_OF_LUMINANCE = (0.2126, 0.7152, 0.0722)
"""The shares of the channels (WCAG 2.2, relative luminance)."""


_GAMMA = 2.2
"""How much more light a channel of twice the value gives, as a power of 2."""


class Color(ABC):
    """A colour that does not change."""

    @classmethod
    def clamp(cls, value: float, maximum: float | None = None) -> float:
        """Return a number that is not below 0, and not above the maximum."""
        return max(value, 0) if maximum is None else min(max(value, 0), maximum)

    @abstractmethod
    def to_rgb(self) -> RGB:
        """Return the same colour by its light."""

    @abstractmethod
    def to_hsl(self) -> HSL:
        """Return the same colour by its hue."""

    @abstractmethod
    def to_css(self) -> str:
        """Return the colour as CSS writes it."""

    @abstractmethod
    def lighten(self, amount: float) -> Self:
        """Return a lighter colour: its lightness, from 0 to 1, grows by the amount."""

    def darken(self, amount: float) -> Self:
        """Return a darker colour: its lightness, from 0 to 1, falls by the amount."""
        return self.lighten(-amount)

    def __str__(self) -> str:
        return self.to_css()


@dataclass(frozen=True, repr=False)
class RGB(Color):
    """A colour by its light.

    Args:
        r: Red, from 0 to 255.
        g: Green.
        b: Blue.
        a: Opacity, from 0 to 1.
    """

    r: float
    g: float
    b: float
    a: float = 1.0

    @classmethod
    def from_hex_string(cls, text: str) -> RGB:
        """Return the colour that is written ``#rgb``, ``#rgba`` or in pairs.

        Raises:
            ValueError: It is none.
        """
        digits = text.removeprefix("#")
        if len(digits) in {3, 4}:
            digits = "".join(2 * digit for digit in digits)
        try:
            levels = bytes.fromhex(digits)
            red, green, blue, alpha = levels if len(levels) > 3 else (*levels, _MOST)  # noqa: PLR2004 - channels
        except ValueError:
            message = f"{text!r} is no colour like '#rrggbb' or '#rrggbbaa'"
            raise ValueError(message) from None
        return cls(red, green, blue, alpha / _MOST)

    @classmethod
    def from_tuple(cls, channels: tuple[float, ...]) -> RGB:
        """Return the colour of three or four channels."""
        return cls(*channels)

    @classmethod
    def from_rgb(cls, color: RGB) -> RGB:
        """Return the same colour."""
        return color

    @classmethod
    def from_hsl(cls, color: HSL) -> RGB:
        """Return the same colour by its light."""
        return color.to_rgb()

    @property
    def brightness(self) -> float:
        """How bright the colour seems, from 0 to 1."""
        squares = (
            weight * channel**2
            for weight, channel in zip(
                _WEIGHTS_OF_BRIGHTNESS, (self.r, self.g, self.b), strict=True
            )
        )
        return float(sum(squares) ** 0.5) / _MOST

    @property
    def luminance(self) -> float:
        """How much light the colour gives, from 0 to 1."""
        return sum(
            weight * float((channel / _MOST) ** _GAMMA)
            for weight, channel in zip(
                _WEIGHTS_OF_LUMINANCE, (self.r, self.g, self.b), strict=True
            )
        )

    def copy(self) -> RGB:
        """Return the same colour."""
        return self

    def lighten(self, amount: float) -> RGB:
        """Return a lighter colour: its lightness, from 0 to 1, grows by the amount."""
        return self.to_hsl().lighten(amount).to_rgb()

    def to_css(self) -> str:
        """Return the colour as CSS writes it."""
        return (
            f"rgb({self.r}, {self.g}, {self.b})"
            if self.a == 1
            else f"rgba({self.r}, {self.g}, {self.b}, {self.a})"
        )

    def to_hex(self) -> str:
        """Return ``#rrggbb``, or ``#rrggbbaa`` if the colour lets others through."""
        levels = [*map(_level, (self.r, self.g, self.b))]
        if self.a < 1:
            levels.append(_level(self.a * _MOST))
        return "#" + bytes(levels).hex()

    def to_hsl(self) -> HSL:
        """Return the same colour by its hue."""
        channels = (channel / _MOST for channel in (self.r, self.g, self.b))
        hue, lightness, saturation = colorsys.rgb_to_hls(*channels)
        return HSL(round(hue * _TURN), saturation, lightness, self.a)

    def to_rgb(self) -> RGB:
        """Return the same colour by its light."""
        return self

    __repr__ = Color.__str__


@dataclass(frozen=True, repr=False)
class HSL(Color):
    """A colour by its hue.

    Args:
        h: Hue, in degrees from 0 to 360.
        s: Saturation, from 0 to 1.
        l: Lightness, from 0 to 1.
        a: Opacity, from 0 to 1.
    """

    h: float
    s: float
    l: float  # noqa: E741 - its name everywhere
    a: float = 1.0

    @classmethod
    def from_hsl(cls, color: HSL) -> HSL:
        """Return the same colour."""
        return color

    @classmethod
    def from_rgb(cls, color: RGB) -> HSL:
        """Return the same colour by its hue."""
        return color.to_hsl()

    def copy(self) -> HSL:
        """Return the same colour."""
        return self

    def lighten(self, amount: float) -> HSL:
        """Return a lighter colour: its lightness, from 0 to 1, grows by the amount."""
        return replace(self, l=self.clamp(self.l + amount, 1))

    def to_css(self) -> str:
        """Return the colour as CSS writes it."""
        parts = f"{self.h}, {self.s * 100}%, {self.l * 100}%"
        return f"hsl({parts})" if self.a == 1 else f"hsla({parts}, {self.a})"

    def to_hsl(self) -> HSL:
        """Return the same colour by its hue."""
        return self

    def to_rgb(self) -> RGB:
        """Return the same colour by its light."""
        channels = colorsys.hls_to_rgb(self.h / _TURN, self.l, self.s)
        red, green, blue = (round(channel * _MOST) for channel in channels)
        return RGB(red, green, blue, self.a)

    __repr__ = Color.__str__


def _level(channel: float) -> int:
    return round(Color.clamp(channel, _MOST))


ColorLike: TypeAlias = str | Color | tuple[int, int, int] | tuple[int, int, int, float]
"""What stands for a colour wherever one is taken."""
