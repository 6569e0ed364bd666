"""What draws into a figure."""

from typing import Literal

from syncd.model import Model, field
from syncd.models.enums import RenderLevel
from syncd.models.glyphs import Glyph, Scatter
from syncd.models.sources import ColumnDataSource


__all__ = ["GlyphRenderer", "GuideRenderer", "Renderer"]


class Renderer(Model):
    """What draws into a figure."""

    level: RenderLevel = "image"
    "What is drawn before and after it."

    visible: bool = True
    "Whether it is drawn."


class GuideRenderer(Renderer):
    """What helps to read values."""

    level: RenderLevel = "guide"
    "What is drawn before and after it."


class GlyphRenderer(Renderer):
    """Draws the rows of a source as glyphs."""

    level: RenderLevel = "glyph"
    "What is drawn before and after it."

    data_source: ColumnDataSource = field(default_factory=ColumnDataSource)
    "The data."

    glyph: Glyph = field(default_factory=Scatter)
    "The shape of the rows."

    x_range_name: str = "default"
    "The horizontal range: ``default``, or the name of one in ``extra_x_ranges``."

    y_range_name: str = "default"
    "The vertical range: ``default``, or the name of one in ``extra_y_ranges``."

    hover_glyph: Glyph | None = None
    "The shape of the row under the pointer."

    selection_glyph: Literal["auto"] | Glyph | None = "auto"
    "The shape of rows that are selected."

    nonselection_glyph: Literal["auto"] | Glyph | None = "auto"
    "The shape of the other rows while some are selected."

    muted_glyph: Literal["auto"] | Glyph | None = "auto"
    "The shape of the rows while the renderer is muted."

    muted: bool = False
    "Whether it steps back behind the other renderers."
