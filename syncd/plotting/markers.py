"""The methods of figures that are named after markers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from syncd.models import GlyphRenderer

__all__ = ["MarkerMethods"]


class MarkerMethods:
    """Draw one kind of marker."""

    __slots__ = ()

    def scatter(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw markers."""
        raise NotImplementedError

    def asterisk(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw asterisks, as `scatter` does."""
        return self.scatter(*args, marker="asterisk", **values)

    def cross(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw upright crosses, as `scatter` does."""
        return self.scatter(*args, marker="cross", **values)

    def dash(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw dashes, as `scatter` does."""
        return self.scatter(*args, marker="dash", **values)

    def diamond(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw diamonds, as `scatter` does."""
        return self.scatter(*args, marker="diamond", **values)

    def hex(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw hexagons, as `scatter` does."""
        return self.scatter(*args, marker="hex", **values)

    def inverted_triangle(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw triangles that point down, as `scatter` does."""
        return self.scatter(*args, marker="inverted_triangle", **values)

    def plus(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw plus signs, as `scatter` does."""
        return self.scatter(*args, marker="plus", **values)

    def square(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw squares, as `scatter` does."""
        return self.scatter(*args, marker="square", **values)

    def star(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw stars, as `scatter` does."""
        return self.scatter(*args, marker="star", **values)

    def triangle(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw triangles that point up, as `scatter` does."""
        return self.scatter(*args, marker="triangle", **values)

    def x(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw slanted crosses, as `scatter` does."""
        return self.scatter(*args, marker="x", **values)

    def circle_cross(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw circles with an upright cross, as `scatter` does."""
        return self.scatter(*args, marker="circle_cross", **values)

    def circle_dot(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw circles with a dot, as `scatter` does."""
        return self.scatter(*args, marker="circle_dot", **values)

    def circle_x(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw circles with a slanted cross, as `scatter` does."""
        return self.scatter(*args, marker="circle_x", **values)

    def circle_y(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw circles with a Y, as `scatter` does."""
        return self.scatter(*args, marker="circle_y", **values)

    def diamond_cross(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw diamonds with a cross, as `scatter` does."""
        return self.scatter(*args, marker="diamond_cross", **values)

    def diamond_dot(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw diamonds with a dot, as `scatter` does."""
        return self.scatter(*args, marker="diamond_dot", **values)

    def dot(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw dots, as `scatter` does."""
        return self.scatter(*args, marker="dot", **values)

    def hex_dot(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw hexagons with a dot, as `scatter` does."""
        return self.scatter(*args, marker="hex_dot", **values)

    def square_cross(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw squares with an upright cross, as `scatter` does."""
        return self.scatter(*args, marker="square_cross", **values)

    def square_dot(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw squares with a dot, as `scatter` does."""
        return self.scatter(*args, marker="square_dot", **values)

    def square_pin(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw squares with sides that bend in, as `scatter` does."""
        return self.scatter(*args, marker="square_pin", **values)

    def square_x(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw squares with a slanted cross, as `scatter` does."""
        return self.scatter(*args, marker="square_x", **values)

    def star_dot(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw stars with a dot, as `scatter` does."""
        return self.scatter(*args, marker="star_dot", **values)

    def triangle_dot(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw triangles with a dot, as `scatter` does."""
        return self.scatter(*args, marker="triangle_dot", **values)

    def triangle_pin(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw triangles with sides that bend in, as `scatter` does."""
        return self.scatter(*args, marker="triangle_pin", **values)

    def y(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw Ys, as `scatter` does."""
        return self.scatter(*args, marker="y", **values)
