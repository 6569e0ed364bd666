"""Who may enter, in each of the three modes."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from support.clock import Clock
from syncd.apps import Application
from syncd.server.gate import Gate
from syncd.server.handshake import Credential, RefusalError
from syncd.server.registry import Registry
from syncd.tokens import SessionClaims, issue_resume_key, issue_session_id


SECRET = "a-key-for-tests-only-0123456789abcdef"
APP = Application("/app", Path("app.py"), compile("", "app.py", "exec"))


def gate_of(mode, *, secret=SECRET, max_sessions=10, clock=None):
    registry = Registry(max_sessions=max_sessions)
    return Gate(
        {"/app": APP},
        registry,
        mode=mode,
        secret=secret,
        resume_secret=secret or "r" * 40,
        max_age=300,
        now=clock or Clock(),
        random=bytes,
    ), registry


def signed(**claims):
    claims = {"now": 1000, "random_id": "name"} | claims
    return issue_session_id(SECRET, **claims)


def refused(gate, **credential):
    with pytest.raises(RefusalError) as caught:
        gate.admit("/app", Credential(**credential))
    return caught.value.error


def test_unsigned_ids_are_names():
    gate, _ = gate_of("unsigned", secret=None)
    assert gate.admit("/app", Credential(token="any.name")).claims.id == "any.name"
    assert refused(gate, token="any name") == "bad_token"


def test_a_signed_id_counts_even_where_it_need_not_be_signed():
    gate, _ = gate_of("unsigned")
    claims = gate.admit("/app", Credential(token=signed(user="ann"))).claims
    assert (claims.id, claims.user) == ("name", "ann")
    assert refused(gate, token=signed(now=0)) == "expired_token"
    forged = signed(user="ann")[:-2] + "xx"
    claims = gate.admit("/app", Credential(token=forged)).claims
    assert (claims.id, claims.user) == (forged, None)


@pytest.mark.parametrize("mode", ["signed", "external-signed"])
def test_signed_modes_take_only_signed_ids(mode):
    gate, _ = gate_of(mode)
    assert gate.admit("/app", Credential(token=signed())).claims.id == "name"
    assert refused(gate, token="name") == "bad_token"
    assert refused(gate, token=signed(app="/other")) == "bad_token"


@pytest.mark.parametrize("mode", ["unsigned", "signed"])
def test_without_a_credential_there_is_a_new_session(mode):
    gate, _ = gate_of(mode)
    assert len(gate.admit("/app", Credential()).claims.id) == 22


def test_ids_from_elsewhere_are_required_where_syncd_issues_none():
    gate, _ = gate_of("external-signed")
    assert refused(gate) == "token_required"


def test_a_page_gets_a_token_that_opens_a_session():
    gate, _ = gate_of("signed")
    token = gate.page_token("/app")
    assert gate.admit("/app", Credential(token=token))
    assert gate_of("unsigned")[0].page_token("/app") is None


def test_a_resume_key_of_a_session_that_is_gone():
    gate, _ = gate_of("signed")
    key = issue_resume_key(SECRET, app="/app", session="gone", tab="t")
    assert refused(gate, resume=key) == "session_gone"
    assert refused(gate, resume="x") == "bad_token"


def test_who_is_in_comes_back_in_long_after_the_id_has_expired(monkeypatch):
    clock = Clock()
    gate, registry = gate_of("signed", clock=clock)
    session = SimpleNamespace(app="/app", id="name", claims=SessionClaims("name"))
    monkeypatch.setattr(registry, "find", lambda app, name: session)
    key = gate.resume_key(session, "t")
    clock.advance(100_000)
    assert refused(gate, token=signed()) == "expired_token"
    assert gate.admit("/app", Credential(resume=key)).resumed


def test_an_unknown_app():
    gate, _ = gate_of("signed")
    with pytest.raises(RefusalError) as caught:
        gate.admit("/nope", Credential())
    assert caught.value.error == "unknown_app"


def test_nobody_enters_a_daemon_that_stops():
    gate, registry = gate_of("unsigned")
    registry.draining = True
    assert refused(gate) == "draining"


def test_nobody_enters_a_full_daemon():
    gate, _ = gate_of("unsigned", max_sessions=0)
    assert refused(gate) == "too_many_sessions"
