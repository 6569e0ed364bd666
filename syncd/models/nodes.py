"""Places that are named instead of counted."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, TypeAlias

from syncd.model import Model
from syncd.models.ranges import Bound


__all__ = ["XY", "Coordinate", "Indexed", "Node"]

Value: TypeAlias = Bound | str
"""A value of an axis: a number, a time, or a factor."""


class Coordinate(Model):
    """A place."""


class XY(Coordinate):
    """A place at values of a figure's axes."""

    x: Value = 0.0
    "The horizontal value."

    y: Value = 0.0
    "The vertical value."


class Indexed(Coordinate):
    """The place of a row that a renderer draws."""

    index: int = 0
    "The number of the row, from 0."

    renderer: Model | None = None
    "The `GlyphRenderer` that draws the row."


class BoxNodes:
    """The places of a box, as attributes such as ``left`` or ``top_center``."""

    symbols = (
        *("left", "right", "top", "bottom", "width", "height"),
        *("top_left", "top_center", "top_right"),
        *("center_left", "center", "center_right"),
        *("bottom_left", "bottom_center", "bottom_right"),
    )
    """What a box has."""

    def __init__(self, target: Model | str) -> None:
        self.target = target

    def __getattr__(self, symbol: str) -> Node:
        if symbol not in self.symbols:
            message = f"a box has no {symbol!r}; it has {', '.join(self.symbols)}"
            raise AttributeError(message)
        return Node(target=self.target, symbol=symbol)


class Node(Coordinate):
    """A place of a box by its name, such as the left side of the frame."""

    target: Literal["viewport", "canvas", "plot", "frame", "parent"] | Model = "frame"
    """Whose place it is.

    The frame around the data (``frame``, ``parent``), all of the figure (``plot``,
    ``canvas``, ``viewport``), or a `BoxAnnotation`, a figure or another element.
    """

    symbol: str = "center"
    """Which place: a side such as ``left``, or a corner such as ``top_left``.

    ``top_center``, ``center`` and their kin are middles, ``width`` and ``height``
    lengths in CSS pixels.
    """

    offset: int = 0
    "How far to the right and down of it, in CSS pixels."

    canvas: ClassVar[BoxNodes] = BoxNodes("canvas")
    plot: ClassVar[BoxNodes] = BoxNodes("plot")
    frame: ClassVar[BoxNodes] = BoxNodes("frame")
    parent: ClassVar[BoxNodes] = BoxNodes("parent")

    def __init__(self, **values: Any) -> None:
        symbol = values.get("symbol")
        if isinstance(symbol, str) and symbol not in BoxNodes.symbols:
            known = ", ".join(BoxNodes.symbols)
            message = f"Node.symbol is {symbol!r}, expected one of {known}"
            raise ValueError(message)
        super().__init__(**values)
