"""Session ids and secret keys, for programs configured by the environment."""
# ruff: noqa: A005 - the name that Bokeh's authors import

from __future__ import annotations

import os
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from syncd.config import Settings
from syncd.errors import ConfigError
from syncd.tokens import RANDOM_BYTES, encode_random, issue_session_id


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["generate_secret_key", "generate_session_id", "make_session_id"]

_SECRET_BYTES = 32


def generate_secret_key() -> str:
    """Return a new secret key, 43 characters of 256 random bits."""
    return encode_random(secrets.token_bytes(_SECRET_BYTES))


def generate_session_id(
    secret_key: str | None = None,
    signed: bool | None = None,  # noqa: FBT001  # Bokeh's call shape
    *,
    user: str | None = None,
    arguments: Mapping[str, str | Sequence[str]] | None = None,
    app: str | None = None,
) -> str:
    """Return a new session id, signed where there is a key to sign with.

    The environment is read at every call, so it may be set after this module
    was imported.

    Args:
        secret_key: The key; by default ``DOCSYNC_SECRET_KEY``.
        signed: Whether to sign; by default ``DOCSYNC_SIGN_SESSIONS``, and if
            that is not set, whether there is a key.
        user: Who the session is for, as ``session_context`` tells the app.
        arguments: Arguments for the app, name to value or values.
        app: The application path the id is for; by default any.

    Raises:
        ConfigError: It is to be signed, and there is no key.
        ValueError: There are claims to sign and it is not to be signed, or
            the id would have more than 512 bytes.
    """
    settings = Settings.read(os.environ, reader="flask")
    if signed is None and os.environ.get("DOCSYNC_SIGN_SESSIONS"):
        signed = settings.sign_sessions
    return make_session_id(
        settings.secret_key if secret_key is None else secret_key,
        signed,
        user=user,
        arguments=arguments,
        app=app,
    )


def make_session_id(
    secret_key: str | None,
    signed: bool | None,  # noqa: FBT001
    *,
    user: str | None = None,
    arguments: Mapping[str, str | Sequence[str]] | None = None,
    app: str | None = None,
) -> str:
    """Return a new session id; no setting is looked at."""
    random_id = encode_random(secrets.token_bytes(RANDOM_BYTES))
    if signed is None:
        signed = bool(secret_key)
    if signed:
        if not secret_key:
            raise ConfigError(
                "DOCSYNC_SECRET_KEY", secret_key, "a secret; 'syncd secret' prints one"
            )
        return issue_session_id(
            secret_key,
            now=datetime.now(UTC).timestamp(),
            random_id=random_id,
            app=app,
            user=user,
            arguments=arguments,
        )
    if user is not None or arguments or app is not None:
        raise ValueError(
            "user, arguments and app are claims that only a signed session id can"
            " hold; set DOCSYNC_SECRET_KEY and DOCSYNC_SIGN_SESSIONS=yes"
        )
    return random_id
