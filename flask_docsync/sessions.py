"""Sessions made and customised before their page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_docsync.state import current_state
from syncd.client import MAX_MESSAGE_SIZE, ControlClient
from syncd.client import pull_session as pull_session_of
from syncd.embed import app_path, argument_texts
from syncd.util.token import make_session_id


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.client import ClientSession

__all__ = ["generate_session_id", "pull_session", "syncd_status"]


def generate_session_id(
    secret_key: str | None = None,
    signed: bool | None = None,  # noqa: FBT001 - Bokeh's call shape
    *,
    user: object = None,
    arguments: Mapping[str, Any] | None = None,
    app: str | None = None,
) -> str:
    """Return a new session id for `server_session`.

    A signed one expires (``DOCSYNC_SESSION_MAX_AGE``, 300 s), so make one for
    each page. It lets its holder in; whoever is in stays in.

    Args:
        secret_key: The key; by default ``DOCSYNC_SECRET_KEY``.
        signed: Whether to sign; by default ``DOCSYNC_SIGN_SESSIONS``, and if
            that is not set, whether there is a key.
        user: Who the session is for, as ``session_context`` tells the app.
        arguments: Arguments for the app, name to value or values.
        app: The application the id is for, as name, path or URL; by default
            any.

    Raises:
        ConfigError: It is to be signed, and there is no key.
        ValueError: There are claims to sign and it is not to be signed, or
            the id would have more than 512 bytes.
    """
    state = current_state()
    settings = state.settings
    return make_session_id(
        settings.secret_key if secret_key is None else secret_key,
        state.signs if signed is None else signed,
        user=None if user is None else str(user),
        arguments=argument_texts(arguments or {}),
        app=None if app is None else app_path(app, settings.url),
    )


def pull_session(
    session_id: str | None = None,
    url: str = "default",
    *,
    arguments: Mapping[str, Any] | None = None,
    autocreate: bool = True,
    max_message_size: int = MAX_MESSAGE_SIZE,
) -> ClientSession:
    """Fetch a session's document, to change it before it is shown.

    ::

        with pull_session(url="sliders") as session:
            plot = session.document.roots[0].children[1]
            plot.title.text = "Special Sliders For A Specific User!"
        script = server_session(session_id=session.id, url="sliders")

    All changes of the block are sent when it ends, as one transaction; an
    exception in the block sends nothing.

    Args:
        session_id: The session; by default a new one is made.
        url: The application: its name, a path or a full URL.
        arguments: Arguments for the application, if the session is made now.
        autocreate: Make the session if there is none of that id.
        max_message_size: The largest document to fetch, in bytes.

    Raises:
        ConfigError: There is no secret key to sign the request with.
        UnknownAppError: syncd serves no such application.
        UnknownSessionError: There is no such session, without ``autocreate``.
        RefusedError: syncd has another secret key, or refuses the session id.
        UnreachableError: syncd does not answer.
        ClientTimeoutError: syncd does not answer in time.
    """
    return pull_session_of(
        session_id,
        url,
        arguments=arguments,
        autocreate=autocreate,
        max_message_size=max_message_size,
        settings=current_state().settings,
    )


def syncd_status() -> dict[str, Any]:
    """Ask syncd how it is: its ``apps``, ``sessions``, ``connections``, ``version``.

    A view whose page makes no sense without syncd may call this, and let the
    app's error handler answer for it.

    Raises:
        ConfigError: There is no secret key to sign the request with.
        RefusedError: syncd has another secret key.
        UnreachableError: syncd does not answer.
        ClientTimeoutError: syncd does not answer in time.
    """
    return ControlClient.of(current_state().settings).status()
