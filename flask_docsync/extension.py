"""The extension."""

from __future__ import annotations

import os

from flask import Flask

from flask_docsync import embedding, sessions
from flask_docsync.state import EXTENSION, SETTINGS, State
from syncd.tokens import key_weakness


__all__ = ["DocSync"]


class DocSync:
    """Connects Flask apps with the daemon that holds their documents.

    ``DocSync(app)`` sets one app up; ``docsync = DocSync()`` at the top of a
    module and ``docsync.init_app(app)`` in a factory do it for any number of
    them. The object holds no app: its methods are the functions of
    `flask_docsync` and use the current one.

    Settings are keys of ``app.config``, and environment variables of the same
    names for what is not there: ``DOCSYNC_URL``, ``DOCSYNC_CONTROL_URL``,
    ``DOCSYNC_SECRET_KEY``, ``DOCSYNC_SIGN_SESSIONS``,
    ``DOCSYNC_SESSION_MAX_AGE`` and ``DOCSYNC_CONTROL_TIMEOUT``.

    Args:
        app: The app to set up at once.

    Raises:
        ConfigError: A setting has a value that it does not take.
    """

    server_document = staticmethod(embedding.server_document)
    server_session = staticmethod(embedding.server_session)
    generate_session_id = staticmethod(sessions.generate_session_id)
    pull_session = staticmethod(sessions.pull_session)
    syncd_status = staticmethod(sessions.syncd_status)

    def __init__(self, app: Flask | None = None) -> None:
        if app is not None:
            self.init_app(app)

    def init_app(self, app: Flask) -> None:
        """Set an app up; again is a no-op.

        It adds ``server_document``, ``server_session`` and
        ``generate_session_id`` to what templates see.

        Raises:
            ConfigError: A setting has a value that it does not take.
            TypeError: It is no app.
        """
        if not isinstance(app, Flask):
            raise TypeError(f"app is {app!r}, expected a Flask application")
        if EXTENSION in app.extensions:
            return
        for name in SETTINGS:
            if name in os.environ:
                app.config.setdefault(name, os.environ[name])
        state = State(app.config)
        weakness = key_weakness(state.settings.secret_key or "")
        if state.settings.secret_key and weakness:
            app.logger.warning("DOCSYNC_SECRET_KEY: %s", weakness)
        app.add_template_global(embedding.server_document)
        app.add_template_global(embedding.server_session)
        app.add_template_global(sessions.generate_session_id)
        embedding.watch_templates(app)
        app.extensions[EXTENSION] = state
