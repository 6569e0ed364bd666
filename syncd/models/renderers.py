"""What draws into a figure."""

from typing import TYPE_CHECKING, Any, Literal

from syncd.model import Model, field
from syncd.model.specs import Percent
from syncd.models.coordinates import CoordinateMapping
from syncd.models.enums import RenderLevel
from syncd.models.filters import CDSView
from syncd.models.glyphs import Glyph, Scatter
from syncd.models.graphics import Decoration, Marking
from syncd.models.layouts import ContextMenu
from syncd.models.on_demand import make_when_read
from syncd.models.sources import ColumnDataSource


if TYPE_CHECKING:
    from syncd.models.annotations import ColorBar

__all__ = [
    "DataRenderer",
    "GlyphRenderer",
    "GuideRenderer",
    "Renderer",
    "RendererGroup",
]

__path__: list[str] = []
"""Nothing is in here, but some of it has other names: `syncd.relocated`."""


class RendererGroup(Model):
    """Renderers that are shown and hidden together."""

    visible: bool = True
    "Whether the renderers of the group are drawn."


class Renderer(Model):
    """What draws into a figure."""

    level: RenderLevel = "image"
    "What is drawn before and after it."

    visible: bool = True
    "Whether it is drawn."

    coordinates: CoordinateMapping | None = None
    "The plane that it is drawn in; ``None`` is that of the figure."

    group: RendererGroup | None = None
    "The group that it is shown and hidden with."

    context_menu: ContextMenu = None
    "A `Menu` that comes up with the right button; shift brings the browser's own."


class GuideRenderer(Renderer):
    """What helps to read values."""

    level: RenderLevel = "guide"
    "What is drawn before and after it."


class DataRenderer(Renderer):
    """What draws data."""

    level: RenderLevel = "glyph"
    "What is drawn before and after it."

    x_range_name: str = "default"
    "The horizontal range: ``default``, or the name of one in ``extra_x_ranges``."

    y_range_name: str = "default"
    "The vertical range: ``default``, or the name of one in ``extra_y_ranges``."


_VARIANTS = (
    "hover_glyph",
    "selection_glyph",
    "nonselection_glyph",
    "muted_glyph",
)


_ALPHAS = frozenset(
    {"line_alpha", "fill_alpha", "hatch_alpha", "text_alpha", "global_alpha"}
)


class GlyphRenderer(DataRenderer):
    """Draws the rows of a source as glyphs."""

    data_source: ColumnDataSource = field(default_factory=ColumnDataSource)
    "The source whose rows are drawn."

    view: CDSView | None = None
    "Which rows are drawn. Read from Python it is there; ``None`` draws all."

    glyph: Glyph = field(default_factory=Scatter)
    "The shape of the rows."

    hover_glyph: Glyph | None = None
    "The shape of the row under the pointer."

    selection_glyph: Literal["auto"] | Glyph | None = "auto"
    "The shape of rows that are selected."

    nonselection_glyph: Literal["auto"] | Percent | Glyph | None = "auto"
    """The shape of the other rows while some are selected.

    With ``"auto"`` their areas fade. With a number, as methods of `figure` give it, all of
    them fades to that opacity; read from Python it is a glyph then.
    """

    muted_glyph: Literal["auto"] | Percent | Glyph | None = "auto"
    """The shape of the rows while the renderer is muted.

    With ``"auto"`` their areas fade. With a number, as methods of `figure` give it, all of
    them fades to that opacity; read from Python it is a glyph then.
    """

    muted: bool = False
    "Whether it steps back behind the other renderers."

    def add_decoration(
        self, marking: Marking, node: Literal["start", "middle", "end"]
    ) -> Decoration:
        """Put a small shape, such as the head of an arrow, at a place of each row.

        It is drawn at lines, segments, arcs, rays and curves. The glyphs of selected,
        hovered and muted rows that are not made by themselves get it, too.

        Args:
            marking: The shape.
            node: Where it stands on the glyph.

        Returns:
            What joins the two.
        """
        decoration = Decoration(marking=marking, node=node)
        held = self.properties_with_values(include_defaults=False)
        for glyph in (self.glyph, *(held.get(name) for name in _VARIANTS)):
            if isinstance(glyph, Glyph):
                glyph.decorations = [*glyph.decorations, decoration]
        return decoration

    def construct_color_bar(self, **values: Any) -> "ColorBar":
        """Return a colour bar for the colours of the glyph.

        Args:
            **values: Fields of the `ColorBar`.

        Raises:
            ValueError: The glyph's colours come from no mapper.
        """
        from syncd.models.annotations import ColorBar  # noqa: PLC0415  # it is one

        mapper = getattr(self.glyph, "color_mapper", None)
        # Of mixed colours only the opacity has a scale.
        mapper = getattr(mapper, "alpha_mapper", mapper)
        for name in ("fill_color", "line_color", "text_color"):
            spec = getattr(self.glyph, name, None)
            if mapper is None and isinstance(spec, dict):
                mapper = spec.get("transform")
        if mapper is None:
            message = f"the colours of {self.glyph} come from no mapper"
            raise ValueError(message)
        return ColorBar(color_mapper=mapper, **values)


def _faded(renderer: GlyphRenderer, opacity: float) -> Glyph:
    glyph = renderer.glyph
    alphas = [name for name in glyph.fields() if name in _ALPHAS]
    return glyph.clone(**dict.fromkeys(alphas, opacity))


def _is_share(value: object) -> bool:
    return isinstance(value, int | float)


make_when_read(GlyphRenderer, "view", lambda *_: CDSView())
for _variant in ("nonselection_glyph", "muted_glyph"):
    make_when_read(GlyphRenderer, _variant, _faded, stands_for_one=_is_share)
