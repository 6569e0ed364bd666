"""The HTML pages that the daemon serves itself.

They work under a content security policy without exceptions: no inline script
and no inline style. Every address in them is relative, so that a proxy may
strip a prefix that the daemon does not know.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

from syncd.document import Document


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


__all__ = [
    "DEV_SCRIPT",
    "FAVICON",
    "UNTITLED",
    "address_of",
    "app_page",
    "error_page",
    "index_page",
]

_FOLDER = Path(__file__).parent
UNTITLED = Document().title
"""What a document is called until its application says otherwise."""

DEV_SCRIPT = (_FOLDER / "dev.js").read_bytes()
FAVICON = (_FOLDER / "favicon.svg").read_bytes()


def app_page(
    name: str,
    *,
    nested: bool,
    token: str | None,
    arguments: Mapping[str, Sequence[str]],
    title: str | None = None,
) -> str:
    """Return the page that shows one application.

    It is called like the application until its document has a title.

    Args:
        name: The application's name.
        nested: Whether the page's address ends with a slash.
        token: A session id for the page, if it needs one.
        arguments: What the application is told, name to values.
        title: The title of its document, if that is known.
    """
    root = "../" if nested else "./"
    address = address_of(name, nested=nested)
    attributes = {
        "url": address,
        "token": token,
        "arguments": json.dumps(arguments) if arguments else None,
        "untitled": UNTITLED,
    }
    told = "".join(
        f' {attribute}="{escape(value)}"'
        for attribute, value in attributes.items()
        if value is not None
    )
    shown = (title if title != UNTITLED else None) or name or UNTITLED
    return _page(
        shown,
        root,
        f"""<main class="app">
<h1 class="heard">{escape(shown)}</h1>
<docsync-document{told}></docsync-document>
<noscript><p class="note">This page needs JavaScript.</p></noscript>
</main>""",
        f'\n<script type="module" src="{escape(address)}/autoload.js"></script>',
    )


@lru_cache(64)
def address_of(name: str, *, nested: bool) -> str:
    """Return an application's address, relative to its own page.

    Args:
        name: The application's name, empty for the one at the root.
        nested: Whether the page's address ends with a slash.
    """
    return f"{'..' if nested else '.'}/{quote(name)}" if name else "."


def index_page(names: Iterable[str], version: str) -> str:
    """Return the page that lists the applications."""
    items = "".join(
        f'\n<li><a href="{escape(quote(name))}">{escape(name)}</a></li>'
        for name in names
    )
    return _page(
        "Applications",
        "./",
        f"""<main class="sheet">
<h1>Applications</h1>
<ul>{items}
</ul>
<footer>syncd {escape(version)}</footer>
</main>""",
    )


def error_page(
    title: str,
    message: str,
    *,
    depth: int,
    detail: str = "",
    generation: int | None = None,
) -> str:
    """Return a page that says why there is no other.

    Args:
        title: What happened, in few words.
        message: What the reader can do about it.
        depth: How many slashes the page's path has after its first one.
        detail: What a developer wants to know of it.
        generation: In development that of the applications: when it is another,
            the page is loaded again.
    """
    root = "../" * depth or "./"
    head = ""
    if generation is not None:
        source = f"{root}-/dev.js?{generation}"
        head = f'\n<script type="module" src="{source}"></script>'
    more = f'\n<pre tabindex="0">{escape(detail)}</pre>' if detail else ""
    return _page(
        title,
        root,
        f"""<main class="sheet">
<h1>{escape(title)}</h1>
<p>{escape(message)}</p>{more}
</main>""",
        head,
    )


def _page(title: str, root: str, body: str, head: str = "") -> str:
    """Return a whole page.

    Args:
        title: What the browser's tab says at first.
        root: The way to where the daemon's own files are.
        body: What is in it.
        head: More elements of the head.
    """
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<link rel="icon" href="{root}favicon.ico">
<link rel="stylesheet" href="{root}static/page.css">{head}
</head>
<body>
{body}
</body>
</html>"""
