"""Palettes made from palettes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from syncd.colors.named import NamedColor

from .schemes import NAMED, mix, sample


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .schemes import Palette

_OPAQUE = 255


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
        palette: Colours: their names, or ``#rrggbb``, or ``#rrggbbaa``.
        n: How many to return; it may be more than the palette has.

    Raises:
        ValueError: The palette is empty or has what is no colour, or ``n`` is negative.

    """
    if len(palette) == 0 or n < 0:
        msg = f"cannot mix {n} colours from a palette of {len(palette)}"
        raise ValueError(msg)
    codes = [_code(color) for color in palette]
    if any(len(code) > len("#rrggbb") for code in codes):
        mixed = mix([f"{code}ff"[: len("#rrggbbaa")] for code in codes], n, int)
        return tuple(code.removesuffix("ff") for code in mixed)
    return mix(codes, n, int)


def _code(color: Any) -> str:
    if not isinstance(color, str):
        msg = f"a palette has {color!r}, expected a name or a code such as '#1f77b4'"
        raise ValueError(msg)  # noqa: TRY004 - as for other words that are no colour
    return NamedColor.from_string(color).to_hex()


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


def turbo(n: int) -> Palette:
    """Return as many colours of Turbo, at most 256."""
    return linear_palette(NAMED["Turbo256"], n)


def varying_alpha_palette(
    color: str, n: int | None = None, start_alpha: int = 0, end_alpha: int = 255
) -> Palette:
    """Return a colour that becomes more, or less, opaque.

    Args:
        color: A name, or ``#rrggbb``; an opacity of its own is the most there can be.
        n: How many to return; by default one for each opacity that there is.
        start_alpha: The opacity of the first one, from 0 to 255.
        end_alpha: The opacity of the last one.

    Raises:
        ValueError: An opacity is outside, ``n`` below 1, or ``color`` is no colour.

    """
    for name, alpha in (("start_alpha", start_alpha), ("end_alpha", end_alpha)):
        if not 0 <= alpha <= _OPAQUE:
            msg = f"{name} must be from 0 to {_OPAQUE}, not {alpha}"
            raise ValueError(msg)
    rgb = NamedColor.from_string(color)
    first, last = (round(rgb.a * alpha) for alpha in (start_alpha, end_alpha))
    count = abs(last - first) + 1 if n is None else n
    if count < 1:
        msg = f"n must be at least 1, not {n}"
        raise ValueError(msg)
    step = (last - first) / max(count - 1, 1)
    base = rgb.to_hex()[:7]
    return tuple(f"{base}{round(first + step * place):02x}" for place in range(count))
