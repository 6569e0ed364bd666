"""Tools from the words that authors write for them."""

from __future__ import annotations

import difflib
import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from syncd.models import (
    BoxSelectTool,
    BoxZoomTool,
    CrosshairTool,
    HoverTool,
    LassoSelectTool,
    PanTool,
    PolySelectTool,
    ResetTool,
    SaveTool,
    TapTool,
    Tool,
    WheelZoomTool,
)


if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DEFAULT_TOOLS", "find_tool", "make_tools", "tool_words"]

_log = logging.getLogger("syncd.plotting")

DEFAULT_TOOLS = "pan,wheel_zoom,box_zoom,save,reset,help"
"""The tools of a figure whose author does not say."""

_TOOLS: dict[str, Callable[[], Tool]] = {
    "pan": PanTool,
    "xpan": partial(PanTool, dimensions="width"),
    "ypan": partial(PanTool, dimensions="height"),
    "wheel_zoom": WheelZoomTool,
    "xwheel_zoom": partial(WheelZoomTool, dimensions="width"),
    "ywheel_zoom": partial(WheelZoomTool, dimensions="height"),
    "box_zoom": BoxZoomTool,
    "xbox_zoom": partial(BoxZoomTool, dimensions="width"),
    "ybox_zoom": partial(BoxZoomTool, dimensions="height"),
    "auto_box_zoom": partial(BoxZoomTool, dimensions="auto"),
    "box_select": BoxSelectTool,
    "xbox_select": partial(BoxSelectTool, dimensions="width"),
    "ybox_select": partial(BoxSelectTool, dimensions="height"),
    "lasso_select": LassoSelectTool,
    "poly_select": PolySelectTool,
    "tap": TapTool,
    "doubletap": partial(TapTool, gesture="doubletap"),
    "reset": ResetTool,
    "save": SaveTool,
    "previewsave": SaveTool,
    "hover": HoverTool,
    "crosshair": CrosshairTool,
}

_SILENT = frozenset({"help", "resize"})
"""Words that stand for nothing here: a button to the pages of Bokeh, and one
that Bokeh has dropped itself."""

_LATER = frozenset(
    {
        "box_edit",
        "click",
        "copy",
        "edit",
        "examine",
        "freehand_draw",
        "fullscreen",
        "line_edit",
        "point_draw",
        "poly_draw",
        "poly_edit",
        "redo",
        "undo",
        "xpan_zoom",
        "xwheel_pan",
        "xzoom_in",
        "xzoom_out",
        "ywheel_pan",
        "yzoom_in",
        "yzoom_out",
        "zoom_in",
        "zoom_out",
    }
)
"""Words that Bokeh knows and that nothing here answers to yet."""


def make_tools(tools: str | list[str | Tool] | tuple[str | Tool, ...]) -> list[Tool]:
    """Return the tools that an author means.

    Args:
        tools: Words with commas between them, or a list of words and tools.

    Raises:
        ValueError: A word is none that stands for a tool.
    """
    named = [tools] if isinstance(tools, str) else list(tools)
    made: list[Tool] = []
    for item in named:
        if isinstance(item, Tool):
            made.append(item)
            continue
        words = (word.strip() for word in item.split(","))
        made.extend(tool for word in words if word and (tool := _make(word)))
    return made


def tool_words() -> dict[str, Tool]:
    """Return the tools that words stand for, by the words."""
    return {word: make() for word, make in _TOOLS.items()}


def find_tool(tools: list[Tool], wanted: Any) -> Any:
    """Return the tool of a word among tools; anything else is what it is.

    Raises:
        ValueError: None of the tools is that.
    """
    if not isinstance(wanted, str) or wanted == "auto":
        return wanted
    model = _make(wanted)
    if model is None:
        return None
    for tool in tools:
        same = type(tool) is type(model)
        if same and getattr(tool, "dimensions", None) == getattr(
            model, "dimensions", None
        ):
            return tool
    message = f"{wanted!r} is to be active, but is none of the figure's tools"
    raise ValueError(message)


def _make(word: str) -> Tool | None:
    if word in _TOOLS:
        return _TOOLS[word]()
    if word in _SILENT:
        return None
    if word in _LATER:
        _log.warning("the tool %r is left out: there is none of that name yet", word)
        return None
    nearest = difflib.get_close_matches(word, _TOOLS, 1)
    hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
    message = f"no tool is called {word!r}{hint}"
    raise ValueError(message)
