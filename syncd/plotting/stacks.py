"""The methods of figures that stack columns, and that count points in a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.models import HArea, HBar, Line, VArea, VBar
from syncd.plotting.shapes import ShapeMethods
from syncd.transform import linear_cmap, stack
from syncd.util.hex import HexBins, hexbin


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from syncd.models import Glyph, GlyphRenderer

__all__ = ["HexBins", "StackMethods"]


class StackMethods(ShapeMethods):
    """Draw several columns on each other.

    Values that are lists, as long as the columns are many, are those of one
    column each; any other value is that of all.
    """

    __slots__ = ()

    def vbar_stack(self, stackers: Sequence[str], **values: Any) -> list[GlyphRenderer]:
        """Draw bars for the columns ``stackers``, one on another, at ``x``."""
        return self._stack(VBar, stackers, ("bottom", "top"), values)

    def hbar_stack(self, stackers: Sequence[str], **values: Any) -> list[GlyphRenderer]:
        """Draw bars for the columns ``stackers``, one after another, at ``y``."""
        return self._stack(HBar, stackers, ("left", "right"), values)

    def varea_stack(
        self, stackers: Sequence[str], **values: Any
    ) -> list[GlyphRenderer]:
        """Fill areas for the columns ``stackers``, one on another, along ``x``."""
        return self._stack(VArea, stackers, ("y1", "y2"), values)

    def harea_stack(
        self, stackers: Sequence[str], **values: Any
    ) -> list[GlyphRenderer]:
        """Fill areas for the columns ``stackers``, one after another, along ``y``."""
        return self._stack(HArea, stackers, ("x1", "x2"), values)

    def vline_stack(
        self, stackers: Sequence[str], **values: Any
    ) -> list[GlyphRenderer]:
        """Draw lines for the columns ``stackers``, one on another, along ``x``."""
        return self._stack(Line, stackers, (None, "y"), values)

    def hline_stack(
        self, stackers: Sequence[str], **values: Any
    ) -> list[GlyphRenderer]:
        """Draw lines for the columns ``stackers``, one after another, along ``y``."""
        return self._stack(Line, stackers, (None, "x"), values)

    def hexbin(  # noqa: PLR0917  # Bokeh's order
        self,
        x: Any,
        y: Any,
        size: float,
        orientation: str = "pointytop",
        palette: Any = "Viridis256",
        line_color: Any = None,
        fill_color: Any = None,
        aspect_scale: float = 1,
        **values: Any,
    ) -> tuple[GlyphRenderer, HexBins]:
        """Count points in hexagons, and draw these in colours of their counts.

        Args:
            x: The horizontal positions of the points.
            y: The vertical positions of the points.
            size: The distance of a hexagon's centre from its corners.
            orientation: ``pointytop`` or ``flattop``.
            palette: The colours, from few points to many.
            line_color: The colour of outlines; ``None`` draws none.
            fill_color: A colour for all, instead of the palette.
            aspect_scale: The height of hexagons divided by what it would be
                with equal axes.
            **values: Further fields of the `HexTile` and of its renderer.

        Returns:
            What draws the hexagons, and the hexagons.
        """
        bins = hexbin(x, y, size, orientation, aspect_scale)
        if fill_color is None:
            fill_color = linear_cmap("c", palette, 0, int(max(bins.counts, default=1)))
        renderer = self.hex_tile(
            "q",
            "r",
            source={"q": bins.q, "r": bins.r, "c": bins.counts},
            size=size,
            orientation=orientation,
            aspect_scale=aspect_scale,
            line_color=line_color,
            fill_color=fill_color,
            **values,
        )
        return renderer, bins

    def _stack(
        self,
        cls: type[Glyph],
        stackers: Sequence[str],
        ends: tuple[str | None, str],
        values: dict[str, Any],
    ) -> list[GlyphRenderer]:
        """Draw a renderer for each column, from the sum below it to that with it.

        Raises:
            ValueError: The columns are no list, or the values say where they end.
        """
        if isinstance(stackers, str):
            message = f"stackers is {stackers!r}, expected a list of column names"
            raise ValueError(message)  # noqa: TRY004  # as Bokeh's
        first, second = ends
        for name in {*ends} & values.keys():
            message = (
                f"{name} is what stackers say, so it cannot be given as well; to"
                f" choose it, call {cls.type_name.lower()}() for each column"
            )
            raise ValueError(message)
        made = []
        for index, own in enumerate(_shares(list(stackers), values)):
            below, upto = stackers[:index], stackers[: index + 1]
            if first is not None:
                own[first] = stack(*below)
            own[second] = stack(*upto)
            made.append(self._make(cls, (), (), own))
        return [self._show(*one) for one in made]


def _shares(stackers: list[str], values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give each column its own of the values.

    Raises:
        ValueError: A list of values has another length.
    """
    for name, value in values.items():
        if isinstance(value, list | tuple) and len(value) != len(stackers):
            message = (
                f"{name} has {len(value)} values for {len(stackers)} stackers:"
                " give one for each, or one for all"
            )
            raise ValueError(message)
    for index, stacker in enumerate(stackers):
        own = {
            name: value[index] if isinstance(value, list | tuple) else value
            for name, value in values.items()
        }
        yield {"name": stacker, **own}
