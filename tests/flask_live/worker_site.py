"""A site for gunicorn's workers: one route, which customises a session."""

import os

from flask import Flask

from flask_docsync import DocSync, pull_session, server_session


app = Flask(__name__)
app.register_extension(DocSync(app))


@app.get("/<name>")
def page(name):
    with pull_session(url="panel") as session:
        text = session.document.get_model_by_name("text")
        text.value = name
    with pull_session(session.id, "panel") as again:
        echo = again.document.get_model_by_name("echo").text
    markup = server_session(session_id=session.id, url="panel")
    return f"{os.getpid()} {echo} {markup}"
