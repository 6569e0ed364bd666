"""What points at the data."""

from typing import Annotated, Any, Literal

from syncd.model.kinds import ListKind, NoneKind, StrKind, TupleKind, UnionKind
from syncd.model.specs import Color, Percent
from syncd.models.enums import Dimensions
from syncd.models.renderers import Renderer
from syncd.models.tools.base import Tool


__all__ = ["CrosshairTool", "HoverTool"]


class _TooltipsKind(UnionKind):
    """A template, or pairs of words and templates; a dict stands for its pairs."""

    def __init__(self) -> None:
        pair = TupleKind([StrKind(), StrKind()])
        super().__init__([StrKind(), ListKind(pair), NoneKind()])

    def check(self, value: Any) -> Any:
        return super().check(list(value.items()) if isinstance(value, dict) else value)


class HoverTool(Tool):
    """Point at the data to read them."""

    tooltips: Annotated[str | list[tuple[str, str]] | None, _TooltipsKind()] = [
        ("index", "$index"),
        ("data (x, y)", "($x, $y)"),
        ("screen (x, y)", "($sx, $sy)"),
    ]
    "What is shown: pairs of a label and a text with ``@column`` and ``$x``."

    formatters: dict[str, str] = {}
    "How columns are written: ``numeral``, ``datetime`` or ``printf``."

    mode: Literal["mouse", "hline", "vline"] = "mouse"
    "Whether rows under the pointer count, or all at its height or place."

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose rows count; ``auto`` takes all renderers of the figure."


class CrosshairTool(Tool):
    """Lines through the place of the pointer."""

    dimensions: Dimensions = "both"
    "Which lines are drawn."

    line_color: Color = "black"
    "The colour of the lines; the default takes that of the page."

    line_alpha: Percent = 1.0
    "The opacity of the lines, from 0 to 1."

    line_width: float = 1
    "The width of the lines in CSS pixels."
