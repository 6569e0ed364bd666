"""What points at the data."""

from typing import Annotated, Any, Literal, TypeAlias

from syncd.model.kinds import (
    ListKind,
    ModelKind,
    NoneKind,
    StrKind,
    TupleKind,
    UnionKind,
)
from syncd.model.specs import Color, Percent, PositiveInt
from syncd.models.annotations import Span
from syncd.models.callbacks import Callback, CustomJS
from syncd.models.dom import DOMNode
from syncd.models.enums import Anchor, Dimensions
from syncd.models.hovering import CustomJSHover
from syncd.models.renderers import Renderer
from syncd.models.tools.base import InspectTool


__all__ = ["CrosshairTool", "HoverTool"]


SortOrder: TypeAlias = Literal["ascending", "descending", 1, -1]
"""A direction of sorting, in words or as a sign."""


class _TooltipsKind(UnionKind):
    """A template, pairs of words and templates, or a small document.

    A dict stands for its pairs.
    """

    def __init__(self) -> None:
        pair = TupleKind([StrKind(), StrKind()])
        super().__init__([StrKind(), ListKind(pair), ModelKind(DOMNode), NoneKind()])

    def check(self, value: Any) -> Any:
        return super().check(list(value.items()) if isinstance(value, dict) else value)


class HoverTool(InspectTool):
    """Point at the data to read them."""

    tooltips: Annotated[
        str | list[tuple[str, str]] | DOMNode | None, _TooltipsKind()
    ] = [
        ("index", "$index"),
        ("data (x, y)", "($x, $y)"),
        ("screen (x, y)", "($sx, $sy)"),
    ]
    """What is shown: pairs of a label and a text with ``@column`` and ``$x``.

    Or markup with the same, or a small document of `syncd.models.dom`.
    """

    formatters: dict[
        str, Literal["numeral", "datetime", "printf", "basic", "raw"] | CustomJSHover
    ] = {}
    "How columns are written: ``numeral``, ``datetime``, ``printf``, or by code."

    mode: Literal["mouse", "hline", "vline"] = "mouse"
    "Whether rows under the pointer count, or all at its height or place."

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose rows count; ``auto`` takes all renderers of the figure."

    muted_policy: Literal["show", "ignore"] = "show"
    "Whether the rows of renderers that are muted count."

    point_policy: Literal["snap_to_data", "follow_mouse", "none"] = "snap_to_data"
    "Whether a tooltip stands at the row, or at the pointer."

    line_policy: Literal["prev", "next", "nearest", "interp", "none"] = "nearest"
    "Where a tooltip stands between two points of a line."

    anchor: Anchor = "center"
    "The place of a glyph with an area that a tooltip stands at."

    attachment: Literal["horizontal", "vertical", "left", "right", "above", "below"] = (
        "horizontal"
    )
    "The side of its place on which a tooltip stands, or the two that it chooses from."

    show_arrow: bool = True
    "Whether an arrow points from a tooltip to its place."

    sort_by: str | list[str | tuple[str, SortOrder]] | None = None
    "The columns by which tooltips of several rows are sorted."

    filters: dict[str, CustomJS | list[CustomJS]] = {}
    """Code that leaves rows out, by the column or the ``$`` name that it is told of.

    A row is not told about if one of them returns ``false`` for it. Code is given the
    tool and ``value``, ``row``, ``index``, ``field``, ``data_source`` and ``vars``.
    """

    limit: PositiveInt | None = None
    "The most rows that are told about at once; ``None`` leaves it to the browser."

    callback: Callback | None = None
    "What to run when the pointer moves over the rows of a renderer."


class CrosshairTool(InspectTool):
    """Lines through the place of the pointer."""

    overlay: Literal["auto"] | Span | tuple[Span, Span] = "auto"
    "The lines; figures whose crosshairs have the same ones show one crosshair."

    dimensions: Dimensions = "both"
    "Which lines are drawn."

    line_color: Color = "black"
    "The colour of the lines; the default takes that of the page."

    line_alpha: Percent = 1.0
    "The opacity of the lines, from 0 to 1."

    line_width: float = 1
    "The width of the lines in CSS pixels."
