"""What a request for a connection must look like."""

import pytest

from syncd.errors import BadTokenError, ExpiredTokenError, TokenError
from syncd.server.handshake import (
    Credential,
    RefusalError,
    check_origin,
    check_upgrade,
    parse_offers,
    parse_probe,
    refusal_of,
)
from syncd.server.origin import AllowedOrigins


PROPER = {
    "REQUEST_METHOD": "GET",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_UPGRADE": "websocket",
    "HTTP_CONNECTION": "keep-alive, Upgrade",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_a_proper_upgrade_passes():
    check_upgrade(PROPER)
    check_upgrade(PROPER | {"HTTP_UPGRADE": "WebSocket", "HTTP_CONNECTION": "UPGRADE"})


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("REQUEST_METHOD", "POST", "bad_handshake"),
        ("SERVER_PROTOCOL", "HTTP/1.0", "bad_handshake"),
        ("SERVER_PROTOCOL", "HTTP/2.0", "bad_handshake"),
        ("HTTP_UPGRADE", "h2c", "bad_handshake"),
        ("HTTP_UPGRADE", "", "bad_handshake"),
        ("HTTP_CONNECTION", "close", "bad_handshake"),
        ("HTTP_CONNECTION", "xupgrade", "bad_handshake"),
        ("CONTENT_LENGTH", "1", "bad_handshake"),
        ("CONTENT_LENGTH", "0", "bad_handshake"),
        ("HTTP_TRANSFER_ENCODING", "chunked", "bad_handshake"),
        ("HTTP_SEC_WEBSOCKET_VERSION", "8", "bad_version"),
        ("HTTP_SEC_WEBSOCKET_VERSION", "", "bad_version"),
        ("HTTP_SEC_WEBSOCKET_KEY", "", "bad_handshake"),
        ("HTTP_SEC_WEBSOCKET_KEY", "dGhlIHNhbXBsZQ==", "bad_handshake"),
        ("HTTP_SEC_WEBSOCKET_KEY", "dGhlIHNhbXBsZSBub25jZQ", "bad_handshake"),
        ("HTTP_SEC_WEBSOCKET_KEY", "ä" * 24, "bad_handshake"),
    ],
)
def test_what_is_wrong_with_an_upgrade(name, value, error):
    with pytest.raises(RefusalError) as caught:
        check_upgrade(PROPER | {name: value})
    assert caught.value.error == error
    assert caught.value.status in {400, 426}


def test_the_credential_is_among_the_offers():
    assert parse_offers("docsync.v1") == Credential()
    found = parse_offers("docsync.token.a.b~c, docsync.v1")
    assert found == Credential(token="a.b~c")
    assert parse_offers("docsync.v1,docsync.resume.k") == Credential(resume="k")
    assert parse_offers("docsync.v1, chat") == Credential()


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "chat",
        "docsync.token.a",
        "docsync.v1, docsync.token.a, docsync.token.b",
        "docsync.v1, docsync.token.a, docsync.resume.b",
    ],
)
def test_offers_that_are_none(header):
    with pytest.raises(RefusalError) as caught:
        parse_offers(header)
    assert caught.value.error == "bad_handshake"


def test_a_probe_has_at_most_one_credential():
    assert parse_probe({}) == Credential()
    assert parse_probe({"token": "a"}) == Credential(token="a")
    assert parse_probe({"resume": "a"}) == Credential(resume="a")


@pytest.mark.parametrize(
    "body",
    [None, [], 1, "a", {"x": "a"}, {"token": 1}, {"token": "a", "resume": "b"}],
    ids=repr,
)
def test_a_probe_that_is_none(body):
    with pytest.raises(RefusalError):
        parse_probe(body)


def test_clients_without_an_origin_are_no_browsers():
    check_origin(None, AllowedOrigins([]))


def test_a_refused_origin_is_named_with_the_way_out():
    with pytest.raises(RefusalError) as caught:
        check_origin("http://evil.com", AllowedOrigins(["acme.com"]))
    assert caught.value.error == "origin_refused"
    assert "http://evil.com" in caught.value.message
    assert "--allow-websocket-origin" in caught.value.message
    assert "acme.com" in caught.value.message


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadTokenError("x"), "bad_token"),
        (ExpiredTokenError(1, 2), "expired_token"),
        (TokenError(), "bad_token"),
    ],
    ids=["bad", "expired", "other"],
)
def test_a_token_error_has_a_refusal(error, code):
    refusal = refusal_of(error)
    assert (refusal.error, refusal.status) == (code, 403)
