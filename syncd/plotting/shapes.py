"""The methods of figures that draw shapes other than points, lines and bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.models import (
    AnnularWedge,
    Annulus,
    Arc,
    Bezier,
    Block,
    Ellipse,
    HArea,
    HAreaStep,
    HexTile,
    HSpan,
    HStrip,
    Image,
    ImageRGBA,
    ImageStack,
    ImageURL,
    LinearColorMapper,
    MathMLGlyph,
    MultiLine,
    MultiPolygons,
    Ngon,
    Patch,
    Patches,
    Quad,
    Quadratic,
    Ray,
    Rect,
    Segment,
    Step,
    TeXGlyph,
    VArea,
    VAreaStep,
    VSpan,
    VStrip,
    Wedge,
)
from syncd.plotting.pictures import addresses_of


if TYPE_CHECKING:
    from syncd.models import (
        ContourRenderer,
        Glyph,
        GlyphRenderer,
        GraphRenderer,
        LayoutProvider,
    )
    from syncd.models.renderers import Renderer
    from syncd.plotting.legends import LegendWords

__all__ = ["ShapeMethods"]

_TEXT = ("x", "y", "text", "angle", "x_offset", "y_offset")


class ShapeMethods:
    """Draw shapes.

    All take the fields of the glyph by position or by name, as sequences or as
    names of columns, and ``source``, ``legend_label``, ``color``, ``alpha`` and
    fields of the renderer by name.
    """

    __slots__ = ()

    def _draw(
        self,
        cls: type[Glyph],
        names: tuple[str, ...],
        args: tuple[Any, ...],
        values: dict[str, Any],
    ) -> GlyphRenderer:
        """Draw one renderer."""
        return self._show(*self._make(cls, names, args, values))

    def _make(
        self,
        cls: type[Glyph],
        names: tuple[str, ...],
        args: tuple[Any, ...],
        values: dict[str, Any],
    ) -> tuple[GlyphRenderer, LegendWords]:
        """Return what `_show` takes, or raise; nothing is drawn yet."""
        raise NotImplementedError

    def _show(self, renderer: GlyphRenderer, said: LegendWords) -> GlyphRenderer:
        raise NotImplementedError

    def _add(self, renderer: Renderer) -> None:
        raise NotImplementedError

    def annular_wedge(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw slices of rings: ``x``, ``y``, two radii and two angles."""
        names = "x", "y", "inner_radius", "outer_radius", "start_angle", "end_angle"
        return self._draw(AnnularWedge, (*names, "direction"), args, values)

    def annulus(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw rings: ``x``, ``y``, ``inner_radius``, ``outer_radius``."""
        names = "x", "y", "inner_radius", "outer_radius"
        return self._draw(Annulus, names, args, values)

    def arc(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw parts of circles: ``x``, ``y``, ``radius`` and two angles."""
        names = "x", "y", "radius", "start_angle", "end_angle", "direction"
        return self._draw(Arc, names, args, values)

    def bezier(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw cubic curves: two ends, and the two points that they lean to."""
        names = "x0", "y0", "x1", "y1", "cx0", "cy0", "cx1", "cy1"
        return self._draw(Bezier, names, args, values)

    def block(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw rectangles by their lower left corner, ``width`` and ``height``."""
        return self._draw(Block, ("x", "y", "width", "height"), args, values)

    def ellipse(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw ellipses: ``x``, ``y``, ``width``, ``height``, ``angle``."""
        names = "x", "y", "width", "height", "angle"
        return self._draw(Ellipse, names, args, values)

    def contour(
        self,
        x: Any = None,
        y: Any = None,
        z: Any = None,
        levels: Any = None,
        **visuals: Any,
    ) -> ContourRenderer:
        """Draw lines of equal values, and the areas between them.

        Args:
            x: As for `syncd.plotting.contour.from_contour`, likewise the others.
            y: Where the rows of values stand.
            z: The values, in rows of columns.
            levels: The values of the lines, ascending.
            **visuals: Looks; areas need a ``fill_color`` and lines a ``line_color``.
        """
        # Few figures have contours.
        from syncd.plotting.contour import from_contour  # noqa: PLC0415

        renderer = from_contour(x, y, z, levels, **visuals)
        self._add(renderer)
        return renderer

    def graph(
        self,
        node_source: Any,
        edge_source: Any,
        layout_provider: LayoutProvider,
        **values: Any,
    ) -> GraphRenderer:
        """Draw nodes, and edges between them.

        Args:
            node_source: The nodes, with a column ``index``.
            edge_source: The edges; columns ``start`` and ``end`` name nodes.
            layout_provider: Where the nodes stand.
            **values: Looks that begin with ``node_`` and ``edge_``, such as
                ``node_size`` and ``edge_hover_line_color``, and fields of the
                `GraphRenderer`.
        """
        # Few figures have graphs.
        from syncd.plotting.graph import make_graph  # noqa: PLC0415

        renderer = make_graph(node_source, edge_source, layout_provider, values)
        self._add(renderer)
        return renderer

    def harea(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Fill between ``x1`` and ``x2`` at heights ``y``."""
        return self._draw(HArea, ("x1", "x2", "y"), args, values)

    def harea_step(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Fill between ``x1`` and ``x2`` at heights ``y``, in steps."""
        return self._draw(HAreaStep, ("x1", "x2", "y", "step_mode"), args, values)

    def hex_tile(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw hexagons of a grid, by axial coordinates ``q`` and ``r``."""
        return self._draw(HexTile, ("q", "r"), args, values)

    def hspan(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw lines across the frame at heights ``y``."""
        return self._draw(HSpan, ("y",), args, values)

    def hstrip(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw bands across the frame from ``y0`` to ``y1``."""
        return self._draw(HStrip, ("y0", "y1"), args, values)

    def image(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw arrays of numbers as colours: ``image``, ``x``, ``y``, ``dw``, ``dh``.

        Args:
            *args: As above.
            **values: Also ``palette``, which stands for a linear mapper of it.

        Raises:
            ValueError: A palette was given beside a colour mapper.
        """
        palette = values.pop("palette", None)
        if palette is not None:
            if values.get("color_mapper") is not None:
                message = "an image takes a palette or a color_mapper, got both"
                raise ValueError(message)
            values["color_mapper"] = LinearColorMapper(palette=palette)
        return self._draw(Image, ("image", "x", "y", "dw", "dh"), args, values)

    def image_rgba(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw arrays of colours: ``image``, ``x``, ``y``, ``dw``, ``dh``."""
        return self._draw(ImageRGBA, ("image", "x", "y", "dw", "dh"), args, values)

    def image_url(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw pictures of files: ``url``, ``x``, ``y``, ``w``, ``h``, ``angle``.

        What a file holds may be given in place of its address.
        """
        if args:
            args = (addresses_of(args[0]), *args[1:])
        elif "url" in values:
            values["url"] = addresses_of(values["url"])
        return self._draw(ImageURL, ("url", "x", "y", "w", "h", "angle"), args, values)

    def image_stack(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Mix colours by several numbers of a pixel: ``image``, ``x``, ``y``, ``dw``, ``dh``."""
        return self._draw(ImageStack, ("image", "x", "y", "dw", "dh"), args, values)

    def mathml(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw formulas in MathML at points ``x``, ``y``."""
        return self._draw(MathMLGlyph, _TEXT, args, values)

    def multi_line(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw a line for each row of ``xs``, ``ys``."""
        return self._draw(MultiLine, ("xs", "ys"), args, values)

    def multi_polygons(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw polygons with holes for each row of ``xs``, ``ys``."""
        return self._draw(MultiPolygons, ("xs", "ys"), args, values)

    def ngon(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw regular polygons: ``x``, ``y``, ``radius``, and ``n`` corners."""
        return self._draw(Ngon, ("x", "y", "radius", "n"), args, values)

    def patch(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Fill what lies between all points ``x``, ``y``."""
        return self._draw(Patch, ("x", "y"), args, values)

    def patches(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Fill an area for each row of ``xs``, ``ys``."""
        return self._draw(Patches, ("xs", "ys"), args, values)

    def quad(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw rectangles from ``left``, ``right``, ``top``, ``bottom``."""
        return self._draw(Quad, ("left", "right", "top", "bottom"), args, values)

    def quadratic(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw quadratic curves: two ends, and the point that they lean to."""
        names = "x0", "y0", "x1", "y1", "cx", "cy"
        return self._draw(Quadratic, names, args, values)

    def ray(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw straight lines from ``x``, ``y`` of a ``length`` and an ``angle``."""
        return self._draw(Ray, ("x", "y", "length", "angle"), args, values)

    def rect(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw rectangles around ``x``, ``y``: ``width``, ``height``, ``angle``."""
        names = "x", "y", "width", "height", "angle", "dilate"
        return self._draw(Rect, names, args, values)

    def segment(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw straight lines from ``x0``, ``y0`` to ``x1``, ``y1``."""
        return self._draw(Segment, ("x0", "y0", "x1", "y1"), args, values)

    def step(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw a line through ``x``, ``y`` that only goes across and up or down."""
        return self._draw(Step, ("x", "y"), args, values)

    def tex(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw formulas in TeX at points ``x``, ``y``."""
        return self._draw(TeXGlyph, _TEXT, args, values)

    def varea(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Fill between heights ``y1`` and ``y2`` at ``x``."""
        return self._draw(VArea, ("x", "y1", "y2"), args, values)

    def varea_step(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Fill between heights ``y1`` and ``y2`` at ``x``, in steps."""
        return self._draw(VAreaStep, ("x", "y1", "y2", "step_mode"), args, values)

    def vspan(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw lines from the bottom to the top of the frame at ``x``."""
        return self._draw(VSpan, ("x",), args, values)

    def vstrip(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw bands from the bottom to the top of the frame, ``x0`` to ``x1``."""
        return self._draw(VStrip, ("x0", "x1"), args, values)

    def wedge(self, *args: Any, **values: Any) -> GlyphRenderer:
        """Draw slices of pies: ``x``, ``y``, ``radius`` and two angles."""
        names = "x", "y", "radius", "start_angle", "end_angle", "direction"
        return self._draw(Wedge, names, args, values)
