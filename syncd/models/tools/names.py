"""The words that stand for tools."""

import difflib
from typing import Annotated, Any, TypeAlias

from syncd.model import Model, registry
from syncd.model.kinds import EnumKind


__all__ = ["WORDS", "ToolName", "make_tool"]

_WIDTH = {"dimensions": "width"}
_HEIGHT = {"dimensions": "height"}

WORDS: dict[str, tuple[str, dict[str, Any]]] = {
    "auto_box_zoom": ("BoxZoomTool", {"dimensions": "auto"}),
    "box_edit": ("BoxEditTool", {}),
    "box_select": ("BoxSelectTool", {}),
    "box_zoom": ("BoxZoomTool", {"dimensions": "both"}),
    "click": ("TapTool", {"behavior": "inspect"}),
    "copy": ("CopyTool", {}),
    "crosshair": ("CrosshairTool", {}),
    "doubletap": ("TapTool", {"gesture": "doubletap"}),
    "examine": ("ExamineTool", {}),
    "freehand_draw": ("FreehandDrawTool", {}),
    "fullscreen": ("FullscreenTool", {}),
    "help": ("HelpTool", {}),
    "hover": ("HoverTool", {}),
    "lasso_select": ("LassoSelectTool", {}),
    "line_edit": ("LineEditTool", {}),
    "pan": ("PanTool", {}),
    "pan_down": ("ClickPanTool", {"direction": "down"}),
    "pan_east": ("ClickPanTool", {"direction": "east"}),
    "pan_left": ("ClickPanTool", {"direction": "left"}),
    "pan_north": ("ClickPanTool", {"direction": "north"}),
    "pan_right": ("ClickPanTool", {"direction": "right"}),
    "pan_south": ("ClickPanTool", {"direction": "south"}),
    "pan_up": ("ClickPanTool", {"direction": "up"}),
    "pan_west": ("ClickPanTool", {"direction": "west"}),
    "point_draw": ("PointDrawTool", {}),
    "poly_draw": ("PolyDrawTool", {}),
    "poly_edit": ("PolyEditTool", {}),
    "poly_select": ("PolySelectTool", {}),
    "previewsave": ("SaveTool", {}),
    "redo": ("RedoTool", {}),
    "reset": ("ResetTool", {}),
    "save": ("SaveTool", {}),
    "tap": ("TapTool", {}),
    "undo": ("UndoTool", {}),
    "wheel_zoom": ("WheelZoomTool", {}),
    "xbox_select": ("BoxSelectTool", _WIDTH),
    "xbox_zoom": ("BoxZoomTool", _WIDTH),
    "xcrosshair": ("CrosshairTool", _WIDTH),
    "xpan": ("PanTool", _WIDTH),
    "xwheel_pan": ("WheelPanTool", {"dimension": "width"}),
    "xwheel_zoom": ("WheelZoomTool", _WIDTH),
    "xzoom_in": ("ZoomInTool", _WIDTH),
    "xzoom_out": ("ZoomOutTool", _WIDTH),
    "ybox_select": ("BoxSelectTool", _HEIGHT),
    "ybox_zoom": ("BoxZoomTool", _HEIGHT),
    "ycrosshair": ("CrosshairTool", _HEIGHT),
    "ypan": ("PanTool", _HEIGHT),
    "ywheel_pan": ("WheelPanTool", {"dimension": "height"}),
    "ywheel_zoom": ("WheelZoomTool", _HEIGHT),
    "yzoom_in": ("ZoomInTool", _HEIGHT),
    "yzoom_out": ("ZoomOutTool", _HEIGHT),
    "zoom_in": ("ZoomInTool", {}),
    "zoom_out": ("ZoomOutTool", {}),
}
"""What words stand for: the type of a tool, and the values of its fields."""

ToolName: TypeAlias = Annotated[str, EnumKind(tuple(WORDS))]
"""A word that stands for a tool."""


def make_tool(name: str) -> Model:
    """Return a new tool of a word.

    Raises:
        ValueError: There is no such word.
    """
    if name not in WORDS:
        nearest = difflib.get_close_matches(name.lower(), WORDS, 1)
        hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
        message = f"no tool is called {name!r}{hint}"
        raise ValueError(message)
    type_name, values = WORDS[name]
    return registry.lookup(type_name)(**values)
