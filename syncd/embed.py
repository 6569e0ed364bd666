"""The markup that puts a live document into a page.

It is a custom element and one external module script: nothing inline, so that
it works under a strict content security policy. The module script is the same
for every document of an application, and browsers run it once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup, escape

from syncd.absent import refuse_calls, refuse_imports
from syncd.config import Settings
from syncd.tokens import check_session_id


if TYPE_CHECKING:
    from syncd.model import Model

__all__ = [
    "Embed",
    "app_address",
    "app_path",
    "argument_texts",
    "autoload_static",
    "components",
    "describe_document",
    "describe_session",
    "file_html",
    "json_item",
    "server_document",
    "server_session",
]

__path__: list[str] = []
"""Nothing is in here, but some of it has other names: `syncd.relocated`."""

_DOTS = frozenset({".", ".."})
_PATH_CHARACTERS = "/%:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """One document in one page, before it is written as markup.

    Args:
        url: The public address of the application, or a path.
        token: The session id; ``None`` begins a session for each visitor.
        arguments: Arguments for a session that begins.
        root: The name or the place of the only root to show.
        untitled: The title that a document has before it has any, or that the page
            has made something of; only for a page that takes the document's.
        loads: Whether the page needs the script; not if it loads it itself.
    """

    url: str
    token: str | None = None
    arguments: Mapping[str, list[str]] | None = None
    root: str | None = None
    untitled: str | None = None
    loads: bool = True

    @property
    def source(self) -> str:
        """The address of the module script."""
        return f"{self.url}/autoload.js"

    def element(self, note: str = "") -> Markup:
        """Return the element.

        Args:
            note: What to say in its place for as long as it cannot be shown.
        """
        given = {
            "url": self.url,
            "token": self.token,
            "arguments": json.dumps(self.arguments) if self.arguments else None,
            "root": self.root,
            "untitled": self.untitled,
        }
        attributes = Markup("").join(
            Markup(' {}="{}"').format(name, value)
            for name, value in given.items()
            if value is not None
        )
        alert = Markup('<p role="alert">{}</p>').format(note) if note else ""
        return Markup("<docsync-document{}>{}</docsync-document>").format(
            attributes, alert
        )

    def of_root(self, root: str) -> Embed:
        """Return the same for one root."""
        return replace(self, root=root)

    def script(self) -> Markup:
        """Return the script tag, empty if the page loads the script itself."""
        if not self.loads:
            return Markup("")
        return Markup('<script type="module" src="{}"></script>').format(self.source)

    def __html__(self) -> str:
        return f"{self.element()}\n{self.script()}"


def app_address(url: str, base: str) -> str:
    """Return the public address of an application.

    Args:
        url: A name such as ``sliders``, a path such as ``/docsync/sliders``, a
            full URL, or ``default`` for the application at the base itself.
        base: ``DOCSYNC_URL``. A path that does not begin with the base's is
            taken to be the application's path below it.

    Raises:
        ValueError: The scheme is not ``http`` or ``https``, or the URL has a
            query or a fragment.
    """
    base = _checked("DOCSYNC_URL", base).rstrip("/")
    if url == "default":
        return base
    url = _checked("url", url)
    if urlsplit(url).scheme:
        return url.rstrip("/")
    origin, prefix = _split_base(base)
    path = "/" + quote(url.strip("/"), safe=_PATH_CHARACTERS)
    if not url.startswith("/") or not _is_below(path, prefix):
        path = prefix + path
    return (origin + path).rstrip("/")


def app_path(url: str, base: str) -> str:
    """Return an application's path as syncd knows it, such as ``/sliders``.

    That is the path of its public address without the one of ``DOCSYNC_URL``,
    which a proxy strips.
    """
    path = urlsplit(app_address(url, base)).path
    prefix = _split_base(base)[1]
    if path == prefix or _is_below(path, prefix):
        path = path[len(prefix) :]
    return "/" + unquote(path).strip("/")


def describe_document(
    url: str,
    *,
    base: str,
    relative_urls: bool = False,
    resources: str | None = "default",
    arguments: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    with_credentials: bool = False,
) -> Embed:
    """Return what `server_document` writes as markup."""
    _check_options(resources, headers, with_credentials=with_credentials)
    address = app_address(url, base)
    return Embed(
        url=urlsplit(address).path if relative_urls else address,
        arguments=argument_texts(arguments or {}),
        loads=resources is not None,
    )


def describe_session(
    model: Model | str | None,
    session_id: str | None,
    url: str,
    *,
    base: str,
    relative_urls: bool = False,
    resources: str | None = "default",
    headers: Mapping[str, str] | None = None,
    with_credentials: bool = False,
) -> Embed:
    """Return what `server_session` writes as markup."""
    if not session_id:
        raise ValueError(
            "server_session needs a session_id; generate_session_id() makes one,"
            " and pull_session() has one"
        )
    _check_options(resources, headers, with_credentials=with_credentials)
    address = app_address(url, base)
    return Embed(
        url=urlsplit(address).path if relative_urls else address,
        token=check_session_id(session_id),
        root=None if model is None else _root(model),
        loads=resources is not None,
    )


def server_document(
    url: str = "default",
    *,
    relative_urls: bool = False,
    resources: str | None = "default",
    arguments: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    with_credentials: bool = False,
) -> Markup:
    """Return markup that begins a new session for whoever loads the page.

    The base of addresses is ``DOCSYNC_URL`` of the environment; inside a Flask
    application `flask_docsync.server_document` asks its configuration.

    Args:
        url: The application: its name, path or full URL.
        relative_urls: Leave scheme and host out of the addresses.
        resources: ``None`` if the page has the script already.
        arguments: What the application finds in ``session_context.request``,
            name to value or values.
        headers: Refused, as browsers send none along; use ``arguments``.
        with_credentials: Accepted for scripts that pass it; browsers send
            cookies to syncd wherever their rules say so.

    Raises:
        ValueError: The URL is not one of a page, or an option is refused.
    """
    return escape(
        describe_document(
            url,
            base=Settings.read(os.environ, reader="flask").url,
            relative_urls=relative_urls,
            resources=resources,
            arguments=arguments,
            headers=headers,
            with_credentials=with_credentials,
        )
    )


def server_session(
    model: Model | str | None = None,
    session_id: str | None = None,
    url: str = "default",
    *,
    relative_urls: bool = False,
    resources: str | None = "default",
    headers: Mapping[str, str] | None = None,
    with_credentials: bool = False,
) -> Markup:
    """Return markup that shows one session.

    Args:
        model: Show only this root: a model of ``session.document``, or the
            name of a root. ``None`` shows all.
        session_id: The id of the session, from ``generate_session_id()`` or
            ``session.id``. It lets its holder in: put it into a page for one
            visitor, never into one that is cached for several.
        url: The application: its name, path or full URL.
        relative_urls: As for `server_document`.
        resources: As for `server_document`.
        headers: As for `server_document`.
        with_credentials: As for `server_document`.

    Raises:
        ValueError: There is no session id, the URL is not one of a page, or
            the model is not a root.
    """
    return escape(
        describe_session(
            model,
            session_id,
            url,
            base=Settings.read(os.environ, reader="flask").url,
            relative_urls=relative_urls,
            resources=resources,
            headers=headers,
            with_credentials=with_credentials,
        )
    )


def _checked(name: str, url: str) -> str:
    """Return a URL that can be extended by a path."""
    if not isinstance(url, str):
        raise TypeError(f"{name} is {url!r}, expected text")
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError as error:  # brackets that are no address
        raise ValueError(f"{name} is {url!r}: {error}") from None
    if parts.scheme in {"ws", "wss"}:
        raise ValueError(
            f"{name} is {url!r}, expected the http or https address of the server,"
            " not the one of its websocket"
        )
    if parts.scheme not in {"", "http", "https"} or (
        bool(parts.scheme) is not bool(parts.netloc)
    ):
        raise ValueError(
            f"{name} is {url!r}, expected a name, a path, or an http or https URL"
        )
    if not _DOTS.isdisjoint(unquote(parts.path).replace("\\", "/").split("/")):
        # Browsers would load a script from another part of the site.
        raise ValueError(f"{name} is {url!r}, expected no '.' or '..' in its path")
    if parts.query or parts.fragment:
        raise ValueError(
            f"{name} is {url!r}, expected no query and no fragment; pass arguments="
            " to the function instead"
        )
    return url


def _split_base(base: str) -> tuple[str, str]:
    """Return the origin (may be empty) and the path (likewise) of the base."""
    parts = urlsplit(base.strip())
    origin = f"{parts.scheme}://{parts.netloc}" if parts.scheme else ""
    path = parts.path.strip("/")
    return origin, f"/{path}" if path else ""


def _is_below(path: str, prefix: str) -> bool:
    return path.startswith(f"{prefix}/")


def argument_texts(arguments: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return arguments as they travel: each a list of texts."""
    if not isinstance(arguments, Mapping):
        raise TypeError(
            f"arguments is {arguments!r}, expected a dict of names and values"
        )
    return {
        str(name): (
            [str(value) for value in values]
            if isinstance(values, list | tuple)
            else [str(values)]
        )
        for name, values in arguments.items()
    }


def _check_options(
    resources: str | None,
    headers: Mapping[str, str] | None,
    *,
    with_credentials: bool,
) -> None:
    if resources not in {"default", None}:
        raise ValueError(f"resources is {resources!r}, expected 'default' or None")
    if headers and with_credentials:
        raise ValueError("headers and with_credentials exclude each other")
    if headers:
        raise ValueError(
            f"headers is {sorted(headers)}, but browsers send no headers along with"
            " a websocket; pass arguments= to the session instead"
        )


def _root(model: Model | str) -> str:
    """Return what tells a root from the others: its name, or its place."""
    if isinstance(model, str):
        return model
    expected = (
        f"model is {model!r}, expected a root of the session's document, such as"
        " session.document.roots[0], or the name of one"
    )
    if not hasattr(model, "document"):
        raise TypeError(expected)
    roots = [] if model.document is None else model.document.roots
    for place, root in enumerate(roots):
        if root is model:
            names = [other.name for other in roots]
            unique = model.name and names.count(model.name) == 1
            return str(model.name if unique else place)
    raise ValueError(expected)


_SERVED = (
    "documents are served, never written into pages; server_document(url) embeds one,"
    " server_session(model, session_id, url) one that is there already"
)
_NO_PAGES = f"makes no pages here: {_SERVED}"
autoload_static = refuse_calls("autoload_static", _NO_PAGES)
components = refuse_calls("components", _NO_PAGES)
file_html = refuse_calls("file_html", _NO_PAGES)
json_item = refuse_calls("json_item", _NO_PAGES)


if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = refuse_imports(__name__, _SERVED)
