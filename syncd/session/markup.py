"""Markup that a browser has written, and that others are to show."""

from __future__ import annotations

import html
import re
from typing import Any


__all__ = ["fetches"]

_MARKUP = frozenset(
    {
        ("Div", "text"),
        ("HTML", "html"),
        ("HTMLTemplateFormatter", "template"),
        ("HoverTool", "tooltips"),
        ("Markdown", "text"),
        ("SVGIcon", "svg"),
    }
)
"""The fields that are shown as markup, by the types that have them."""

_FETCHING = re.compile(
    r"<\s*(?:img|image|source|video|audio|track|use|feimage)\b"
    r"|\bbackground\s*=|url\(|!\[",
    re.IGNORECASE,
)
"""What markup fetches something with, as far as the client lets it stand."""

_ELSEWHERE = re.compile(r"[\\/]{2}|https?\\?:|ftp\\?:", re.IGNORECASE)
"""What may begin the address of another site."""

_LEFT_OUT = re.compile(r"[\t\n\r\f\0]")
"""What browsers leave out of addresses."""

_NAMESPACE = re.compile(r"xmlns(?::\w+)?\s*=\s*([\"'])http://www\.w3\.org/[\w/]*\1")


def fetches(type_name: str, field: str, value: Any) -> bool:
    """Tell whether a field brings markup that may fetch something from elsewhere.

    Where a tag ends is not asked, for whoever means harm knows better than this
    process how browsers read a broken one: a picture and an address of another site
    in one text suffice.

    Args:
        type_name: The type of the model.
        field: The field that is to be set.
        value: What it is to be set to.
    """
    return (type_name, field) in _MARKUP and _brings(value)


def _brings(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(_brings(item) for item in value)
    if not isinstance(value, str) or _FETCHING.search(value) is None:
        return False
    read = _LEFT_OUT.sub("", html.unescape(_NAMESPACE.sub("", value)))
    return _ELSEWHERE.search(read) is not None
