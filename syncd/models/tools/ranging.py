"""What shows a range as a box that can be moved."""

from typing import Literal

from syncd.model import field
from syncd.models.annotations import BoxAnnotation
from syncd.models.ranges import Range
from syncd.models.tools.base import GestureTool
from syncd.models.tools.overlays import OverlayKind


__all__ = ["RangeTool"]


def _overlay() -> BoxAnnotation:
    return BoxAnnotation(
        level="overlay",
        editable=True,
        fill_color="lightgrey",
        fill_alpha=0.5,
        line_color="black",
        line_alpha=1.0,
        line_width=0.5,
        line_dash=[2, 2],
    )


class RangeTool(GestureTool):
    """A box over a figure that shows, and sets, what another figure shows.

    Drag the box to move the range, its sides to change one end, or use the arrow
    keys. The ends are told as those of the range, whoever sets them.
    """

    x_range: Range | None = None
    "The horizontal range that the box shows; ``None`` lets it fill the frame."

    y_range: Range | None = None
    "The vertical range that the box shows; ``None`` lets it fill the frame."

    x_interaction: bool = True
    "Whether people can change the horizontal range."

    y_interaction: bool = True
    "Whether people can change the vertical range."

    overlay: BoxAnnotation = field(default_factory=_overlay, kind=OverlayKind(_overlay))
    "What the box looks like, as a model or a dict of its fields; the default follows the page."

    start_gesture: Literal["pan", "tap", "none"] = "none"
    "What draws the box anew beside it: a drag, two taps at its corners, or nothing."
