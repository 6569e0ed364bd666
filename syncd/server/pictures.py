"""From where else a document shows pictures, for the policy of its page."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from syncd.models import (
    ColumnDataSource,
    Div,
    HoverTool,
    HTMLTemplateFormatter,
    ImageURL,
    ImageURLTexture,
)
from syncd.models.callbacks import origin_of
from syncd.models.dom import HTML


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from syncd.document import Document
    from syncd.model import Model

__all__ = ["MOST_ORIGINS", "picture_origins"]

MOST_ORIGINS = 32
"""How many origins a policy names: it has to fit into a header."""

_MOST_ROWS = 10_000
"""How many rows of a column are looked at."""

_SHOWS = re.compile(r"<img\b", re.IGNORECASE)
_SOURCE = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)

_MARKUP: dict[type[Model], str] = {
    Div: "text",
    HTML: "html",
    HTMLTemplateFormatter: "template",
    HoverTool: "tooltips",
}
"""The fields with markup."""

_KINDS = (ImageURL, ImageURLTexture, *_MARKUP)


def picture_origins(document: Document) -> frozenset[str]:
    """Return the schemes and hosts of the pictures that a document names.

    Those are the addresses of `ImageURLTexture` and in markup, and if anything shows
    pictures, the addresses in columns: which of them a glyph or a template shows is
    known to browsers only.
    """
    models = [m for m in document.models.values() if isinstance(m, _KINDS)]
    if not models:
        return frozenset()
    texts = [text for model in models for text in _markup(model)]
    named = chain(
        (model.url for model in models if isinstance(model, ImageURLTexture)),
        *(_SOURCE.findall(text) for text in texts),
    )
    if texts or any(isinstance(model, ImageURL) for model in models):
        named = chain(named, _in_columns(document))
    return frozenset(islice(_unique(named), MOST_ORIGINS))


def _markup(model: Model) -> Iterator[str]:
    """Yield the markup of a model that shows pictures."""
    name = next((name for kind, name in _MARKUP.items() if isinstance(model, kind)), "")
    value = getattr(model, name, None)
    parts = value if isinstance(value, list) else [value]
    yield from (p for p in parts if isinstance(p, str) and _SHOWS.search(p))


def _in_columns(document: Document) -> Iterator[str]:
    """Yield the texts in columns that begin with one; numbers are no addresses."""
    for model in document.models.values():
        if isinstance(model, ColumnDataSource):
            for column in model.data.values():
                yield from _texts(column)


def _texts(column: Any) -> Iterator[str]:
    rows = islice(column, _MOST_ROWS)
    first = next((row for row in rows if row is not None), None)
    if isinstance(first, str):
        yield first
        yield from (row for row in rows if isinstance(row, str))


def _unique(addresses: Iterable[str]) -> Iterator[str]:
    """Yield each origin of some addresses once."""
    seen: set[str] = set()
    for address in addresses:
        origin = origin_of(address)
        if origin is not None and (origin := origin.lower()) not in seen:
            seen.add(origin)
            yield origin
