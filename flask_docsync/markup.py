"""Markup that repeats no script within a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from flask import has_request_context, request
from markupsafe import Markup


if TYPE_CHECKING:
    from syncd.embed import Embed

__all__ = ["EmbedMarkup", "forget_scripts"]

_SCRIPTS = "docsync.scripts"
"""The key in the request's environment. Not on ``flask.g``, which two requests
share when a test holds an app context open around them."""


class EmbedMarkup(Markup):
    """An element and its script; the script only once in a rendered page.

    As a string it is complete. Jinja asks for ``__html__`` when it renders,
    with and without ``|safe``, and then gets the script only if the page has
    not got it yet.
    """

    __slots__ = ("_element", "_source")

    _element: str
    _source: str

    @classmethod
    def of(cls, embed: Embed, note: str = "") -> EmbedMarkup:
        """Return the markup of a document.

        Args:
            embed: The document.
            note: What to say in its place for as long as it cannot be shown.
        """
        element, script = embed.element(note), embed.script()
        markup = cls(f"{element}\n{script}" if script else element)
        markup._element = str(element)
        markup._source = embed.source if script else ""
        return markup

    def __html__(self) -> Self:
        # Methods of str make new instances, which have no parts of their own.
        source = getattr(self, "_source", "")
        if not source or not has_request_context():
            return self
        written: set[str] = request.environ.setdefault(_SCRIPTS, set())
        text = self._element if source in written else str(self)
        written.add(source)
        # A new instance: whoever asked may ask what it got once more.
        return type(self)(text)


def forget_scripts() -> None:
    """Let the next page of this request have its scripts again."""
    if has_request_context():
        request.environ.pop(_SCRIPTS, None)
