"""Counts points in the hexagons of a grid."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any


__all__ = ["count_hexbins"]


def count_hexbins(
    x: Any, y: Any, size: float, orientation: str = "pointytop", aspect_scale: float = 1
) -> list[tuple[int, int, int]]:
    """Return the hexagons with points in them: column, row and number of points.

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
    if orientation not in {"pointytop", "flattop"}:
        message = f"orientation is {orientation!r}, expected 'pointytop' or 'flattop'"
        raise ValueError(message)
    counts: Counter[tuple[int, int]] = Counter()
    for across, along in zip(_numbers(x), _numbers(y), strict=True):
        if not math.isfinite(across + along):
            continue
        if orientation == "pointytop":
            q, r = _axial(across / size * aspect_scale, -along / size)
        else:
            r, q = _axial(-along / size / aspect_scale, across / size)
        counts[_nearest(q, r)] += 1
    return [(q, r, count) for (q, r), count in sorted(counts.items())]


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
