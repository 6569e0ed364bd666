"""Colour palettes, under the names that Bokeh's authors know.

``RdYlBu3`` is a tuple of colours, ``RdYlBu`` a dictionary of the sizes that
there are, ``viridis(7)`` a palette made to measure.
"""

from __future__ import annotations

from typing import Any

from .blends import (
    cividis,
    diverging_palette,
    gray,
    grey,
    inferno,
    interp_palette,
    linear_palette,
    magma,
    plasma,
    turbo,
    varying_alpha_palette,
    viridis,
)
from .schemes import NAMED, all_palettes, bokeh, brewer, colorblind, d3, mpl, tol


__all__ = [
    "all_palettes",
    "bokeh",
    "brewer",
    "cividis",
    "colorblind",
    "d3",
    "diverging_palette",
    "gray",
    "grey",
    "inferno",
    "interp_palette",
    "linear_palette",
    "magma",
    "mpl",
    "plasma",
    "tol",
    "turbo",
    "varying_alpha_palette",
    "viridis",
]
__all__ += [*NAMED, *all_palettes]  # noqa: PLE0604  # names, as they are


def __getattr__(name: str) -> Any:
    """Return a palette or a scheme: there are too many to write down."""
    if name in NAMED:
        return NAMED[name]
    if name in all_palettes:
        return all_palettes[name]
    msg = f"module {__name__!r} has no palette {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return sorted({*globals(), *NAMED, *all_palettes})
