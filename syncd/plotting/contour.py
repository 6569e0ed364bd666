"""Lines of equal values and the areas between them, as contourpy finds them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from syncd.models.composites import ContourRenderer
from syncd.models.glyphs import MultiLine, MultiPolygons
from syncd.models.looks import FillLooks, HatchLooks, LineLooks
from syncd.plotting.glyphs import GlyphCall, make_renderer


if TYPE_CHECKING:
    from syncd.models.renderers import GlyphRenderer

__all__ = ["ContourData", "FillData", "LineData", "contour_data", "from_contour"]


_HEX = re.compile("#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class FillData:
    """The areas between levels: of each polygons, of these the outer ring and holes."""

    xs: list[list[list[Any]]]
    ys: list[list[list[Any]]]
    lower_levels: list[float]
    upper_levels: list[float]

    def asdict(self) -> dict[str, Any]:
        """Return the columns of a source."""
        return dict(vars(self))


@dataclass(frozen=True)
class LineData:
    """The lines of levels; ``NaN`` stands between the parts of each."""

    xs: list[Any]
    ys: list[Any]
    levels: list[float]

    def asdict(self) -> dict[str, Any]:
        """Return the columns of a source."""
        return dict(vars(self))


@dataclass(frozen=True)
class ContourData:
    """What `contour_data` returns and `ContourRenderer.set_data` takes."""

    fill_data: FillData | None
    line_data: LineData | None


def contour_data(
    x: Any = None,
    y: Any = None,
    z: Any = None,
    levels: Any = None,
    *,
    want_fill: bool = True,
    want_line: bool = True,
) -> ContourData:
    """Return contours of values on a grid.

    Args:
        x: Where the columns stand: one number for each, or as many as ``z`` has;
            ``None`` counts from 0.
        y: Where the rows stand, likewise.
        z: The values, in rows of columns; NaN and what is masked is left out.
        levels: The values of the lines, ascending.
        want_fill: Whether to find the areas between two levels.
        want_line: Whether to find the lines.

    Raises:
        ValueError: The levels do not ascend, there is none, or neither areas nor
            lines are wanted.
        ImportError: contourpy is not installed.
    """
    heights = _ascending(levels)
    want_fill = want_fill and len(heights) > 1
    if not want_fill and not want_line:
        message = "contour_data finds areas between two levels, or lines: got neither"
        raise ValueError(message)
    contourpy = _contourpy()
    found = contourpy.contour_generator(
        x,
        y,
        z,
        line_type=contourpy.LineType.ChunkCombinedNan,
        fill_type=contourpy.FillType.OuterOffset,
    )
    return ContourData(
        _areas(found, heights) if want_fill else None,
        _lines(found, heights) if want_line else None,
    )


def from_contour(
    x: Any = None, y: Any = None, z: Any = None, levels: Any = None, **visuals: Any
) -> ContourRenderer:
    """Return what draws contours of values on a grid.

    Areas are drawn if there is a ``fill_color``, lines if there is a
    ``line_color``.

    Args:
        x: Where the columns stand, as for `contour_data`.
        y: Where the rows stand.
        z: The values.
        levels: The values of the lines, ascending.
        **visuals: Looks of lines, areas and hatches: one for all, or one for each
            level, or for each two that follow each other. Colours may also be a
            palette of any length, or palettes by their lengths.

    Raises:
        ValueError: As of `contour_data`, or something else than looks was given.
        ImportError: contourpy is not installed.
    """
    heights = _ascending(levels)
    looks = {name: value for name, value in visuals.items() if value is not None}
    lines = _own(looks, LineLooks)
    areas = _own(looks, FillLooks, HatchLooks)
    if looks:
        message = f"from_contour() takes looks of lines, areas and hatches, got {', '.join(looks)}"
        raise ValueError(message)
    want_fill = "fill_color" in areas and len(heights) > 1
    want_line = "line_color" in lines
    data = contour_data(x, y, z, heights, want_fill=want_fill, want_line=want_line)
    for name in ("fill_color", "hatch_color"):
        if name in areas:
            areas[name] = _colors(areas[name], len(heights) - 1)
    if want_line:
        lines["line_color"] = _colors(lines["line_color"], len(heights))
    bare = {"line_alpha": 0, "line_width": 0}
    renderer = ContourRenderer(
        fill_renderer=_renderer(MultiPolygons, areas | bare if want_fill else bare),
        line_renderer=_renderer(MultiLine, lines if want_line else {}),
        levels=heights,
    )
    renderer.set_data(data)
    return renderer


def _renderer(shape: Any, looks: dict[str, Any]) -> GlyphRenderer:
    """Return what draws shapes that are to come; looks of each are columns already."""
    kept = {name: value for name, value in looks.items() if not _varies(value)}
    columns = {name: value for name, value in looks.items() if _varies(value)}
    rows = len(next(iter(columns.values()), ()))
    source = {"xs": [[]] * rows, "ys": [[]] * rows, **columns}
    call = GlyphCall(
        shape,
        ("xs", "ys"),
        ("xs", "ys"),
        kept | {name: {"field": name} for name in columns} | {"source": source},
    )
    return make_renderer(call, faded={})


def _varies(value: Any) -> bool:
    return isinstance(value, list | tuple) or hasattr(value, "__array__")


def _own(looks: dict[str, Any], *parts: Any) -> dict[str, Any]:
    """Take the looks out that parts of models have."""
    names = {name for part in parts for name in _names(part)}
    return {name: looks.pop(name) for name in [*looks] if name in names}


def _names(part: Any) -> set[str]:
    """Return the names of the looks that a part adds to what all models have."""
    base = part.__mro__[1]
    return set(part.fields()) - set(base.fields())


def _ascending(levels: Any) -> list[float]:
    heights = [] if levels is None else [float(level) for level in levels]
    if not heights:
        message = "contours need at least one level: levels=[…]"
        raise ValueError(message)
    for number, (low, high) in enumerate(pairwise(heights)):
        if not low < high:
            message = (
                f"levels must ascend, but item {number + 1}, {high}, follows {low}"
            )
            raise ValueError(message)
    return heights


def _contourpy() -> Any:
    try:
        return import_module("contourpy")
    except ImportError:
        message = "contours are found by contourpy, which is not installed: pip install contourpy"
        raise ImportError(message, name="contourpy") from None


def _areas(found: Any, levels: list[float]) -> FillData:
    xs, ys = [], []
    for low, high in pairwise(levels):
        parts = [
            [points[start:end] for start, end in pairwise(offsets)]
            for points, offsets in zip(*found.filled(low, high), strict=True)
        ]
        xs.append([[ring[:, 0] for ring in rings] for rings in parts])
        ys.append([[ring[:, 1] for ring in rings] for rings in parts])
    return FillData(xs, ys, levels[:-1], levels[1:])


def _lines(found: Any, levels: list[float]) -> LineData:
    points = [found.lines(level)[0][0] for level in levels]
    return LineData(
        [[] if each is None else each[:, 0] for each in points],
        [[] if each is None else each[:, 1] for each in points],
        levels,
    )


def _colors(colors: Any, count: int) -> Any:
    """Return as many colours as needed, of a palette or of palettes by their lengths."""
    if isinstance(colors, Mapping):
        if not {"value", "field", "expr"}.isdisjoint(colors):
            return colors
        if not colors:
            message = "expected palettes by their lengths, got none"
            raise ValueError(message)
        nearest = min(colors, key=lambda length: (abs(length - count), -length))
        colors = colors.get(count, colors[nearest])
    is_one = isinstance(colors, str | bytes) or _is_rgb(colors)
    if is_one or not isinstance(colors, Sequence) or len(colors) == count:
        return colors
    if not all(isinstance(color, str) and _HEX.fullmatch(color) for color in colors):
        message = (
            f"{len(colors)} colours were given for {count} contours: give as many, or"
            " a palette of colours as #rrggbb, which can be mixed"
        )
        raise ValueError(message)
    from syncd.palettes import interp_palette  # noqa: PLC0415 - all palettes are many

    return interp_palette(list(colors), count)


def _is_rgb(color: Any) -> bool:
    return isinstance(color, tuple) and all(
        isinstance(part, int | float) for part in color
    )
