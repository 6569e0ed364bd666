"""What marks look like while they are pointed at, and the handles that move them."""

from typing import Any

from syncd.model import Model, field
from syncd.model.kinds import ModelKind
from syncd.model.specs import Color, NonNegative, Percent
from syncd.models.enums import Dash, HatchPattern, LineCap, LineJoin
from syncd.models.looks import FillLooks, HatchLooks, LineLooks
from syncd.models.textures import Texture


__all__ = [
    "AreaVisuals",
    "BoxInteractionHandles",
    "HandlesKind",
    "HoverAreaLooks",
    "HoverLineLooks",
]


class HoverLineLooks(Model, part=True):
    """What a line looks like while it is pointed at; without a colour, as ever."""

    hover_line_color: Color | None = None
    "The colour of the line while it is pointed at; ``None`` leaves its looks."

    hover_line_alpha: Percent = 0.3
    "The opacity of the line while it is pointed at, from 0 to 1."

    hover_line_width: NonNegative = 1
    "The width of the line while it is pointed at, in CSS pixels."

    hover_line_dash: Dash = "solid"
    "The dash of the line while it is pointed at."

    hover_line_dash_offset: int = 0
    "How far into its dash the line begins while it is pointed at, in CSS pixels."

    hover_line_join: LineJoin = "bevel"
    "How the line turns while it is pointed at."

    hover_line_cap: LineCap = "butt"
    "How the line ends while it is pointed at."


class HoverAreaLooks(HoverLineLooks, part=True):
    """What an area looks like while it is pointed at; without a colour, as ever."""

    hover_fill_color: Color | None = None
    "The colour of the area while it is pointed at; ``None`` leaves its looks."

    hover_fill_alpha: Percent = 0.4
    "The opacity of the area while it is pointed at, from 0 to 1."

    hover_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over the area while it is pointed at; ``None`` leaves its looks."

    hover_hatch_color: Color | None = "black"
    "The colour of the hatch while the area is pointed at."

    hover_hatch_alpha: Percent = 1.0
    "The opacity of the hatch while the area is pointed at, from 0 to 1."

    hover_hatch_scale: NonNegative = 12.0
    "The distance at which the hatch repeats meanwhile, in CSS pixels."

    hover_hatch_weight: NonNegative = 1.0
    "The width of the lines of the hatch meanwhile, in CSS pixels."

    hover_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``hover_hatch_pattern`` has for them."


class AreaVisuals(HoverAreaLooks, HatchLooks, FillLooks, LineLooks):
    """What an area looks like, always and while it is pointed at."""


def _white() -> AreaVisuals:
    return AreaVisuals(
        fill_color="white",
        line_color="black",
        hover_fill_color="lightgray",
        hover_fill_alpha=1.0,
    )


class BoxInteractionHandles(Model):
    """What the handles of a box look like: all of them, or some in their own way."""

    all: AreaVisuals = field(default_factory=_white)
    "The looks of every handle that has none of its own."

    move: AreaVisuals | None = None
    "The looks of the handle in the middle."

    resize: AreaVisuals | None = None
    "The looks of the handles at sides and corners."

    sides: AreaVisuals | None = None
    "The looks of the handles at sides."

    corners: AreaVisuals | None = None
    "The looks of the handles at corners."

    left: AreaVisuals | None = None
    "The looks of the handle at the left side."

    right: AreaVisuals | None = None
    "The looks of the handle at the right side."

    top: AreaVisuals | None = None
    "The looks of the handle at the upper side."

    bottom: AreaVisuals | None = None
    "The looks of the handle at the lower side."

    top_left: AreaVisuals | None = None
    "The looks of the handle at the upper left corner."

    top_right: AreaVisuals | None = None
    "The looks of the handle at the upper right corner."

    bottom_left: AreaVisuals | None = None
    "The looks of the handle at the lower left corner."

    bottom_right: AreaVisuals | None = None
    "The looks of the handle at the lower right corner."


class HandlesKind(ModelKind):
    """The looks of handles; those of an area stand for all of them."""

    def __init__(self) -> None:
        super().__init__(BoxInteractionHandles)
        self.expected = "BoxInteractionHandles, or AreaVisuals for all of them"

    def check(self, value: Any) -> Any:  # noqa: D102  # documented by Kind
        if isinstance(value, AreaVisuals):
            return BoxInteractionHandles(all=value)
        return super().check(value)
