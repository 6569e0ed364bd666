"""A site as its author writes it; type-checked, never run.

Every ``type: ignore`` is a mistake that a type checker has to find: mypy
complains about those that nothing is wrong with.
"""

from typing import Any, assert_type

import flask
from markupsafe import Markup

import flask_docsync
from flask_docsync import (
    ClientError,
    DocSync,
    UnreachableError,
    generate_session_id,
    pull_session,
    server_document,
    server_session,
    syncd_status,
)
from flask_docsync.typed import Flask
from syncd.client import ClientSession
from syncd.document import Document


docsync = DocSync()


def create_app() -> flask.Flask:
    app = Flask(__name__)
    app.register_extension(DocSync(app))
    app.register_extension(docsync)
    app.register_extension(object())  # type: ignore[arg-type]
    docsync.init_app(app)
    docsync.init_app("app")  # type: ignore[arg-type]
    app.register_error_handler(UnreachableError, without_syncd)
    app.add_url_rule("/", view_func=sliders)
    return app


def plain_app() -> flask.Flask:
    app = flask.Flask(__name__)
    app.register_extension(docsync)  # type: ignore[attr-defined]
    docsync.init_app(app)
    return app


def sliders() -> str:
    token = generate_session_id(user=17, arguments={"theme": "plain"}, app="sliders")
    assert_type(token, str)
    assert_type(server_session(session_id=token, url="sliders"), Markup)
    assert_type(server_document("sliders", arguments={"n": [1, 2]}), Markup)
    assert_type(docsync.server_document("sliders"), Markup)
    server_document("sliders", argument={})  # type: ignore[call-arg]
    server_session(session_id=17)  # type: ignore[arg-type]
    return flask.render_template("sliders.html", script=server_document("sliders"))


def special() -> Markup:
    with pull_session(url="sliders", arguments={"n": 1}) as session:
        assert_type(session, ClientSession)
        assert_type(session.document, Document)
        assert_type(session.id, str)
        root = session.document.roots[0]
        root.children[1].title.text = "Special Sliders For A Specific User!"
        plot: Any = session.document.get_model_by_name("plot")
        plot.title.text = "Special Sliders For A Specific User!"
    return server_session(root, session_id=session.id, url="sliders")


def without_syncd(error: ClientError) -> tuple[str, int]:
    assert_type(syncd_status(), dict[str, Any])
    flask_docsync.server_sessions()  # type: ignore[attr-defined]
    return str(error), 503
