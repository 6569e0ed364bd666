"""One toolbar for several figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.models import (
    CopyTool,
    ExamineTool,
    Figure,
    FullscreenTool,
    HelpTool,
    SaveTool,
    Tool,
    Toolbar,
    ToolProxy,
)


if TYPE_CHECKING:
    from collections.abc import Iterable

    from syncd.models import LayoutDOM

__all__ = ["merge_bars", "merged"]

_WHOLE = (CopyTool, ExamineTool, FullscreenTool, HelpTool, SaveTool)
"""What works on all figures as one, and needs only one tool for that."""

_OWN = frozenset({"overlay", "renderers", "name", "tags"})
"""What tools of different figures that do the same may differ in."""

_LOOKS = ("logo", "autohide")
_ACTIVE = ("drag", "inspect", "scroll", "tap", "multi")


def merged(item: LayoutDOM) -> list[Toolbar]:
    """Hide the toolbars of the figures in a model, and return them."""
    figures = [model for model in item.references() if isinstance(model, Figure)]
    for figure in figures:
        figure.toolbar_location = None
    return [figure.toolbar for figure in figures]


def merge_bars(bars: list[Toolbar], options: dict[str, Any]) -> Toolbar:
    """Return a toolbar whose buttons drive the tools of several.

    Args:
        bars: The toolbars of the figures; where they differ, the last one counts.
        options: What the fields of the new one hold instead.
    """
    tools = _grouped(tool for bar in bars for tool in bar.tools)
    values: dict[str, Any] = {"tools": tools}
    for bar in bars:
        values |= {name: getattr(bar, name) for name in _LOOKS}
        for what in _ACTIVE:
            name = f"active_{what}"
            values[name] = _button(tools, getattr(bar, name))
    return Toolbar(**values | options)


def _grouped(tools: Iterable[Tool]) -> list[Tool]:
    """Return one button for all tools that do the same."""
    groups: list[list[Tool]] = []
    for tool in tools:
        for group in groups:
            if _is_like(tool, group[0]):
                if not any(tool is known for known in group):
                    group.append(tool)
                break
        else:
            groups.append([tool])
    return [_one_for(group) for group in groups]


def _one_for(group: list[Tool]) -> Tool:
    if isinstance(group[0], _WHOLE):
        return type(group[0])(
            description=group[0].description, visible=group[0].visible
        )
    return group[0] if len(group) == 1 else ToolProxy(tools=group)


def _is_like(one: Tool, other: Tool) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, _WHOLE):
        return True
    return all(
        getattr(one, name) == getattr(other, name)
        for name in one.fields()
        if name not in _OWN
    )


def _button(tools: list[Tool], active: Any) -> Any:
    """Return the button that drives a tool; anything else is what it is."""
    if isinstance(active, list | tuple):
        found = [_button(tools, item) for item in active]
        return [item for at, item in enumerate(found) if item not in found[:at]]
    for tool in tools:
        if isinstance(tool, ToolProxy) and any(active is one for one in tool.tools):
            return tool
    return active
