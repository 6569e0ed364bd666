"""A login for the demonstration: one account, whose password is on the page.

Replace `accounts` by your own; the rest is what any login form needs: a token
against forged requests, a fresh session for whoever logs in, and no redirects
to other sites.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from flask import (
    Blueprint,
    abort,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response


bp = Blueprint("auth", __name__)

accounts = {"demo": "demo"}
"""User names and passwords; the form is filled in with the first."""


@bp.before_app_request
def load_user() -> None:
    g.user = session.get("user") if session.get("user") in accounts else None


@bp.app_context_processor
def offer_csrf_token() -> dict[str, Callable[[], str]]:
    return {"csrf_token": csrf_token}


def csrf_token() -> str:
    """Return the session's token, which forms send back."""
    if "csrf" not in session:
        session["csrf"] = secrets.token_urlsafe(32)
    return str(session["csrf"])


def check_csrf_token() -> None:
    """Refuse a form that was not on one of our pages."""
    expected, given = session.get("csrf", ""), request.form.get("csrf", "")
    if not expected or not hmac.compare_digest(expected.encode(), given.encode()):
        abort(400, "The form is too old. Load the page again.")


def login_required(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let only those in who have logged in."""

    @wraps(view)
    def guarded(**values: Any) -> Any:
        if g.user is None:
            return redirect(url_for("auth.login", next=request.full_path.rstrip("?")))
        return view(**values)

    return guarded


@bp.get("/login")
def login() -> str | Response:
    if g.user is not None:
        return redirect(url_for("pages.index"))
    return _form()


@bp.post("/login")
def log_in() -> str | Response | tuple[str, int]:
    check_csrf_token()
    name, password = request.form.get("user", ""), request.form.get("password", "")
    if not _is_known(name, password):
        return _form(user=name, error="The name or the password is wrong."), 401
    session.clear()
    session["user"] = name
    return redirect(_local(request.form.get("next", "")))


@bp.post("/logout")
def log_out() -> Response:
    check_csrf_token()
    session.clear()
    return redirect(url_for("pages.index"))


def _form(user: str | None = None, error: str = "") -> str:
    demo = next(iter(accounts))
    return render_template(
        "login.html",
        user=demo if user is None else user,
        password=accounts[demo] if user is None else "",
        next=request.values.get("next", ""),
        error=error,
    )


def _is_known(name: str, password: str) -> bool:
    """Compare in a time that tells nothing of how much was right."""
    expected = accounts.get(name, "")
    return hmac.compare_digest(expected.encode(), password.encode()) and bool(expected)


def _local(target: str) -> str:
    """Return the address to go on to, unless it is of another site."""
    parts = urlsplit(target)
    foreign = parts.scheme or parts.netloc or "\\" in target
    if foreign or not target.startswith("/") or target.startswith("//"):
        return url_for("pages.index")
    return target
