"""The methods of figures that draw what most figures show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.models import Circle, HBar, Line, Scatter, Text, VBar
from syncd.plotting.markers import MarkerMethods
from syncd.plotting.stacks import StackMethods
from syncd.util.deprecation import deprecated


if TYPE_CHECKING:
    from syncd.models import GlyphRenderer

__all__ = ["GlyphMethods"]

_SHORT_MARKERS = {
    "*": "asterisk",
    "+": "cross",
    "o": "circle",
    "o+": "circle_cross",
    "o.": "circle_dot",
    "ox": "circle_x",
    "oy": "circle_y",
    "-": "dash",
    ".": "dot",
    "v": "inverted_triangle",
    "^": "triangle",
    "^.": "triangle_dot",
}


class GlyphMethods(MarkerMethods, StackMethods):
    """Draw glyphs: everything that figures and the planes within them can."""

    __slots__ = ()

    def line(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw a line through points ``x``, ``y``.

        Args:
            *args: ``x`` and ``y``: sequences, or names of columns.
            **values: Fields of the `Line`, of its renderer, ``source``,
                ``legend_label``, ``color``, ``alpha``.
        """
        return self._draw(Line, ("x", "y"), args, values)

    def scatter(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw markers at points ``x``, ``y``.

        Args:
            *args: ``x``, ``y``, ``size`` in CSS pixels, ``angle`` in radians:
                sequences, or names of columns.
            **values: Fields of the `Scatter`, such as ``marker``, of its
                renderer, ``source``, ``legend_label``, ``color``, ``alpha``.
        """
        marker = values.get("marker")
        if isinstance(marker, str):
            values["marker"] = _SHORT_MARKERS.get(marker, marker)
        if "radius" in values and values.pop("marker", "circle") == "circle":
            return self._draw(Circle, ("x", "y"), args, values)
        return self._draw(Scatter, ("x", "y", "size", "angle"), args, values)

    def circle(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw circles of a radius in data units, or of a size in pixels.

        Args:
            *args: ``x``, ``y`` and ``radius``: sequences, or names of columns.
            **values: As for `scatter`; without a radius, circles are markers.
        """
        if "radius" in values or len(args) > 2:  # noqa: PLR2004  # x and y
            values.pop("size", None)
            return self._draw(Circle, ("x", "y", "radius"), args, values)
        deprecated("figure.circle() without a radius", "figure.scatter()")
        return self.scatter(*args, marker="circle", **values)

    def text(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw texts at points ``x``, ``y``.

        Args:
            *args: ``x``, ``y``, ``text``, ``angle`` in radians, ``x_offset``
                and ``y_offset`` in CSS pixels: sequences, or names of columns.
            **values: Fields of the `Text`, of its renderer, ``source``,
                ``legend_label``, ``color``, ``alpha``.
        """
        names = ("x", "y", "text", "angle", "x_offset", "y_offset")
        return self._draw(Text, names, args, values)

    def vbar(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw bars that stand at ``x``.

        Args:
            *args: ``x``, ``width``, ``top`` and ``bottom``: sequences, names
                of columns, or one number for all.
            **values: Fields of the `VBar`, of its renderer, ``source``,
                ``legend_label``, ``color``, ``alpha``.
        """
        return self._draw(VBar, ("x", "width", "top", "bottom"), args, values)

    def hbar(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw bars that lie at ``y``.

        Args:
            *args: ``y``, ``height``, ``right`` and ``left``: sequences, names
                of columns, or one number for all.
            **values: Fields of the `HBar`, of its renderer, ``source``,
                ``legend_label``, ``color``, ``alpha``.
        """
        return self._draw(HBar, ("y", "height", "right", "left"), args, values)
