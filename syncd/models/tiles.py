"""Maps that are made of tiles, and where these come from."""

import re
from typing import Annotated, ClassVar

from syncd.model import Model, field
from syncd.model.specs import NonNegativeInt, Percent, Positive, PositiveInt
from syncd.models.callbacks import AddressKind, origin_of
from syncd.models.enums import RenderLevel
from syncd.models.renderers import Renderer


__all__ = [
    "BBoxTileSource",
    "MercatorTileSource",
    "QUADKEYTileSource",
    "TMSTileSource",
    "TileRenderer",
    "TileSource",
    "WMTSTileSource",
]

HALF = 20037508.34
"""Half of the way around the Earth, in metres of the Mercator projection."""


_WORD = re.compile(r"\{(\w+)\}", re.ASCII)
_PLACES = frozenset({"x", "y", "z", "q", "xmin", "xmax", "ymin", "ymax"})
"What stands for a tile, whatever ``extra_url_vars`` say."


class TileSource(Model):
    """Where tiles come from.

    Only Python makes and changes one: pages of syncd's own allow images from there,
    and whoever sees a document must not choose from where.
    """

    runs_in_browser: ClassVar[bool] = True
    _elsewhere: ClassVar[bool] = True

    url: Annotated[str, AddressKind()] = ""
    """The address of a tile, with words that stand for it.

    ``{X}``, ``{Y}``, ``{Z}``, or ``{Q}``, or ``{XMIN}``, ``{YMIN}``, ``{XMAX}`` and
    ``{YMAX}``, in capitals or not, and the names of ``extra_url_vars``.
    """

    tile_size: PositiveInt = 256
    "The width and height of a tile in CSS pixels."

    min_zoom: NonNegativeInt = 0
    "The level that shows most."

    max_zoom: NonNegativeInt = 30
    "The level that shows least, and that largest."

    extra_url_vars: dict[str, str | int | float] = {}
    "What further words of the address stand for, as it is: nothing is percent-encoded."

    attribution: str = ""
    "Whose tiles these are; may be HTML, which is sanitised."

    x_origin_offset: float = 0.0
    "Where tiles begin: how far to the left of 0, in values of the axis."

    y_origin_offset: float = 0.0
    "Where tiles begin: how far from 0 upwards or downwards, in values of the axis."

    initial_resolution: Positive | None = None
    "How much one pixel of the level 0 is; ``None`` goes by the origin."

    @property
    def origin(self) -> str | None:
        """The scheme and host that tiles come from; ``None`` is that of the page."""
        words = {k: v for k, v in self.extra_url_vars.items() if k not in _PLACES}

        def said(word: re.Match[str]) -> str:
            name = word[1]
            return str(words.get(name, words.get(name.lower(), word[0])))

        # As browsers do it: `addressOf` of the client.
        return origin_of(_WORD.sub(said, self.url))


class MercatorTileSource(TileSource):
    """Tiles in the Mercator projection of the web."""

    x_origin_offset: float = HALF
    "Where tiles begin: how far to the left of 0, in values of the axis."

    y_origin_offset: float = HALF
    "Where tiles begin: how far from 0 upwards or downwards, in values of the axis."

    initial_resolution: Positive | None = 156543.03392804097
    "How much one pixel of the level 0 is; ``None`` goes by the origin."

    snap_to_zoom: bool = False
    "Whether the figure first shows tiles in just their size."

    wrap_around: bool = True
    "Whether the map goes on beyond its left and right ends."


class TMSTileSource(MercatorTileSource):
    """Tiles that are counted from the lower left."""


class WMTSTileSource(MercatorTileSource):
    """Tiles that are counted from the upper left, as most services do."""


class QUADKEYTileSource(MercatorTileSource):
    """Tiles that are named by one text, ``{Q}``."""


class BBoxTileSource(MercatorTileSource):
    """Tiles that are named by their sides."""

    use_latlon: bool = False
    "Whether sides are in degrees; else in metres."


def _wmts() -> TileSource:
    return WMTSTileSource()


class TileRenderer(Renderer):
    """Draws a map of tiles."""

    level: RenderLevel = "image"
    "What is drawn before and after it."

    tile_source: TileSource = field(default_factory=_wmts)
    "Where the tiles come from."

    alpha: Percent = 1.0
    "The opacity of the tiles, from 0 to 1."

    smoothing: bool = True
    "Whether tiles are drawn smoothly in other sizes than theirs."

    render_parents: bool = True
    "Whether other levels stand in for tiles that have not come yet."
