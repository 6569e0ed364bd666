"""What people draw with: rows of sources are added, moved and deleted."""

from typing import Any

from syncd.models.enums import Dimensions
from syncd.models.renderers import GlyphRenderer
from syncd.models.tools.base import GestureTool


__all__ = [
    "BoxEditTool",
    "EditTool",
    "FreehandDrawTool",
    "LineEditTool",
    "PointDrawTool",
    "PolyDrawTool",
    "PolyEditTool",
    "PolyTool",
]


class EditTool(GestureTool):
    """What edits the rows of sources.

    A new row is given a value in every column: first what ``default_overrides``
    says, then what suits the column's other values, and ``empty_value`` at last.
    Edits of rows show at once to whoever makes them. Python hears of them as
    ``on_change("data")`` when they are complete.
    """

    default_overrides: dict[str, Any] = {}
    "Values of new rows, by the names of columns."

    empty_value: Any = 0
    "The value of a new row in columns about which nothing is known."


class PolyTool(EditTool):
    """What edits lines and areas that have a row each."""

    vertex_renderer: GlyphRenderer | None = None
    "What draws the corners: a glyph with ``x`` and ``y``; ``None`` draws none."


class PointDrawTool(EditTool):
    """Tap to add a point, drag to move it, Backspace deletes what is selected."""

    renderers: list[GlyphRenderer] = []
    "Whose points are edited: glyphs with ``x`` and ``y``. The first one gets new points."

    add: bool = True
    "Whether a tap beside all points adds one."

    drag: bool = True
    "Whether points can be dragged."

    num_objects: int = 0
    "How many points there may be; a further one takes the place of the oldest. 0 is no limit."


class BoxEditTool(EditTool):
    """Drag with shift to draw a box, drag to move it, Backspace deletes what is selected.

    A double tap, or a press that is held, begins a box as well; the next one
    ends it.
    """

    renderers: list[GlyphRenderer] = []
    "Whose boxes are edited: rects, blocks, quads, bars or strips. The first one gets new boxes."

    dimensions: Dimensions = "both"
    "The directions that new boxes have ends in; in the other one they fill the frame."

    num_objects: int = 0
    "How many boxes there may be; a further one takes the place of the oldest. 0 is no limit."


class PolyDrawTool(PolyTool):
    """Double tap to begin a line or an area, tap to add corners, double tap to finish.

    A press that is held does the same as a double tap, and Enter finishes.
    Escape finishes with the corners that are there. Drag to move what is
    drawn; Backspace deletes what is selected.
    """

    renderers: list[GlyphRenderer] = []
    "What is edited: glyphs of the types `MultiLine` and `Patches`. The first one gets new rows."

    drag: bool = True
    "Whether lines and areas can be dragged."

    num_objects: int = 0
    "How many there may be; a further one takes the place of the oldest. 0 is no limit."


class FreehandDrawTool(EditTool):
    """Drag to draw a line or an area; Backspace deletes what is selected."""

    renderers: list[GlyphRenderer] = []
    "What is edited: glyphs of the types `MultiLine` and `Patches`. The first one gets new rows."

    num_objects: int = 0
    "How many there may be; a further one takes the place of the oldest. 0 is no limit."


class PolyEditTool(PolyTool):
    """Double tap a line or an area to see its corners, then drag these.

    A double tap on a corner begins one after it, which follows the pointer: a
    tap puts it down and begins the next, a double tap puts down the last, and
    Escape gives it up. Backspace deletes the corners that are selected.
    """

    renderers: list[GlyphRenderer] = []
    "What is edited: glyphs of the types `MultiLine` and `Patches`."


class LineEditTool(EditTool):
    """Double tap a line to see its points, then drag these."""

    renderers: list[GlyphRenderer] = []
    "Whose points are edited: glyphs of the type `Line`."

    intersection_renderer: GlyphRenderer | None = None
    "What draws the points of the line that was tapped: a glyph with ``x`` and ``y``."

    dimensions: Dimensions = "both"
    "The directions in which points can be dragged."
