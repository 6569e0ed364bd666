import re
from datetime import UTC, datetime

import pytest

from syncd.errors import ConfigError
from syncd.tokens import verify_session_id
from syncd.util import session_id, token


KEY = "k" * 40


def verified(value, app=None):
    return verify_session_id(KEY, value, app=app, now=datetime.now(UTC).timestamp())


def test_both_names_are_the_same_function():
    assert session_id.generate_session_id is token.generate_session_id


def test_without_a_key_an_id_is_random_and_not_signed():
    first, second = token.generate_session_id(), token.generate_session_id()
    assert first != second
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", first)


def test_the_key_is_read_from_the_environment_at_call_time(monkeypatch):
    monkeypatch.setenv("DOCSYNC_SECRET_KEY", KEY)
    claims = verified(token.generate_session_id(user="ann", arguments={"n": "1"}))
    assert claims.user == "ann"
    assert claims.arguments == {"n": ["1"]}


def test_signing_can_be_turned_off(monkeypatch):
    monkeypatch.setenv("DOCSYNC_SECRET_KEY", KEY)
    monkeypatch.setenv("DOCSYNC_SIGN_SESSIONS", "no")
    assert "." not in token.generate_session_id()
    assert "." in token.generate_session_id(signed=True)


def test_signing_needs_a_key(monkeypatch):
    monkeypatch.setenv("DOCSYNC_SIGN_SESSIONS", "yes")
    with pytest.raises(ConfigError, match="DOCSYNC_SECRET_KEY"):
        token.generate_session_id()


def test_claims_need_a_signature():
    with pytest.raises(ValueError, match="claims"):
        token.generate_session_id(user="ann")


def test_a_key_can_be_given():
    assert verified(token.generate_session_id(KEY, True, app="sliders"), "/sliders")


def test_a_secret_key_is_strong_and_new():
    assert len(token.generate_secret_key()) == 43
    assert token.generate_secret_key() != token.generate_secret_key()
