"""CSS of authors for the elements of models."""

from typing import Any, ClassVar

from syncd.model import Model


__all__ = [
    "BaseStyleSheet",
    "GlobalImportedStyleSheet",
    "GlobalInlineStyleSheet",
    "ImportedStyleSheet",
    "InlineStyleSheet",
]


class BaseStyleSheet(Model):
    """What all style sheets have: nothing of their own.

    Only Python makes and changes one: rules can read and fetch, and whoever sees a
    document must not say what those do on the pages of others.
    """

    runs_in_browser: ClassVar[bool] = True


class InlineStyleSheet(BaseStyleSheet):
    """CSS for the inside of one element, which is ``:host``."""

    css: str = ""
    "The rules, as the text of a file of CSS."

    def __init__(self, css: str = "", **values: Any) -> None:
        super().__init__(css=css, **values)


class ImportedStyleSheet(BaseStyleSheet):
    """A file of CSS for the inside of one element, which is ``:host``."""

    url: str = ""
    "The address, on the origin of the page or relative to the page."

    def __init__(self, url: str = "", **values: Any) -> None:
        super().__init__(url=url, **values)


class GlobalInlineStyleSheet(InlineStyleSheet):
    """CSS for the page around the elements, and for the elements of roots."""


class GlobalImportedStyleSheet(ImportedStyleSheet):
    """A file of CSS for the page around the elements."""
