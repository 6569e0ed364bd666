"""A Flask site with a live document behind its login."""

from __future__ import annotations

import os
import secrets
from typing import Any

from flask import Flask, current_app, render_template

from app import auth, pages, security
from app.docsync import bp as docsync_bp
from flask_docsync import ClientTimeoutError, DocSync, UnreachableError


def create_app(**config: Any) -> Flask:
    """Make the site; ``config`` comes before the environment."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=os.environ.get("SECRET_KEY"),
        SESSION_COOKIE_NAME="starter",
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=64 * 1024,
    )
    app.config.update(config)
    if not app.config["SECRET_KEY"]:
        if not app.debug:
            raise RuntimeError(
                "SECRET_KEY is not set; `python -c 'import secrets;"
                " print(secrets.token_urlsafe(32))'` prints one, `make demo` and"
                " `flask run --debug` need none"
            )
        app.config["SECRET_KEY"] = secrets.token_urlsafe(32)
    app.register_extension(DocSync(app))
    security.init_app(app)
    app.register_blueprint(auth.bp)
    app.register_blueprint(pages.bp)
    app.register_blueprint(docsync_bp)
    app.register_error_handler(UnreachableError, _without_syncd)
    app.register_error_handler(ClientTimeoutError, _without_syncd)
    app.register_error_handler(404, _not_found)
    return app


def _without_syncd(error: Exception) -> tuple[str, int, dict[str, str]]:
    """Say that the live part is away; the page asks again by itself."""
    current_app.logger.warning("%s", error)
    return render_template("503.html"), 503, {"Retry-After": "5"}


def _not_found(_: Exception) -> tuple[str, int]:
    return render_template("404.html"), 404
