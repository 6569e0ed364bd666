"""Lines across the frame."""

from typing import Literal

from syncd.model import field
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.axes import Axis
from syncd.models.enums import Dash, HatchPattern, LineCap, LineJoin, RenderLevel
from syncd.models.ranges import Bound
from syncd.models.renderers import GuideRenderer
from syncd.models.textures import Texture
from syncd.models.tickers import Ticker, TickerKind


__all__ = ["Grid"]


class Grid(GuideRenderer):
    """Lines across the frame at the ticks of an axis."""

    level: RenderLevel = "underlay"
    "What is drawn before and after it."

    dimension: Literal[0, 1] = 0
    "Which direction's values the lines stand at: 0 for x, 1 for y."

    axis: Axis | None = None
    "The axis whose ticks the lines go through."

    ticker: Ticker | None = field(default=None, kind=TickerKind(optional=True))
    "Where the lines stand if they follow no axis."

    bounds: Literal["auto"] | tuple[Bound, Bound] = "auto"
    "The part of the direction that lines are drawn for."

    cross_bounds: Literal["auto"] | tuple[Bound, Bound] = "auto"
    "From where to where lines reach, in values of the other direction."

    x_range_name: str = "default"
    "The horizontal range: ``default``, or the name of one in ``extra_x_ranges``."

    y_range_name: str = "default"
    "The vertical range: ``default``, or the name of one in ``extra_y_ranges``."

    grid_line_color: Color | None = "#e5e5e5"
    "The colour of the lines; ``None`` draws none."

    grid_line_alpha: Percent = 1.0
    "The opacity of the lines, from 0 to 1."

    grid_line_width: NonNegative = 1
    "The width of the lines in CSS pixels."

    grid_line_dash: Dash = "solid"
    "The dash of the lines."

    grid_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of the lines."

    grid_line_cap: LineCap = "butt"
    "How lines end: of the lines."

    grid_line_join: LineJoin = "bevel"
    "How lines turn: of the lines."

    minor_grid_line_color: Color | None = None
    "The colour of the lines at minor ticks; ``None`` draws none."

    minor_grid_line_alpha: Percent = 1.0
    "The opacity of the lines at minor ticks, from 0 to 1."

    minor_grid_line_width: NonNegative = 1
    "The width of the lines at minor ticks in CSS pixels."

    minor_grid_line_dash: Dash = "solid"
    "The dash of the lines at minor ticks."

    minor_grid_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of the lines at minor ticks."

    minor_grid_line_cap: LineCap = "butt"
    "How lines end: of the lines at minor ticks."

    minor_grid_line_join: LineJoin = "bevel"
    "How lines turn: of the lines at minor ticks."

    band_fill_color: Color | None = None
    "The colour of every second band between lines; ``None`` draws none."

    band_fill_alpha: Percent = 0.0
    "The opacity of every second band between lines, from 0 to 1."

    band_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over every second band; ``None`` draws nothing."

    band_hatch_color: Color | None = "black"
    "The colour of the hatch; ``None`` draws none."

    band_hatch_alpha: Percent = 1.0
    "The opacity of the hatch, from 0 to 1."

    band_hatch_scale: NonNegative = 12.0
    "The size of the hatch's pattern in CSS pixels."

    band_hatch_weight: NonNegative = 1.0
    "The width of the hatch's lines in CSS pixels."

    band_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``band_hatch_pattern`` has for them."
