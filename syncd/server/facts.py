"""What applications are told of the requests that made their sessions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from syncd.apps import OUR_ARGUMENTS, Address, Cookie, Headers, Request
from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from syncd.apps import Application
    from syncd.config import Settings


__all__ = ["Facts", "Filter"]

_PLAIN = re.compile(r"[\w/.~-]+", re.ASCII)
"""A path that is quoted as it is, as nearly all are."""

_SECRET = frozenset(
    {
        "Bokeh-Session-Id",
        "Cookie",  # its parts have settings of their own
        "Docsync-Session-Id",
        "Sec-Websocket-Protocol",
    }
)
"""Headers that let their reader into sessions."""


class Facts(NamedTuple):
    """What is known of a request.

    Args:
        headers: The headers that the application finds in its session context.
        cookies: The cookies, likewise.
        whole: All headers and all cookies, for ``process_request``.
        address: Where it went to, and came from.
    """

    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    whole: tuple[Mapping[str, str], Mapping[str, str]] | None
    address: Address

    def requests(self, request: Request) -> tuple[Request, Request | None]:
        """Add to a request what is told; return the whole one, too.

        Args:
            request: The request as far as its arguments.
        """
        arguments, address = request.arguments, self.address
        told = Request(arguments, self.headers, self.cookies, address)
        if self.whole is None:
            return told, None
        return told, Request(arguments, *self.whole, address)


class Filter:
    """Chooses what applications are told; nothing unless it was asked for.

    Args:
        settings: The settings of the process.

    Raises:
        ConfigError: A list of what to tell and one of what not to are given.
    """

    def __init__(self, settings: Settings) -> None:
        self._header = _chooser(
            "headers", settings.include_headers, settings.exclude_headers
        )
        self._cookie = _chooser(
            "cookies", settings.include_cookies, settings.exclude_cookies
        )
        self._idle = self._header is _none and self._cookie is _none

    def facts(
        self, application: Application, environ: Mapping[str, Any], suffix: str = ""
    ) -> Facts:
        """Return what is told of a request.

        Args:
            application: What the session runs.
            environ: The WSGI environment of the request.
            suffix: What its path has more than that of the page.
        """
        address = _address(environ, suffix)
        curious = application.hooks.process_request is not None
        if self._idle and not curious:
            return Facts({}, {}, None, address)
        headers, cookies = _headers(environ), _cookies(environ)
        return Facts(
            Headers({name: headers[name] for name in headers if self._header(name)}),
            {name: cookies[name] for name in cookies if self._cookie(name)},
            (headers, cookies) if curious else None,
            address,
        )


def _chooser(
    what: str, include: Collection[str], exclude: Collection[str]
) -> Callable[[str], bool]:
    if include and exclude:
        raise ConfigError(
            f"--exclude-{what}",
            ",".join(exclude),
            f"nothing, as --include-{what} says all there is to say",
        )
    if exclude:
        excluded = {name.lower() for name in exclude}
        return lambda name: name.lower() not in excluded
    if "*" in include:
        return _all
    included = {name.lower() for name in include}
    return (lambda name: name.lower() in included) if included else _none


def _all(name: str) -> bool:
    del name
    return True


def _none(name: str) -> bool:
    del name
    return False


def _address(environ: Mapping[str, Any], suffix: str) -> Address:
    path: str = environ["PATH_INFO"].removesuffix(suffix) or "/"
    return Address(
        path if _PLAIN.fullmatch(path) else quote(path, encoding="latin-1"),
        environ.get("wsgi.url_scheme", "http"),
        environ.get("HTTP_HOST") or Address().host,
        environ.get("REMOTE_ADDR") or "",
        version=environ.get("SERVER_PROTOCOL", "HTTP/1.1"),
    )


def _headers(environ: Mapping[str, Any]) -> Headers:
    headers = Headers(
        {
            name.removeprefix("HTTP_").replace("_", "-"): value
            for name, value in environ.items()
            if name.startswith("HTTP_") or name in {"CONTENT_TYPE", "CONTENT_LENGTH"}
        }
    )
    for name in _SECRET:
        headers.pop(name, None)
    page, _, query = headers.get("Referer", "").partition("?")
    if any(ours in query.lower() for ours in OUR_ARGUMENTS):
        headers["Referer"] = page
    return headers


def _cookies(environ: Mapping[str, Any]) -> dict[str, Cookie]:
    from werkzeug.http import parse_cookie  # noqa: PLC0415 - only if somebody asks

    found = parse_cookie(environ.get("HTTP_COOKIE", ""))
    return {name: Cookie(value) for name, value in found.items()}
