"""What finds an element of the page that shows a document."""

from typing import Any, ClassVar

from syncd.model import Model


__all__ = ["ByCSS", "ByClass", "ByID", "ByXPath", "Selector"]


class Selector(Model):
    """Finds an element, the first one if there are several.

    Only Python makes and changes one: it reaches beyond the document, into the pages of
    all who see it.

    Args:
        query: What to look for.
        **values: The fields.
    """

    runs_in_browser: ClassVar[bool] = True

    query: str = ""
    "What to look for; an empty one finds nothing."

    def __init__(self, query: str = "", **values: Any) -> None:
        super().__init__(query=query, **values)


class ByID(Selector):
    """Finds the element of an id, which is written without ``#``."""


class ByClass(Selector):
    """Finds the first element of a class, which is written without a dot."""


class ByCSS(Selector):
    """Finds the first element that a selector of CSS fits, as ``nav > .active``."""


class ByXPath(Selector):
    """Finds the first element that a path of XPath leads to, as ``//h1``."""
