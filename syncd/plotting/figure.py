"""The figure that application authors make."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from syncd.errors import UnknownFieldError
from syncd.model.inert import is_inert
from syncd.models import Axis, CoordinateMapping, Figure, Grid, HoverTool
from syncd.plotting.everyday import GlyphMethods
from syncd.plotting.glyphs import GlyphCall, make_renderer
from syncd.plotting.legends import LegendWords, describe
from syncd.plotting.ranges import cut_ticks, make_axis, make_range, make_scale
from syncd.plotting.tools import DEFAULT_TOOLS, find_tool, make_tools


if TYPE_CHECKING:
    from syncd.models import Glyph, GlyphRenderer, Range, Renderer, Scale

__all__ = ["figure"]

_OLD_NAMES = {
    "plot_width": "width",
    "plot_height": "height",
    "webgl": None,
    "responsive": None,
}
"""Arguments of older releases of Bokeh, and what became of them here."""

_SURE = 0.8
"""How alike two names are, of 1, when one is taken for the other misspelt."""

_ACTIVE = tuple(
    f"active_{what}" for what in ("drag", "inspect", "multi", "scroll", "tap")
)

_SIDES = (("below", "above"), ("left", "right"))
"""Where axes of x and of y may stand."""


class figure(GlyphMethods, Figure, wire="Figure"):  # noqa: N801  # the name that Bokeh's authors know
    """A figure with axes, grids and tools, and methods that draw data.

    Args:
        x_range: What is shown: a range, a pair of ends, or a list of factors;
            ``None`` follows the data. Likewise ``y_range``.
        x_axis_type: ``linear``, ``log``, ``datetime``, ``timedelta``,
            ``mercator``, ``auto``, or ``None`` for no axis. Likewise
            ``y_axis_type``.
        x_minor_ticks: Into how many parts minor ticks cut the distance of two
            major ones: ``auto``, 2 or more, or ``None`` for none. Likewise
            ``y_minor_ticks``.
        x_axis_location: ``below``, ``above`` or ``None``; for y ``left``,
            ``right`` or ``None``.
        x_axis_label: The title of the axis. Likewise ``y_axis_label``.
        tools: Words with commas between them, or a list of words and tools.
        tooltips: What pointing at data shows; adds a hover tool.
        active_drag: The tool that dragging means at first, or its word.
            Likewise ``active_scroll``, ``active_inspect``, ``active_tap``.
        **values: Further fields of the figure.
    """

    def __init__(
        self,
        *,
        x_range: Any = None,
        y_range: Any = None,
        x_axis_type: str | None = "auto",
        y_axis_type: str | None = "auto",
        x_axis_location: str | None = "below",
        y_axis_location: str | None = "left",
        x_minor_ticks: int | str | None = "auto",
        y_minor_ticks: int | str | None = "auto",
        x_axis_label: str | None = "",
        y_axis_label: str | None = "",
        tools: Any = DEFAULT_TOOLS,
        tooltips: Any = None,
        **values: Any,
    ) -> None:
        active = {name: values.pop(name) for name in _ACTIVE if name in values}
        shown = make_range(x_range), make_range(y_range)
        directions = {
            "x_range": shown[0],
            "y_range": shown[1],
            "x_scale": make_scale(x_axis_type, shown[0]),
            "y_scale": make_scale(y_axis_type, shown[1]),
        }
        super().__init__(**_with_new_names(values) | directions)
        across = make_axis(x_axis_type, shown[0], x_range, across=True)
        along = make_axis(y_axis_type, shown[1], y_range, across=False)
        cut_ticks(across, x_minor_ticks)
        cut_ticks(along, y_minor_ticks)
        self._add_guides(across, 0, x_axis_location, x_axis_label)
        self._add_guides(along, 1, y_axis_location, y_axis_label)
        self._add_tools(tools, tooltips, active)

    def add_tools(self, *tools: Any) -> None:
        """Offer more tools.

        Args:
            *tools: Tools, or their words as the argument ``tools`` takes them.
        """
        super().add_tools(*make_tools(tools))

    def _add_guides(
        self, axis: Axis | None, dimension: Any, place: str | None, label: str | None
    ) -> None:
        """Add an axis and its grid; without a place the axis is not drawn."""
        sides = _SIDES[dimension]
        if place is not None and place not in sides:
            message = (
                f"{'xy'[dimension]}_axis_location is {place!r}, expected"
                f" {sides[0]!r}, {sides[1]!r} or None"
            )
            raise ValueError(message)
        if axis is None:
            return
        if label:
            axis.axis_label = label
        self.add_layout(Grid(dimension=dimension, axis=axis))
        if place is not None:
            self.add_layout(axis, place)

    def _add_tools(self, tools: Any, tooltips: Any, active: dict[str, Any]) -> None:
        made = make_tools(tools if tools is not None else [])
        if tooltips:
            hovers = [tool for tool in made if isinstance(tool, HoverTool)]
            for hover in hovers:
                hover.update(tooltips=HoverTool(tooltips=tooltips).tooltips)
            if not hovers:
                made.append(HoverTool(tooltips=tooltips))
        self.toolbar.tools = made
        for name, wanted in active.items():
            setattr(self.toolbar, name, find_tool(made, wanted))

    def subplot(
        self,
        *,
        x_source: Range | None = None,
        y_source: Range | None = None,
        x_scale: Scale | None = None,
        y_scale: Scale | None = None,
        x_target: Range,
        y_target: Range,
    ) -> Subplot:
        """Return a plane of its own within the frame, with the methods that draw.

        Args:
            x_source: What is shown of the plane horizontally; a range of the figure
                is shared, and without one the data are followed.
            y_source: What is shown of the plane vertically.
            x_scale: How horizontal values become distances there.
            y_scale: How vertical values become distances there.
            x_target: Where the plane lies, in horizontal values of the figure.
            y_target: Where the plane lies, in vertical values of the figure.
        """
        given = {
            "x_source": x_source,
            "y_source": y_source,
            "x_scale": x_scale,
            "y_scale": y_scale,
        }
        mapping = CoordinateMapping(x_target=x_target, y_target=y_target)
        mapping.update(**{name: part for name, part in given.items() if part})
        return Subplot(self, mapping)

    def _make(
        self,
        cls: type[Glyph],
        names: tuple[str, ...],
        args: tuple[Any, ...],
        values: dict[str, Any],
    ) -> tuple[GlyphRenderer, LegendWords]:
        said = LegendWords(values)
        renderer = make_renderer(GlyphCall(cls, names, args, values))
        said.check(renderer)
        return renderer, said

    def _show(self, renderer: GlyphRenderer, said: LegendWords) -> GlyphRenderer:
        self._add(renderer)
        describe(self, renderer, said)
        return renderer

    def _add(self, renderer: Renderer) -> None:
        self.renderers.append(renderer)


class Subplot(GlyphMethods):
    """A plane within a figure; what its methods draw belongs to the figure."""

    __slots__ = ("_figure", "coordinates")

    def __init__(self, parent: figure, coordinates: CoordinateMapping) -> None:
        self._figure = parent
        self.coordinates = coordinates
        """The plane."""

    def _make(
        self,
        cls: type[Glyph],
        names: tuple[str, ...],
        args: tuple[Any, ...],
        values: dict[str, Any],
    ) -> tuple[GlyphRenderer, LegendWords]:
        values.setdefault("coordinates", self.coordinates)
        return self._figure._make(cls, names, args, values)

    def _show(self, renderer: GlyphRenderer, said: LegendWords) -> GlyphRenderer:
        return self._figure._show(renderer, said)  # noqa: SLF001  # its plane

    def _add(self, renderer: Renderer) -> None:
        renderer.coordinates = self.coordinates
        self._figure._add(renderer)  # noqa: SLF001  # its plane


def _with_new_names(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values by the names that they have today."""
    for name in values.keys() - Figure.fields() - _OLD_NAMES.keys():
        near = difflib.get_close_matches(name, _OLD_NAMES, 1, _SURE)
        if near and not is_inert(Figure, name):
            raise UnknownFieldError("Figure", name, _OLD_NAMES[near[0]])
    renamed = {_OLD_NAMES.get(name, name): value for name, value in values.items()}
    return {name: value for name, value in renamed.items() if name is not None}
