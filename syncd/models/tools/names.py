"""The words that stand for tools."""

import difflib
from collections.abc import Callable
from typing import Annotated, Any, TypeAlias

from syncd.errors import LimitError
from syncd.model import Model, registry
from syncd.model.kinds import EnumKind


__all__ = ["WORDS", "ToolName", "make_tool", "register_alias", "values_of"]

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

_aliases: dict[str, Callable[[], Model]] = {}
"""Further words, and what makes their tools."""

_MOST_ALIASES = 1_000

ToolName: TypeAlias = Annotated[str, EnumKind(tuple(WORDS))]
"""A word that stands for a tool."""


def register_alias(name: Any, constructor: Any) -> None:
    """Let a further word stand for a tool, in all scripts of the process.

    Raises:
        ValueError: It is no word that can stand in a list of them, or nothing that
            makes tools, or there are too many.
    """
    if not isinstance(name, str) or not name.strip() or "," in name:
        message = f"the alias of a tool is {name!r}, expected a word without commas"
        raise ValueError(message)
    if not callable(constructor):
        message = f"the alias {name!r} got {constructor!r}, expected what makes a tool"
        raise ValueError(message)  # noqa: TRY004  # as for all callbacks
    if name not in _aliases and len(_aliases) >= _MOST_ALIASES:
        raise LimitError("aliases of tools", len(_aliases) + 1, _MOST_ALIASES)
    _aliases[name] = constructor


def values_of(name: str) -> dict[str, Any]:
    """Return the values by which a tool of a word is told from others of its type."""
    return {} if name in _aliases else WORDS[name][1]


def make_tool(name: str) -> Model:
    """Return a new tool of a word.

    Raises:
        ValueError: There is no such word.
    """
    if name in _aliases:
        return _aliases[name]()
    if name not in WORDS:
        nearest = difflib.get_close_matches(name.lower(), [*_aliases, *WORDS], 1)
        hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
        message = f"no tool is called {name!r}{hint}"
        raise ValueError(message)
    type_name, values = WORDS[name]
    return registry.lookup(type_name)(**values)
