"""Colour palettes, under the names that Bokeh's authors know.

``RdYlBu3`` is a tuple of colours, ``RdYlBu`` a dictionary of the sizes that
there are, ``viridis(7)`` a palette made to measure.
"""

from __future__ import annotations

import difflib
import sys
from opcode import opmap
from typing import TYPE_CHECKING, Any

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
from .schemes import (
    NAMED,
    all_palettes,
    bokeh,
    brewer,
    colorblind,
    d3,
    mpl,
    small_palettes,
    tol,
)


if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType

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
    "small_palettes",
    "to_rgba_array",
    "tol",
    "turbo",
    "varying_alpha_palette",
    "viridis",
]
__all__ += [*NAMED, *all_palettes]  # noqa: PLE0604  # names, as they are


def to_rgba_array(palette: Iterable[Any]) -> Any:
    """Return a palette as numpy's array of bytes, a row of four for each colour.

    Raises:
        ValueError: A colour is none.
    """
    import numpy as np  # noqa: PLC0415  # few programs need it, and it is not required

    from syncd.colors.named import NamedColor  # noqa: PLC0415  # likewise

    colours = [NamedColor.from_string(colour).to_rgb() for colour in palette]
    rows = [(one.r, one.g, one.b, int(one.a * 255)) for one in colours]
    return np.array(rows, np.uint8).reshape(-1, 4)


def __getattr__(name: str) -> Any:
    """Return a palette or a scheme: there are too many to write down."""
    if name in NAMED:
        return NAMED[name]
    if name in all_palettes:
        return all_palettes[name]
    near = difflib.get_close_matches(name, __all__, 3)
    hint = f"; near it are {', '.join(near)}" if near else ""
    message = f"{__name__} has no palette {name!r}{hint}"
    if name[:1] != "_" and _is_imported(sys._getframe(1)):  # noqa: SLF001  # see there
        raise ImportError(message, name=__name__)
    raise AttributeError(message)


def _is_imported(caller: FrameType) -> bool:
    """Tell whether a name is asked for by ``from … import``.

    That would swallow an AttributeError and what it says, which ``hasattr`` and
    ``getattr`` with a default need.
    """
    return caller.f_code.co_code[caller.f_lasti] == opmap["IMPORT_FROM"]


def __dir__() -> list[str]:
    return sorted({*globals(), *NAMED, *all_palettes})
