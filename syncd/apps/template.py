"""Pages of an application's own: Jinja2 templates under Bokeh's names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemLoader,
    Template,
    TemplateError,
    Undefined,
)
from markupsafe import Markup

from syncd.errors import AppError


if TYPE_CHECKING:
    from collections.abc import Iterator

    from syncd.document import Document
    from syncd.embed import Embed
    from syncd.model import Model


__all__ = ["PageTemplate", "render_page"]

_OWN = Path(__file__).parent / "pages"
_BLOCK = re.compile(r"\{%[-+]?\s*block\b")
_WHOLE = re.compile(r"<html\b|\{%[-+]?\s*extends\b", re.IGNORECASE)
"""What is a page already, or says what it extends."""


class PageTemplate:
    """The template of a page, with what it may extend and import.

    Texts that are put into it are escaped, unless they are marked as markup.

    Args:
        template: The template itself.
    """

    def __init__(self, template: Template) -> None:
        self._template = template

    @classmethod
    def load(cls, route: str, folder: Path) -> PageTemplate:
        """Compile the ``index.html`` of a folder of templates.

        Raises:
            AppError: It is not a template.
        """
        try:
            return cls(
                _environment(FileSystemLoader(folder)).get_template("index.html")
            )
        except (TemplateError, ValueError) as error:
            raise AppError(route, error) from error

    @classmethod
    def compile(cls, template: Any) -> PageTemplate:
        """Return what an application has set as the template of its document.

        Args:
            template: A template, or the text of one. A text that has blocks is
                for ``base``, unless it says what it extends or is a whole page.
        """
        if isinstance(template, PageTemplate):
            return template
        if isinstance(template, str):
            if _BLOCK.search(template) and not _WHOLE.search(template):
                template = "{% extends base %}" + template
            return cls(_environment(None).from_string(template))
        return cls(template)

    def render(self, values: dict[str, Any]) -> str:
        """Return the page."""
        return str(self._template.render(values))


def render_page(document: Document, embed: Embed, title: str) -> str:
    """Return the page of a document that has a template.

    Args:
        document: What is shown; its ``template_variables`` come into the page.
        embed: Where it is, and what lets the page in.
        title: What the page is called as long as the document has no title.
    """
    # What the page calls itself stands until the document is called otherwise.
    doc = _Doc(document, replace(embed, untitled=document.title))
    values = {
        **document.template_variables,
        "base": _own_template("base.html"),
        "macros": _own_template("macros.html"),
        "embed": _element,
        "title": document.title if document.title != embed.untitled else title,
        "bokeh_css": Markup(""),
        "bokeh_js": embed.script(),
        "plot_script": Markup(""),
        "plot_div": Markup(doc.__html__()),  # noqa: S704 - it says that it is markup
        "doc": doc,
        "docs": [doc],
        "roots": doc.roots,
    }
    return PageTemplate.compile(document.template).render(values)


class _Root:
    """A root of the document, in a template."""

    def __init__(self, model: Model, place: int, element: Markup) -> None:
        self.id = str(model.id)
        self.name = model.name
        self.tags = list(model.tags)
        self.elementid = f"root-{place}"
        self._element = element

    def __html__(self) -> str:
        return self._element


class _Roots:
    """The roots of the document, by place, or by name as attributes."""

    def __init__(self, roots: list[_Root]) -> None:
        self._roots = roots

    def __len__(self) -> int:
        return len(self._roots)

    def __iter__(self) -> Iterator[_Root]:
        return iter(self._roots)

    def __getitem__(self, key: Any) -> Any:
        if not isinstance(key, str):
            return self._roots[key]
        for root in self._roots:
            if root.name == key:
                return root
        names = sorted(root.name for root in self._roots if root.name)
        raise ValueError(f"no root is named {key!r}; there are {names}")

    def __getattr__(self, name: str) -> _Root:
        if name[:2] == "__":
            raise AttributeError(name)
        root: _Root = self[name]
        return root


class _Doc:
    """The document, in a template."""

    elementid = None
    """There is no element that holds all roots."""

    def __init__(self, document: Document, embed: Embed) -> None:
        roots = document.roots
        names = [root.name for root in roots]
        self.title = document.title
        self.roots = _Roots(
            [
                _Root(root, place, embed.of_root(_key(root, place, names)).element())
                for place, root in enumerate(roots)
            ]
        )

    def __html__(self) -> str:
        return Markup("\n").join(self.roots)


def _key(root: Model, place: int, names: list[str | None]) -> str:
    """Return what tells a root from the others: its name, or its place."""
    alone = root.name and names.count(root.name) == 1
    return root.name if alone and root.name else str(place)


def _element(root: Any) -> Markup:
    """Return the element of a root; what templates call ``embed``."""
    if isinstance(root, Undefined) or not hasattr(root, "__html__"):
        raise TypeError(f"embed() shows roots of the document, got {root!r}")
    return Markup(root.__html__())  # noqa: S704 - it says that it is markup


def _environment(loader: BaseLoader | None) -> Environment:
    return Environment(loader=loader, autoescape=True)


@cache
def _own_template(name: str) -> Template:
    """Return what templates extend or import."""
    return _environment(FileSystemLoader(_OWN)).get_template(name)
