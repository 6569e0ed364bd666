"""Figures: data, axes, grids, annotations and tools in one frame."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, TypeAlias

from syncd.model import Model, field
from syncd.model.kinds import ModelKind, NoneKind, UnionKind
from syncd.model.specs import Color, NonNegative, NonNegativeInt, Percent, Positive
from syncd.models.annotations import Legend, Title
from syncd.models.axes import Axis
from syncd.models.enums import Dash, HatchPattern, LineCap, LineJoin, Place
from syncd.models.grid_layouts import GridBox, place_of
from syncd.models.grids import Grid
from syncd.models.layouts import LayoutDOM
from syncd.models.looks import OneBackgroundHatchLooks
from syncd.models.ranges import DataRange1d, Range
from syncd.models.renderers import GlyphRenderer, Renderer
from syncd.models.scales import LinearScale, Scale
from syncd.models.splat import SplattableList
from syncd.models.textures import Texture
from syncd.models.tiles import TileRenderer
from syncd.models.tools import HoverTool, Tool, Toolbar


__all__ = ["Figure", "Plot"]

_SIDES = ("above", "below", "left", "right", "center")


class TitleKind(ModelKind):
    """A title; words stand for a title that says them."""

    def __init__(self) -> None:
        super().__init__(Title)
        self.expected = "a string or a Title"

    def check(self, value: Any) -> Any:
        if isinstance(value, str):
            return Title(text=value)
        return super().check(value)


class Figure(OneBackgroundHatchLooks, LayoutDOM):
    """Data, axes, grids, annotations and tools in one frame."""

    width: NonNegativeInt | None = 600
    "The width in CSS pixels; ``None`` leaves it to the view."

    height: NonNegativeInt | None = 600
    "The height in CSS pixels; ``None`` leaves it to the view."

    title: Title | None = field(
        default_factory=Title, kind=UnionKind([TitleKind(), NoneKind()])
    )
    "The words above the frame; a string is a `Title` that says it."

    title_location: Place | None = "above"
    "The side of the frame at which the title stands; ``None`` hides it."

    x_range: Range = field(default_factory=DataRange1d)
    "What part of the horizontal direction is shown."

    y_range: Range = field(default_factory=DataRange1d)
    "What part of the vertical direction is shown."

    x_scale: Scale = field(default_factory=LinearScale)
    "How horizontal values become distances."

    y_scale: Scale = field(default_factory=LinearScale)
    "How vertical values become distances."

    extra_x_ranges: dict[str, Range] = {}
    "Further horizontal ranges by the names that renderers and axes call them."

    extra_y_ranges: dict[str, Range] = {}
    "Further vertical ranges by the names that renderers and axes call them."

    extra_x_scales: dict[str, Scale] = {}
    "The scales of further horizontal ranges; one without is that of ``x_scale``."

    extra_y_scales: dict[str, Scale] = {}
    "The scales of further vertical ranges; one without is that of ``y_scale``."

    renderers: list[Renderer] = []
    "What draws the data, in this order."

    above: list[Renderer | LayoutDOM] = []
    "What stands above the frame; widgets and figures beyond its axes."

    below: list[Renderer | LayoutDOM] = []
    "What stands below the frame; widgets and figures beyond its axes."

    left: list[Renderer | LayoutDOM] = []
    "What stands to the left of the frame; widgets and figures beyond its axes."

    right: list[Renderer | LayoutDOM] = []
    "What stands to the right of the frame; widgets and figures beyond its axes."

    center: list[Renderer | LayoutDOM] = []
    "What stands inside the frame beside the data: grids, legends, widgets."

    toolbar: Toolbar = field(default_factory=Toolbar)
    "The bar that offers the tools."

    toolbar_location: Place | None = "right"
    "The side at which the bar stands; ``None`` hides it."

    toolbar_sticky: bool = True
    "Whether the bar stands in one line with the title where both are above, or below."

    toolbar_inner: bool = False
    "Whether the bar stands inside the frame."

    reset_policy: Literal["standard", "event_only"] = "standard"
    "Whether resetting shows what was shown at first, or only tells of the event."

    min_border: NonNegativeInt | None = 5
    "The least room around the frame in CSS pixels."

    min_border_top: NonNegativeInt | None = None
    "The least room above the frame in CSS pixels; ``None`` is `min_border`."

    min_border_bottom: NonNegativeInt | None = None
    "The least room below the frame in CSS pixels; ``None`` is `min_border`."

    min_border_left: NonNegativeInt | None = None
    "The least room to the left of the frame in CSS pixels."

    min_border_right: NonNegativeInt | None = None
    "The least room to the right of the frame in CSS pixels."

    frame_width: NonNegativeInt | None = None
    "The width of the frame in CSS pixels; the figure is wider by its axes."

    frame_height: NonNegativeInt | None = None
    "The height of the frame in CSS pixels; the figure is higher by its axes."

    frame_align: bool | dict[Literal["left", "right", "top", "bottom"], bool] = True
    """Whether the frame stands in line with those of the figures in the same
    row, column or grid; for all of its sides, or for each."""

    inner_width: int = 0
    "The width of the frame in CSS pixels, as a browser last told it."

    inner_height: int = 0
    "The height of the frame in CSS pixels, as a browser last told it."

    outer_width: int = 0
    "The width of the figure in CSS pixels, as a browser last told it."

    outer_height: int = 0
    "The height of the figure in CSS pixels, as a browser last told it."

    match_aspect: bool = False
    "Whether a unit is as long across as upwards while both ranges follow the data."

    aspect_scale: Positive = 1.0
    "How many times as long a unit is across as upwards, if these are matched."

    window_axis: Literal["none", "x", "y"] = "none"
    """The axis of which the shown part decides which data the other one follows.

    ``x``: an automatic vertical range follows the data between the ends of the
    horizontal one alone. ``none``: all data count.
    """

    hold_render: bool = False
    "Whether nothing is drawn anew, so that what changes meanwhile shows at once later."

    lod_timeout: NonNegativeInt = 500
    "How long a figure rests before `LODEnd` tells so, in milliseconds."

    background_fill_color: Color | None = "#ffffff"
    "The colour of what is behind the data; ``None`` draws none."

    background_fill_alpha: Percent = 1.0
    "The opacity of what is behind the data, from 0 to 1."

    border_fill_color: Color | None = "#ffffff"
    "The colour of what is around the frame; ``None`` draws none."

    border_fill_alpha: Percent = 1.0
    "The opacity of what is around the frame, from 0 to 1."

    border_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over what is around the frame: dots, lines and so on; ``None`` draws nothing."

    border_hatch_color: Color | None = "black"
    "The colour of the hatch over what is around the frame; ``None`` draws none."

    border_hatch_alpha: Percent = 1.0
    "The opacity of the hatch over what is around the frame, from 0 to 1."

    border_hatch_scale: NonNegative = 12.0
    "The distance at which the hatch over what is around the frame repeats, in CSS pixels."

    border_hatch_weight: NonNegative = 1.0
    "The width of the lines of the hatch over what is around the frame in CSS pixels."

    border_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``border_hatch_pattern`` has for them."

    border_line_color: Color | None = None
    "The colour of the line around the whole figure; ``None`` draws none."

    border_line_alpha: Percent = 1.0
    "The opacity of the line around the whole figure, from 0 to 1."

    border_line_width: NonNegative = 1
    "The width of the line around the whole figure in CSS pixels."

    border_line_dash: Dash = "solid"
    "The dash of the line around the whole figure."

    border_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of the line around the whole figure."

    border_line_cap: LineCap = "butt"
    "How lines end: of the line around the whole figure."

    border_line_join: LineJoin = "bevel"
    "How lines turn: of the line around the whole figure."

    outline_line_color: Color | None = "#e5e5e5"
    "The colour of the frame's outline; ``None`` draws none."

    outline_line_alpha: Percent = 1.0
    "The opacity of the frame's outline, from 0 to 1."

    outline_line_width: NonNegative = 1
    "The width of the frame's outline in CSS pixels."

    outline_line_dash: Dash = "solid"
    "The dash of the frame's outline."

    outline_line_dash_offset: int = 0
    "How far into its dash a line begins, in CSS pixels: of the frame's outline."

    outline_line_cap: LineCap = "butt"
    "How lines end: of the frame's outline."

    outline_line_join: LineJoin = "bevel"
    "How lines turn: of the frame's outline."

    @property
    def xaxis(self) -> Any:
        """The axes above and below the frame, in this order."""
        return SplattableList(self._guides(Axis, "above", "below"), "xaxis")

    @property
    def yaxis(self) -> Any:
        """The axes to the left and the right of the frame."""
        return SplattableList(self._guides(Axis, "left", "right"), "yaxis")

    @property
    def axis(self) -> Any:
        """All axes, the horizontal ones first."""
        return SplattableList([*self.xaxis, *self.yaxis], "axis")

    @property
    def xgrid(self) -> Any:
        """The grids at horizontal values."""
        return SplattableList(
            [grid for grid in self.grid if not grid.dimension], "xgrid"
        )

    @property
    def ygrid(self) -> Any:
        """The grids at vertical values."""
        return SplattableList([grid for grid in self.grid if grid.dimension], "ygrid")

    @property
    def grid(self) -> Any:
        """All grids."""
        return SplattableList(self._guides(Grid, "center"), "grid")

    @property
    def legend(self) -> Any:
        """All legends."""
        return SplattableList(self._guides(Legend, *_SIDES), "legend")

    @property
    def hover(self) -> Any:
        """All hover tools."""
        found = [tool for tool in self.tools if isinstance(tool, HoverTool)]
        return SplattableList(found, "hover")

    @property
    def tools(self) -> list[Tool]:
        """The tools that the bar offers."""
        return self.toolbar.tools

    @tools.setter
    def tools(self, tools: list[Tool]) -> None:
        self.toolbar.tools = tools

    @property
    def plot_width(self) -> int | None:
        """The older name of `width`."""
        return self.width

    @plot_width.setter
    def plot_width(self, width: int | None) -> None:
        self.width = width

    @property
    def plot_height(self) -> int | None:
        """The older name of `height`."""
        return self.height

    @plot_height.setter
    def plot_height(self, height: int | None) -> None:
        self.height = height

    def add_tools(self, *tools: Tool) -> None:
        """Offer more tools."""
        self.toolbar.tools.extend(tools)

    def remove_tools(self, *tools: Tool) -> None:
        """Offer some tools no longer.

        Raises:
            ValueError: The figure does not have one of them; all stay.
        """
        there = list(self.toolbar.tools)
        for tool in tools:
            if tool not in there:
                message = f"{self} has no {tool}, its tools are {there}"
                raise ValueError(message)
            there.remove(tool)
        self.toolbar.tools = there

    def row(self, row: int, gridplot: GridBox) -> bool:
        """Return whether the figure takes a row of a grid, counted from 0."""
        return row in place_of(gridplot, self)[0]

    def column(self, col: int, gridplot: GridBox) -> bool:
        """Return whether the figure takes a column of a grid, counted from 0."""
        return col in place_of(gridplot, self)[1]

    @contextmanager
    def hold(self, *, render: bool = True) -> Iterator[None]:  # noqa: ARG002  # Bokeh's name
        """Change several things: browsers draw all that one callback does at once."""
        yield

    def add_layout(self, guide: Renderer | LayoutDOM, place: str = "center") -> None:
        """Put an axis, an annotation, a widget or a figure at a side, or inside.

        One that is in the figure already is moved.

        Raises:
            ValueError: There is no such side.
        """
        if place not in _SIDES:
            message = f"place is {place!r}, expected one of {', '.join(_SIDES)}"
            raise ValueError(message)
        held = self.held_values()
        for side in _SIDES:
            present = held.get(side)
            if present and any(item is guide for item in present):
                setattr(self, side, [item for item in present if item is not guide])
        getattr(self, place).append(guide)

    def select(self, *selector: Any, **fields: Any) -> Any:
        """Return what matches, so that it can be styled as one.

        Args:
            *selector: A class, a name or a dict, as models take it.
            **fields: What fields have to hold, instead of a dict.
        """
        if len(selector) + bool(fields) != 1:
            message = "select takes one selector, or what fields have to hold"
            raise TypeError(message)
        return SplattableList(super().select(*(selector or (fields,))), "select()")

    def add_glyph(self, source: Any, glyph: Any = None, **values: Any) -> GlyphRenderer:
        """Draw the rows of a source as glyphs.

        Args:
            source: The data; may be left out, then the glyph comes first.
            glyph: The shape of the rows.
            **values: Further fields of the renderer.

        Returns:
            What draws them.
        """
        if glyph is None:
            renderer = GlyphRenderer(glyph=source, **values)
        else:
            renderer = GlyphRenderer(data_source=source, glyph=glyph, **values)
        self.renderers.append(renderer)
        return renderer

    def add_tile(
        self, tile_source: Any, *, retina: bool = False, **values: Any
    ) -> TileRenderer:
        """Draw a map of tiles below the data.

        The axes should be ``mercator``. Pages have to allow images from where the
        tiles come from: ``img-src`` of their content security policy.

        Args:
            tile_source: A name such as ``CartoDB Positron`` or ``OSM``, a
                `TileSource`, an address with ``{x}``, ``{y}`` and ``{z}``, or what
                has a ``url`` and an ``attribution``, such as a provider of
                xyzservices.
            retina: Whether tiles of twice the resolution are asked for.
            **values: Fields of the `TileRenderer`.

        Raises:
            ValueError: There are no such tiles.
        """
        # Few figures have maps.
        from syncd.models.tile_providers import tile_source as find  # noqa: PLC0415

        source = find(tile_source, retina=retina)
        renderer = TileRenderer(tile_source=source, **values)
        self.renderers.append(renderer)
        return renderer

    def _guides(self, cls: type[Model], *places: str) -> list[Model]:
        return [
            guide
            for place in places
            for guide in getattr(self, place)
            if isinstance(guide, cls)
        ]


Plot: TypeAlias = Figure
"""Bokeh's name for a figure that is put together by hand."""
