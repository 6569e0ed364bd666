"""Live, Python-driven documents inside Flask pages.

::

    app = Flask(__name__)
    app.register_extension(DocSync(app))


    @app.get("/sliders")
    def sliders():
        session_id = generate_session_id(user=current_user.id)
        script = server_session(session_id=session_id, url="sliders")
        return render_template("sliders.html", script=script)

The daemon that holds the documents is ``syncd``. Importing this package adds
``Flask.register_extension`` if Flask has no such method
(`flask_docsync.registration`), and does nothing else.
"""

from __future__ import annotations

from flask_docsync.embedding import server_document, server_session
from flask_docsync.extension import DocSync
from flask_docsync.registration import add_register_extension
from flask_docsync.sessions import (
    generate_session_id,
    pull_session,
    syncd_status,
)
from syncd.errors import (
    ClientError,
    ClientTimeoutError,
    ConfigError,
    DocSyncError,
    RefusedError,
    RejectedError,
    UnknownAppError,
    UnknownSessionError,
    UnreachableError,
)


__all__ = [
    "ClientError",
    "ClientTimeoutError",
    "ConfigError",
    "DocSync",
    "DocSyncError",
    "RefusedError",
    "RejectedError",
    "UnknownAppError",
    "UnknownSessionError",
    "UnreachableError",
    "add_register_extension",
    "generate_session_id",
    "pull_session",
    "server_document",
    "server_session",
    "syncd_status",
]

add_register_extension()
