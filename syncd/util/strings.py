"""Small things about texts that applications import."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote_plus


__all__ = [
    "append_docstring",
    "format_docstring",
    "format_url_query_arguments",
    "indent",
    "nice_join",
    "snakify",
]

_WORDS = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def indent(text: str, n: int = 2, ch: str = " ") -> str:
    """Return a text with ``n`` times ``ch`` before each of its lines."""
    return "\n".join(f"{ch * n}{line}" for line in text.split("\n"))


def nice_join(
    seq: Iterable[Any], *, sep: str = ", ", conjunction: str | None = "or"
) -> str:
    """Return things as a phrase, such as ``a, b or c``."""
    *others, last = [str(each) for each in seq] or [""]
    if not others:
        return last
    between = sep if conjunction is None else f" {conjunction} "
    return f"{sep.join(others)}{between}{last}"


def snakify(name: str, sep: str = "_") -> str:
    """Return the name of a class as one of a function: ``DataTable`` is ``data_table``."""
    return _WORDS.sub(sep, name).lower()


def append_docstring(docstring: str | None, extra: str) -> str | None:
    """Return a docstring with more; Python may have been told to keep none."""
    return None if docstring is None else f"{docstring}{extra}"


def format_docstring(docstring: str | None, *args: Any, **kwargs: Any) -> str | None:
    """Return a docstring with its fields filled in; Python may have been told to keep none."""
    return None if docstring is None else docstring.format(*args, **kwargs)


def format_url_query_arguments(
    url: str, arguments: Mapping[str, str] | None = None
) -> str:
    """Return an address with arguments behind it."""
    if arguments is None:
        return url
    items = (f"{quote_plus(key)}={quote_plus(arguments[key])}" for key in arguments)
    return f"{url}?{'&'.join(items)}"
