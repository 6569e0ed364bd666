"""Pages that embed a document."""

from __future__ import annotations

from flask import abort, g, render_template

from app.auth import login_required
from app.docsync import bp
from flask_docsync import (
    generate_session_id,
    pull_session,
    server_session,
    syncd_status,
)


@bp.get("/sliders")
@login_required
def sliders() -> str:
    """A session of its own for every visit, begun by the browser."""
    syncd_status()  # raises while syncd is away: better a page that says so
    session_id = generate_session_id(user=g.user, app="sliders")
    script = server_session(session_id=session_id, url="sliders")
    return render_template("docsync/sliders.html", script=script)


@bp.get("/special")
@login_required
def special() -> str:
    """The same, but changed for this visitor before it is shown."""
    with pull_session(
        session_id=generate_session_id(user=g.user, app="sliders"), url="sliders"
    ) as session:
        plot = session.document.roots[0].children[1]
        plot.title.text = "Special Sliders For A Specific User!"
    script = server_session(session_id=session.id, url="sliders")
    return render_template("docsync/special.html", script=script)


MOST_BARS = 90
"""How many bars still are some on a phone."""


@bp.get("/bars", defaults={"n": 12})
@bp.get("/bars/<int:n>")
@login_required
def bars(n: int) -> str:
    """As many bars as the address says; the number travels in the signed id."""
    if not 1 <= n <= MOST_BARS:
        abort(404)
    syncd_status()
    session_id = generate_session_id(user=g.user, app="bars", arguments={"n": n})
    script = server_session(session_id=session_id, url="bars")
    return render_template("docsync/bars.html", script=script, n=n)
