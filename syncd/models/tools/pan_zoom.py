"""What moves and zooms what a figure shows."""

from typing import Annotated, Any, Literal

from syncd.model import field
from syncd.model.kinds import EnumKind, ModelKind, UnionKind
from syncd.model.specs import NonNegativeInt
from syncd.models.annotations import BoxAnnotation
from syncd.models.enums import Dimensions
from syncd.models.grouping import GroupBy, GroupByModels, GroupByName
from syncd.models.renderers import Renderer
from syncd.models.tools.base import Drag, Modifiers, Scroll
from syncd.models.tools.overlays import OverlayKind, box_overlay


__all__ = ["BoxZoomTool", "PanTool", "WheelZoomTool"]


class _GroupKind(ModelKind):
    """How renderers are grouped; lists of them, or a word, stand for a model."""

    def __init__(self) -> None:
        super().__init__(GroupBy)
        self.expected = "a GroupBy, 'group_by_name' or lists of renderers"

    def check(self, value: Any) -> Any:
        if value == "group_by_name":
            return GroupByName()
        if isinstance(value, list | tuple):
            groups: Any = value
            return GroupByModels(groups=groups)
        return super().check(value)


class PanTool(Drag):
    """Drag to move what is shown; on an axis, to move that direction alone."""

    dimensions: Dimensions = "both"
    "The directions that are moved."


class WheelZoomTool(Scroll):
    """Turn the wheel, or pinch, to zoom; over an axis, that direction alone."""

    dimensions: Dimensions = "both"
    "The directions that are zoomed."

    renderers: Literal["auto"] | list[Renderer] = "auto"
    "Whose ranges are zoomed; ``auto`` takes all ranges of the figure."

    maintain_focus: bool = True
    "Whether nothing moves once one direction has come to its bounds."

    zoom_on_axis: bool = True
    "Whether the wheel zooms over an axis, too."

    zoom_together: Literal["none", "cross", "all"] = "all"
    "What is zoomed over an axis: its range, also the one across it, or all of its direction."

    speed: float = 1 / 600
    "By what share of the span one CSS pixel of the wheel zooms."

    modifiers: Modifiers = {}
    "The keys that have to be held."

    level: NonNegativeInt = 0
    "Whether the figure's ranges are zoomed (0), or those of planes within it (1)."

    hit_test: bool = False
    "Whether of planes within the figure only those are zoomed that are pointed at."

    hit_test_mode: Literal["point", "hline", "vline"] = "point"
    "What is pointed at: what is under the pointer, or all in its row or column."

    hit_test_behavior: Annotated[
        Literal["only_hit"] | GroupBy,
        UnionKind([EnumKind(("only_hit",)), _GroupKind()]),
    ] = "only_hit"
    """What is zoomed of what is pointed at: it alone, or its group.

    A list of lists of renderers stands for `GroupByModels`, ``group_by_name`` for
    `GroupByName`.
    """


class BoxZoomTool(Drag):
    """Drag a box to zoom into it; tap twice to go back."""

    dimensions: Dimensions | Literal["auto"] = "auto"
    "The directions that are zoomed; ``auto`` goes by the shape of the box."

    match_aspect: bool = False
    "Whether the box has the proportions of the frame."

    origin: Literal["corner", "center"] = "corner"
    "Where in the box the drag begins."

    overlay: BoxAnnotation = field(
        default_factory=box_overlay, kind=OverlayKind(box_overlay)
    )
    "What the box looks like while it is drawn."
