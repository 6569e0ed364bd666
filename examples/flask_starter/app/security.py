"""Headers and cookies."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request
from flask.sessions import SecureCookieSessionInterface


class SchemeAwareSessions(SecureCookieSessionInterface):
    """Marks the cookie as secure where the page is, so http works at home."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return super().get_cookie_secure(app) or request.is_secure


def init_app(app: Flask) -> None:
    app.session_interface = SchemeAwareSessions()
    app.after_request(_add_headers)


def content_security_policy(docsync_url: str) -> str:
    """Return a policy without any inline script or style.

    Args:
        docsync_url: ``DOCSYNC_URL``. In production it is a path, and all is of
            one origin; in development syncd has a port, hence an origin, of
            its own.
    """
    parts = urlsplit(docsync_url)
    if not parts.scheme:
        return "default-src 'self'; script-src 'self'; style-src 'self'"
    origin = f"{parts.scheme}://{parts.netloc}"
    socket = origin.replace("http", "ws", 1)
    return (
        f"default-src 'self'; script-src 'self' {origin}; style-src 'self' {origin};"
        f" connect-src 'self' {origin} {socket}"
    )


def _add_headers(response: Response) -> Response:
    url = current_app.extensions["docsync"].settings.url
    response.headers["Content-Security-Policy"] = content_security_policy(url)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        # Pages hold session ids, and who is logged in.
        response.headers.setdefault("Cache-Control", "no-store")
    return response
