"""Which name was meant, when a model has none of that name."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["nearest_name"]

_FORMER = {
    "callback": ("js_on_click", "js_on_change"),
    "logo": ("toolbar.logo",),
    "on_submit": ("on_change",),
    "row_headers": ("index_position",),
}
"""Names of former releases of Bokeh, and what does today what they did."""

_HEADS = ("title", "toolbar")
"""What names began with that were a figure's, and are a part's of it today."""

_SURE = 0.8
"""How alike two names are, of 1, when one is taken for the other misspelt."""

_INNER = frozenset(
    {
        *("compile_kind", "fields", "forget_drops", "has_callbacks", "held"),
        *("held_values",),
        *("lookup", "notify", "release", "trigger_event"),
        *("wire_fields", "wire_value"),
    }
)
"""Methods of models that no application has a use for."""


def nearest_name(cls: type, fields: Iterable[str], name: str) -> str | None:
    """Return the name that was meant, or ``None`` if none is near.

    Args:
        cls: The class that has no such name.
        fields: The names of its fields.
        name: The name.
    """
    for today in _FORMER.get(name, ()):
        if hasattr(cls, today.partition(".")[0]):
            return today
    known = list(fields)
    public = (each for each in dir(cls) if each[:1] != "_" and each not in _INNER)
    methods = (each for each in public if callable(getattr(cls, each, None)))
    near = difflib.get_close_matches(name, [*known, *methods], 1)
    if near and difflib.SequenceMatcher(None, name, near[0]).ratio() > _SURE:
        return near[0]
    for head in _HEADS:
        if name.startswith(f"{head}_") and head in known:
            return f"{head}.{name.removeprefix(f'{head}_')}"
    return near[0] if near else None
