"""Tools from the words that authors write for them."""

from __future__ import annotations

from typing import Any

from syncd.models import Tool
from syncd.models.tools.names import WORDS, make_tool, values_of


__all__ = ["DEFAULT_TOOLS", "find_tool", "make_tools", "tool_words"]

DEFAULT_TOOLS = "pan,wheel_zoom,box_zoom,save,reset,help"
"""The tools of a figure whose author does not say."""

_SILENT = frozenset({"resize"})
"""Words that stand for nothing: Bokeh has dropped these itself."""


def make_tools(tools: Any) -> list[Tool]:
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
        if not isinstance(item, str):
            message = (
                f"tools has {item!r}, expected a Tool, or words such as 'pan,hover'"
            )
            raise ValueError(message)  # noqa: TRY004  # as for an unknown word
        words = (word.strip() for word in item.split(","))
        made.extend(tool for word in words if word and (tool := _make(word)))
    return made


def tool_words() -> dict[str, Tool]:
    """Return the tools that words stand for, by the words."""
    made = {word: make_tool(word) for word in WORDS}
    return {word: tool for word, tool in made.items() if isinstance(tool, Tool)}


def find_tool(tools: list[Tool], wanted: Any) -> Any:
    """Return the tool of a word among tools; anything else is what it is.

    Raises:
        ValueError: None of the tools is that.
    """
    if isinstance(wanted, list | tuple):
        return [find_tool(tools, item) for item in wanted]
    if not isinstance(wanted, str) or wanted == "auto":
        return wanted
    model = _make(wanted)
    if model is None:
        return None
    looked_for = values_of(wanted)
    for tool in tools:
        if type(tool) is type(model) and all(
            getattr(tool, name) == value for name, value in looked_for.items()
        ):
            return tool
    message = f"{wanted!r} is to be active, but is none of the figure's tools"
    raise ValueError(message)


def _make(word: str) -> Tool | None:
    if word in _SILENT:
        return None
    tool = make_tool(word)
    if not isinstance(tool, Tool):
        message = f"the alias {word!r} made {tool!r}, expected a tool"
        raise ValueError(message)  # noqa: TRY004  # the word does not fit
    return tool
