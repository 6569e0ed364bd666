"""Palettes made from palettes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .schemes import NAMED, sample


if TYPE_CHECKING:
    from collections.abc import Sequence

    from .schemes import Palette


def linear_palette(palette: Sequence[str], n: int) -> Palette:
    """Return colours evenly spaced over a palette.

    Args:
        palette: The colours to choose from.
        n: How many to return, at most as many as the palette has.

    Raises:
        ValueError: The palette has fewer colours.

    """
    if not 0 <= n <= len(palette):
        msg = f"cannot take {n} colours from a palette of {len(palette)}"
        raise ValueError(msg)
    return sample(tuple(palette), n)


def diverging_palette(
    palette1: Sequence[str], palette2: Sequence[str], n: int, midpoint: float = 0.5
) -> Palette:
    """Join two palettes so that they meet at a middle.

    The second palette is turned round: both bring their end to the middle.

    Args:
        palette1: Colours below the middle.
        palette2: Colours above it.
        n: How many colours to return.
        midpoint: Where the palettes meet, as a share of ``n`` from 0 to 1.

    """
    below = math.floor(n * midpoint + 0.5)
    above = tuple(reversed(palette2))
    return linear_palette(palette1, below) + linear_palette(above, n - below)


def interp_palette(palette: Sequence[str], n: int) -> Palette:
    """Return colours mixed between the neighbours in a palette.

    Args:
        palette: Colours as ``#rrggbb``.
        n: How many to return; it may be more than the palette has.

    Raises:
        ValueError: The palette is empty, or ``n`` is negative.

    """
    if not palette or n < 0:
        msg = f"cannot mix {n} colours from a palette of {len(palette)}"
        raise ValueError(msg)
    channels = [_channels(colour) for colour in palette]
    span = len(channels) - 1
    mixed = []
    for step in range(n):
        position = span * step / (n - 1) if n > 1 else 0.0
        left = min(int(position), max(span - 1, 0))
        right = min(left + 1, span)
        share = position - left
        pairs = zip(channels[left], channels[right], strict=True)
        levels = (int(low + (high - low) * share) for low, high in pairs)
        mixed.append("#" + "".join(f"{level:02x}" for level in levels))
    return tuple(mixed)


def viridis(n: int) -> Palette:
    """Return as many colours of Viridis, at most 256."""
    return linear_palette(NAMED["Viridis256"], n)


def magma(n: int) -> Palette:
    """Return as many colours of Magma, at most 256."""
    return linear_palette(NAMED["Magma256"], n)


def inferno(n: int) -> Palette:
    """Return as many colours of Inferno, at most 256."""
    return linear_palette(NAMED["Inferno256"], n)


def plasma(n: int) -> Palette:
    """Return as many colours of Plasma, at most 256."""
    return linear_palette(NAMED["Plasma256"], n)


def cividis(n: int) -> Palette:
    """Return as many colours of Cividis, at most 256."""
    return linear_palette(NAMED["Cividis256"], n)


def grey(n: int) -> Palette:
    """Return as many levels of grey from black to white, at most 256."""
    return linear_palette(NAMED["Greys256"], n)


gray = grey


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def turbo(n: int) -> Palette:
    """Return as many colours of Turbo, at most 256."""
    return linear_palette(NAMED["Turbo256"], n)
