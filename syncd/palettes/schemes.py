"""Every palette by name and by size."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .brewer import DIVERGING, QUALITATIVE, SEQUENTIAL
from .categories import CATEGORIES
from .ramps import RAMPS
from .tol import TOL_FIRST, TOL_ROWS, TOL_TEXTS


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    ToLevel: TypeAlias = Callable[[float], int]

Palette: TypeAlias = tuple[str, ...]
"""Colours as ``#rrggbb``."""

Sizes: TypeAlias = dict[int, Palette]
"""A scheme: the number of colours to a palette of as many."""

_SMALLEST = 3
"""Colours of the smallest palette of a scheme."""

_RAMP_SIZES = (*range(_SMALLEST, 12), 256)
"""Sizes in which a continuous map is offered."""


def sample(palette: Palette, size: int) -> Palette:
    """Return as many colours, evenly spaced over a palette."""
    if size == 1:
        return palette[:1]
    last = len(palette) - 1
    return tuple(palette[last * step // (size - 1)] for step in range(size))


def mix(palette: Sequence[str], size: int, to_level: ToLevel = round) -> Palette:
    """Return colours evenly spaced between those of a palette.

    Args:
        palette: Colours as ``#rrggbb``, or all of them as ``#rrggbbaa``.
        size: How many to return.
        to_level: Makes a channel, from 0 to 255, of what is between two.
    """
    channels = [_channels(colour) for colour in palette]
    span = len(channels) - 1
    mixed = []
    for step in range(size):
        position = span * step / (size - 1) if size > 1 else 0.0
        left = min(int(position), max(span - 1, 0))
        right = min(left + 1, span)
        share = position - left
        pairs = zip(channels[left], channels[right], strict=True)
        levels = (to_level(low + (high - low) * share) for low, high in pairs)
        mixed.append("#" + "".join(f"{level:02x}" for level in levels))
    return tuple(mixed)


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour.removeprefix("#")
    return tuple(int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))


def _colours(row: str) -> Palette:
    return tuple(f"#{digits}" for digits in row.split())


def _listed(rows: tuple[str, ...]) -> Sizes:
    return {row.count(" ") + 1: _colours(row) for row in rows}


def _prefixes(row: str) -> Sizes:
    longest = _colours(row)
    return {size: longest[:size] for size in range(_SMALLEST, len(longest) + 1)}


def _ramp(digits: str) -> Sizes:
    longest = tuple(f"#{digits[at : at + 6]}" for at in range(0, len(digits), 6))
    return {size: sample(longest, size) for size in _RAMP_SIZES}


brewer: dict[str, Sizes] = {
    **{name: _listed(rows) for name, rows in (SEQUENTIAL | DIVERGING).items()},
    **{name: _prefixes(row) for name, row in QUALITATIVE.items()},
}
"""The ColorBrewer schemes."""

_greys = tuple(f"#{level:02x}{level:02x}{level:02x}" for level in range(256))

brewer["Greys"] |= {size: sample(_greys, size) for size in (10, 11, 256)}

for _name in ("Blues", "Greens", "Oranges", "Purples", "Reds"):
    brewer[_name][256] = mix(brewer[_name][9], 256)

d3: dict[str, Sizes] = {
    name: _prefixes(row)
    for name, row in CATEGORIES.items()
    if name.startswith("Category")
}
"""The schemes of D3."""

colorblind: dict[str, Sizes] = {"Colorblind": _prefixes(CATEGORIES["Colorblind"])}
"""A scheme for people who tell few hues apart."""

bokeh: dict[str, Sizes] = {"Bokeh": _prefixes(CATEGORIES["Bokeh"])}
"""The colours of Bokeh's emblem."""

bokeh["Bokeh"][7] = (*bokeh["Bokeh"][6], bokeh["Bokeh"][8][-1])

_ramps: dict[str, Sizes] = {name: _ramp(digits) for name, digits in RAMPS.items()}

mpl: dict[str, Sizes] = {
    name: sizes for name, sizes in _ramps.items() if name != "Turbo"
}
"""The perceptually uniform maps that came with Matplotlib."""

tol: dict[str, Sizes] = {
    **{name: _prefixes(row) for name, row in TOL_FIRST.items()},
    **{name: _listed(rows) for name, rows in TOL_ROWS.items()},
}
"""The schemes of Paul Tol."""

all_palettes: dict[str, Sizes] = {
    **brewer,
    **d3,
    **_ramps,
    **colorblind,
    **tol,
    **bokeh,
}
"""Every scheme."""

_LARGE = 256

small_palettes: dict[str, Sizes] = {
    name: {size: row for size, row in sizes.items() if size != _LARGE}
    if name in _ramps or name == "Greys"
    else dict(sizes)
    for name, sizes in all_palettes.items()
}
"""Every scheme; those that run through all shades without their largest palette."""


def _named() -> dict[str, Palette]:
    """Return every palette by the name that Bokeh's authors know.

    A scheme whose own name ends in a digit has an underscore before the size:
    ``Category10_3``, but ``RdYlBu3``.
    """
    named = {}
    for scheme, sizes in all_palettes.items():
        parted = scheme[-1].isdigit() or scheme.startswith("Category")
        for size, palette in sizes.items():
            named[f"{scheme}{'_' if parted else ''}{size}"] = palette
    named.update((name, _colours(row)) for name, row in TOL_TEXTS.items())
    return named


NAMED: dict[str, Palette] = _named()
"""Every palette, by names such as ``RdYlBu3`` and ``Category10_10``."""
