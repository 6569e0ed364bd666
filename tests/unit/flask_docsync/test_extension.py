import logging

import pytest
from flask import Flask

import flask_docsync
from flask_docsync import ConfigError, DocSync, server_document

from .conftest import KEY


def document_url(app):
    with app.test_request_context():
        return str(server_document("sliders")).split('url="')[1].split('"')[0]


def test_the_state_is_in_the_apps_extensions(app):
    assert app.extensions["docsync"].settings.url == "/docsync"


def test_the_extension_keeps_no_app(app):
    docsync = DocSync(app)
    assert not vars(docsync)


def test_initialising_twice_is_a_no_op():
    app = Flask("site")
    docsync = DocSync(app)
    state = app.extensions["docsync"]
    docsync.init_app(app)
    app.register_extension(docsync)
    DocSync(app)
    assert app.extensions["docsync"] is state


def test_two_apps_in_one_process_have_settings_of_their_own():
    docsync = DocSync()

    def create_app(name, url):
        app = Flask(name)
        app.config["DOCSYNC_URL"] = url
        docsync.init_app(app)
        return app

    first, second = create_app("first", "/one"), create_app("second", "/two")
    assert document_url(first) == "/one/sliders"
    assert document_url(second) == "/two/sliders"
    assert document_url(first) == "/one/sliders"


def test_configuration_may_come_after_the_extension():
    app = Flask("site")
    DocSync(app)
    app.config["DOCSYNC_URL"] = "/later"
    assert document_url(app) == "/later/sliders"


def test_the_environment_fills_what_the_configuration_leaves(monkeypatch, app_factory):
    monkeypatch.setenv("DOCSYNC_URL", "/environment")
    monkeypatch.setenv("DOCSYNC_CONTROL_TIMEOUT", "2.5")
    app = app_factory(DOCSYNC_URL="/config")
    assert document_url(app) == "/config/sliders"
    assert app.extensions["docsync"].settings.control_timeout == 2.5


@pytest.mark.parametrize(
    ("value", "parsed"),
    [
        ("yes", True),
        ("1", True),
        ("On", True),
        ("true", True),
        (True, True),
        ("no", False),
        ("0", False),
        ("off", False),
        ("FALSE", False),
        (False, False),
    ],
)
def test_booleans_are_parsed(app_factory, value, parsed):
    app = app_factory(DOCSYNC_SIGN_SESSIONS=value)
    assert app.extensions["docsync"].settings.sign_sessions is parsed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DOCSYNC_SIGN_SESSIONS", "maybe"),
        ("DOCSYNC_CONTROL_TIMEOUT", "soon"),
        ("DOCSYNC_SESSION_MAX_AGE", -1),
        ("DOCSYNC_URL", "localhost:5006"),
        ("DOCSYNC_CONTROL_URL", "127.0.0.1:5007"),
    ],
)
def test_nonsense_is_a_config_error_at_the_start(name, value):
    app = Flask("site")
    app.config[name] = value
    with pytest.raises(ConfigError, match=name):
        DocSync(app)


def test_an_app_that_is_not_set_up_says_how():
    with (
        Flask("bare").app_context(),
        pytest.raises(RuntimeError, match=r"'bare'.*DocSync\(app\)"),
    ):
        server_document("sliders")


def test_outside_of_an_app_the_environment_counts(monkeypatch):
    monkeypatch.setenv("DOCSYNC_URL", "/environment")
    assert 'url="/environment/sliders"' in server_document("sliders")


def test_a_weak_key_is_warned_of_without_being_shown(app_factory, caplog):
    with caplog.at_level(logging.WARNING):
        app_factory(DOCSYNC_SECRET_KEY="short-key")
    assert "9 characters" in caplog.text
    assert "short-key" not in caplog.text


def test_a_good_key_is_not_warned_of(app_factory, caplog):
    app_factory(DOCSYNC_SECRET_KEY=KEY)
    assert not caplog.records


@pytest.mark.parametrize(
    "name",
    ["server_document", "server_session", "generate_session_id", "pull_session"],
)
def test_functions_are_methods_too(name):
    assert getattr(DocSync(), name) is getattr(flask_docsync, name)


@pytest.mark.parametrize("thing", ["site", None, Flask])
def test_what_is_no_app_cannot_be_set_up(thing):
    with pytest.raises(TypeError, match=r"app is .*, expected a Flask application"):
        DocSync().init_app(thing)
