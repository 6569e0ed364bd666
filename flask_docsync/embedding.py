"""Documents in templates."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from flask import before_render_template, has_request_context, request

from flask_docsync.markup import EmbedMarkup, forget_scripts
from flask_docsync.state import current_state
from syncd.embed import describe_document, describe_session


if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask
    from markupsafe import Markup

    from syncd.embed import Embed
    from syncd.model import Model

__all__ = ["server_document", "server_session", "watch_templates"]

_log = logging.getLogger("flask_docsync")


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

    Put it into a template with ``{{ … }}``. It is complete as a string; where
    Jinja renders several into one page, their common script is written once.

    Args:
        url: The application: its name (``"sliders"``), a path
            (``"/docsync/sliders"``) or a full URL.
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
    return _markup(
        describe_document(
            url,
            base=current_state().settings.url,
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
        url: As for `server_document`.
        relative_urls: As for `server_document`.
        resources: As for `server_document`.
        headers: As for `server_document`.
        with_credentials: As for `server_document`.

    Raises:
        ValueError: There is no session id, the URL is not one of a page, or
            the model is not a root.
    """
    return _markup(
        describe_session(
            model,
            session_id,
            url,
            base=current_state().settings.url,
            relative_urls=relative_urls,
            resources=resources,
            headers=headers,
            with_credentials=with_credentials,
        )
    )


def watch_templates(app: Flask) -> None:
    """Let every template that the app renders have its scripts again."""
    before_render_template.connect(_forget_scripts, app)


def _forget_scripts(sender: Flask, **_: Any) -> None:
    """Begin a page: what was rendered before may have been thrown away."""
    del sender
    forget_scripts()


def _markup(embed: Embed) -> Markup:
    return EmbedMarkup.of(embed, _blocked(embed.url))


def _blocked(url: str) -> str:
    """Say why browsers will not load a document, or return nothing."""
    if not has_request_context() or not request.is_secure:
        return ""
    if not url.lower().startswith("http:"):
        return ""
    note = (
        f"This page is encrypted (https), but its live part would come from {url} over"
        " http, which browsers do not allow."
    )
    _log.warning(
        "%r: %s Set DOCSYNC_URL to an https address, or to a path such as /docsync.",
        request.path,
        note,
    )
    return note
