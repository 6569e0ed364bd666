"""Session ids: what signing promises."""

import base64
import json

import pytest

from syncd.errors import BadTokenError, ConfigError, ExpiredTokenError
from syncd.tokens import (
    MAX_SESSION_ID,
    check_session_id,
    encode_random,
    issue_resume_key,
    issue_session_id,
    key_weakness,
    sign_request,
    verify_request,
    verify_resume_key,
    verify_session_id,
)


SECRET = "a-key-for-tests-only-0123456789abcdef"
ID = encode_random(bytes(range(16)))


def issue(now=1000.0, **claims):
    return issue_session_id(SECRET, now=now, random_id=ID, **claims)


def verify(token, *, app="/sliders", now=1000.0, **options):
    return verify_session_id(SECRET, token, app=app, now=now, **options)


def test_claims_survive_the_journey():
    token = issue(app="sliders", user="Zoë", arguments={"N": "10", "m": ["a", "b"]})
    claims = verify(token)
    assert claims.id == ID
    assert claims.app == "/sliders"
    assert claims.user == "Zoë"
    assert claims.arguments == {"N": ["10"], "m": ["a", "b"]}
    assert claims.issued_at == 1000


def test_an_id_has_the_grammar_of_the_protocol():
    token = issue(user="\N{SNOWMAN}" * 20)
    assert check_session_id(token) == token
    payload, dot, _ = token.partition(".")
    assert dot == "."
    padded = payload + "=" * (-len(payload) % 4)
    assert json.loads(base64.urlsafe_b64decode(padded))["i"] == ID
    assert len(ID) == 22


def test_no_bit_of_an_id_can_be_flipped():
    token = issue(user="ann")
    for position in range(len(token)):
        for bit in range(7):
            flipped = chr(ord(token[position]) ^ 1 << bit)
            forged = token[:position] + flipped + token[position + 1 :]
            with pytest.raises(BadTokenError):
                verify(forged)


@pytest.mark.parametrize(
    "token",
    ["", ".", "a", "a.b", "." * 10, "ä.b", "a b", "a\n", "x" * 513, "\ud800"],
    ids=repr,
)
def test_what_is_no_signed_id_is_refused(token):
    with pytest.raises(BadTokenError):
        verify(token)


@pytest.mark.parametrize(
    ("now", "fine"),
    [(1000, True), (1300, True), (1301, False), (970, True), (969, False)],
)
def test_an_id_is_valid_for_300_seconds_with_30_of_leeway(now, fine):
    if fine:
        assert verify(issue(), now=now).id == ID
    else:
        with pytest.raises(ExpiredTokenError) as caught:
            verify(issue(), now=now)
        assert caught.value.issued_at == 1000
        assert caught.value.max_age == 300


def test_the_age_is_a_setting():
    assert verify(issue(), now=1900, max_age=900).id == ID


def test_an_id_for_one_app_does_not_open_another():
    token = issue(app="/sliders")
    assert verify(token, app=None).app == "/sliders"
    with pytest.raises(BadTokenError, match="another application"):
        verify(token, app="/slider")


def test_an_id_without_an_app_opens_any():
    assert verify(issue(), app="/anything").app is None


def test_another_secret_does_not_verify():
    with pytest.raises(BadTokenError):
        verify_session_id(SECRET + "x", issue(), app=None, now=1000)


def test_a_resume_key_is_no_session_id_and_the_other_way_round():
    key = issue_resume_key(SECRET, app="/sliders", session=ID, tab="t")
    with pytest.raises(BadTokenError):
        verify(key)
    with pytest.raises(BadTokenError):
        verify_resume_key(SECRET, issue(), app="/sliders")


def test_a_resume_key_names_session_and_tab():
    key = issue_resume_key(SECRET, app="sliders", session=ID, tab="t")
    claims = verify_resume_key(SECRET, key, app="/sliders")
    assert (claims.session, claims.tab) == (ID, "t")
    with pytest.raises(BadTokenError, match="another application"):
        verify_resume_key(SECRET, key, app="/other")


def test_a_resume_key_holds_the_longest_session_id():
    key = issue_resume_key(SECRET, app="/a", session="x" * 512, tab="t" * 64)
    assert verify_resume_key(SECRET, key, app="/a").session == "x" * 512


def test_too_many_claims_are_refused_with_their_size():
    with pytest.raises(ValueError, match=r"would have \d{3,} bytes.*512"):
        issue(user="x" * 400)


def test_the_longest_id_that_fits_is_accepted():
    fitting = 0
    for length in range(260, 330):
        try:
            token = issue(user="x" * length)
        except ValueError:
            break
        fitting = len(token)
    assert MAX_SESSION_ID - 8 <= fitting <= MAX_SESSION_ID


def test_without_a_secret_nothing_is_signed():
    with pytest.raises(ConfigError, match="DOCSYNC_SECRET_KEY"):
        issue_session_id("", now=0, random_id=ID)


def test_a_short_key_is_called_weak():
    assert key_weakness("x" * 32) is None
    assert "31 characters" in key_weakness("x" * 31)


def sign(**changed):
    request = {
        "method": "POST",
        "path": "/control/v1/pull",
        "body": b"{}",
        "time": 1000,
        "nonce": "ab" * 16,
        "request_id": "r",
    } | changed
    return sign_request(SECRET, **request), request


@pytest.mark.parametrize(
    "changed",
    [
        {"method": "GET"},
        {"path": "/control/v1/apply"},
        {"body": b"{} "},
        {"time": 1001},
        {"nonce": "ac" * 16},
        {"request_id": "s"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_signed_request_cannot_be_changed(changed):
    signature, request = sign()
    assert verify_request(SECRET, signature, **request)
    assert not verify_request(SECRET, signature, **(request | changed))


def test_a_signature_that_is_no_text_is_only_wrong():
    _, request = sign()
    assert not verify_request(SECRET, "\udcff", **request)


def test_the_signature_is_the_one_of_the_protocol():
    import hashlib
    import hmac

    signature, _ = sign()
    key = hmac.new(SECRET.encode(), b"docsync.control.v1", hashlib.sha256).digest()
    digest = hashlib.sha256(b"{}").hexdigest()
    text = f"POST\n/control/v1/pull\n{digest}\n1000\n{'ab' * 16}\nr"
    assert signature == hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
