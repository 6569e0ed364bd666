"""The HTML pages that the daemon serves itself.

They work under a content security policy without exceptions: no inline script
and no inline style. Every address in them is relative, so that a proxy may
strip a prefix that the daemon does not know.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from syncd.document import Document


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


__all__ = ["FAVICON", "STYLE", "app_page", "error_page", "index_page"]

_FOLDER = Path(__file__).parent
# What a document is called until its application says otherwise.
_UNTITLED = Document().title

STYLE = (_FOLDER / "page.css").read_bytes()
FAVICON = (_FOLDER / "favicon.svg").read_bytes()

_environment = Environment(
    loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined
)


def app_page(
    name: str,
    *,
    nested: bool,
    token: str | None,
    arguments: Mapping[str, Sequence[str]],
) -> str:
    """Return the page that shows one application.

    It is called like the application until its document has a title.

    Args:
        name: The application's name.
        nested: Whether the page's address ends with a slash.
        token: A session id for the page, if it needs one.
        arguments: What the application is told, name to values.
    """
    root = "../" if nested else "./"
    return _render(
        "app.html",
        title=name,
        root=root,
        app=root + quote(name),
        token=token,
        arguments=json.dumps(arguments) if arguments else "",
        untitled=_UNTITLED,
    )


def index_page(names: Iterable[str], version: str) -> str:
    """Return the page that lists the applications."""
    return _render(
        "index.html", title="Applications", root="./", names=names, version=version
    )


def error_page(title: str, message: str, *, depth: int) -> str:
    """Return a page that says why there is no other.

    Args:
        title: What happened, in few words.
        message: What the reader can do about it.
        depth: How many slashes the page's path has after its first one.
    """
    return _render(
        "error.html",
        title=title,
        root="../" * depth or "./",
        message=message,
    )


def _render(template: str, **values: Any) -> str:
    return _environment.get_template(template).render(**values)
