"""Hexagons in a grid, which two axial coordinates name."""

from __future__ import annotations

import math
import sys
from collections import Counter
from typing import Any, NamedTuple


__all__ = [
    "HexBinResult",
    "HexBins",
    "axial_to_cartesian",
    "cartesian_to_axial",
    "hexbin",
]


class HexBins(NamedTuple):
    """How many points lie in which hexagon; a source takes it as it is.

    They are arrays if the points came in arrays, and lists if they came in lists.
    """

    q: Any
    """The columns of the hexagons, in axial coordinates."""

    r: Any
    """The rows of the hexagons, in axial coordinates."""

    counts: Any
    """How many points lie in them."""


HexBinResult = HexBins
"""The name that Bokeh has for it."""


def hexbin(
    x: Any, y: Any, size: float, orientation: str = "pointytop", aspect_scale: float = 1
) -> HexBins:
    """Return the hexagons with points in them.

    Args:
        x: The horizontal positions of the points.
        y: The vertical positions of the points.
        size: The distance of a hexagon's centre from its corners.
        orientation: ``pointytop`` or ``flattop``.
        aspect_scale: The height of hexagons divided by what it would be with
            equal axes.

    Raises:
        ValueError: There is no such orientation.
    """
    places = cartesian_to_axial(
        _numbers(x), _numbers(y), size, orientation, aspect_scale
    )
    found = sorted(Counter(zip(*places, strict=True)).items())
    return HexBins(
        _like(x, [q for (q, _), _ in found]),
        _like(x, [r for (_, r), _ in found]),
        _like(x, [count for _, count in found]),
    )


def cartesian_to_axial(
    x: Any, y: Any, size: float, orientation: str, aspect_scale: float = 1
) -> tuple[Any, Any]:
    """Return the columns and the rows of the hexagons that points lie in.

    Args:
        x: The horizontal positions; points without one are left out.
        y: The vertical positions.
        size: The distance of a hexagon's centre from its corners.
        orientation: ``pointytop`` or ``flattop``.
        aspect_scale: The height of hexagons divided by what it would be with
            equal axes.

    Raises:
        ValueError: There is no such orientation.
    """
    pointed = _is_pointed(orientation)
    columns, rows = [], []
    for across, along in zip(_numbers(x), _numbers(y), strict=True):
        if not math.isfinite(across + along):
            continue
        if pointed:
            q, r = _axial(across / size * aspect_scale, -along / size)
        else:
            r, q = _axial(-along / size / aspect_scale, across / size)
        column, row = _nearest(q, r)
        columns.append(column)
        rows.append(row)
    return _like(x, columns), _like(x, rows)


def axial_to_cartesian(
    q: Any, r: Any, size: float, orientation: str, aspect_scale: float = 1
) -> tuple[Any, Any]:
    """Return where the centres of hexagons are.

    Args:
        q: Their column or, as an array, their columns.
        r: Their row, or rows.
        size: The distance of a hexagon's centre from its corners.
        orientation: ``pointytop`` or ``flattop``.
        aspect_scale: The height of hexagons divided by what it would be with
            equal axes.

    Raises:
        ValueError: There is no such orientation.
    """
    if _is_pointed(orientation):
        return size * math.sqrt(3) * (q + r / 2) / aspect_scale, -size * 1.5 * r
    return size * 1.5 * q, -size * math.sqrt(3) * (r + q / 2) * aspect_scale


def _is_pointed(orientation: str) -> bool:
    if orientation not in {"pointytop", "flattop"}:
        message = f"orientation is {orientation!r}, expected 'pointytop' or 'flattop'"
        raise ValueError(message)
    return orientation == "pointytop"


def _like(points: Any, numbers: list[int]) -> Any:
    """Return numbers as an array if the points are in one, of numpy or of pandas."""
    numpy = sys.modules.get("numpy")
    if numpy is None or not hasattr(points, "__array__"):
        return numbers
    return numpy.array(numbers, dtype="int64")


def _numbers(values: Any) -> list[float]:
    found = values.tolist() if hasattr(values, "tolist") else values
    return [float(value) for value in found]


def _axial(across: float, along: float) -> tuple[float, float]:
    """Return axial coordinates in a grid of hexagons with a corner at the top."""
    return math.sqrt(3) / 3 * across - along / 3, along * 2 / 3


def _nearest(q: float, r: float) -> tuple[int, int]:
    """Return the hexagon that a point lies in."""
    third = -q - r
    rounded = [round(q), round(r), round(third)]
    errors = [abs(rounded[0] - q), abs(rounded[1] - r), abs(rounded[2] - third)]
    worst = errors.index(max(errors))
    if worst == 0:
        rounded[0] = -rounded[1] - rounded[2]
    elif worst == 1:
        rounded[1] = -rounded[0] - rounded[2]
    return rounded[0], rounded[1]
