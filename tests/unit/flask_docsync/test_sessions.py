from datetime import UTC, datetime

import pytest

from flask_docsync import ConfigError, generate_session_id, pull_session
from syncd.tokens import verify_session_id

from .conftest import KEY


def claims(token, app=None):
    now = datetime.now(UTC).timestamp()
    return verify_session_id(KEY, token, app=app, now=now)


def test_an_id_is_signed_expiring_and_short(app):
    with app.app_context():
        token = generate_session_id()
    assert abs(claims(token).issued_at - datetime.now(UTC).timestamp()) < 5
    assert len(token) < 512


def test_user_and_arguments_are_claims(app):
    with app.app_context():
        token = generate_session_id(user=7, arguments={"n": 3, "who": ["a", "b"]})
    assert claims(token).user == "7"
    assert claims(token).arguments == {"n": ["3"], "who": ["a", "b"]}


@pytest.mark.parametrize(
    "name", ["sliders", "/docsync/sliders", "https://h/docsync/sliders"]
)
def test_an_id_can_be_for_one_application(app, name):
    with app.app_context():
        assert claims(generate_session_id(app=name)).app == "/sliders"


def test_an_id_that_would_be_too_long_is_refused(app):
    with app.app_context(), pytest.raises(ValueError, match="512"):
        generate_session_id(arguments={"data": "x" * 600})


def test_every_id_is_another_one(app):
    with app.app_context():
        assert claims(generate_session_id()).id != claims(generate_session_id()).id


def test_signing_can_be_turned_off(app_factory):
    app = app_factory(DOCSYNC_SECRET_KEY=KEY, DOCSYNC_SIGN_SESSIONS="no")
    with app.app_context():
        assert "." not in generate_session_id()
        assert claims(generate_session_id(signed=True))


def test_without_a_key_ids_are_not_signed(app_factory):
    with app_factory().app_context():
        assert len(generate_session_id()) == 22


def test_signing_without_a_key_is_an_error(app_factory):
    with (
        app_factory(DOCSYNC_SIGN_SESSIONS="yes").app_context(),
        pytest.raises(ConfigError, match="DOCSYNC_SECRET_KEY"),
    ):
        generate_session_id()


def test_pulling_without_a_key_is_an_error(app_factory):
    with (
        app_factory().app_context(),
        pytest.raises(ConfigError, match="DOCSYNC_SECRET_KEY"),
    ):
        pull_session(url="sliders")
