"""Requests for a connection that must not be answered with one."""

import contextlib
import socket

import pytest

from support.clock import wall_time
from support.daemon import SECRET_KEY
from support.daemon import daemon as run_daemon
from support.ws import RefusedError, connect
from syncd.tokens import encode_random, issue_resume_key, issue_session_id


APPS = __file__.rsplit("/", 1)[0] + "/apps"
ID = encode_random(b"0123456789abcdef")


@pytest.fixture(scope="module")
def daemon():
    with run_daemon(
        "--session-ids",
        "external-signed",
        "--allow-websocket-origin",
        "https://acme.com",
        "--allow-websocket-origin",
        "shop.acme.com:8443",
        "--allow-websocket-origin",
        "http://[::1]:5000",
        apps=[f"{APPS}/counter.py", f"{APPS}/stuck.py"],
    ) as running:
        yield running


@pytest.fixture(autouse=True)
def bystander(daemon):
    with connect(daemon.port, "/counter/ws", token=issue(ID)) as ws:
        ws.enter("bystander")
        yield ws
        ws.send({"type": "ping", "n": 1})
        assert ws.receive()["type"] == "pong"


def issue(random_id, *, now=None, secret=SECRET_KEY, **claims):
    now = wall_time() if now is None else now
    return issue_session_id(secret, now=now, random_id=random_id, **claims)


def refusal(port, path="/counter/ws", **options):
    with pytest.raises(RefusedError) as caught, connect(port, path, **options):
        pass
    return caught.value.status, caught.value.error


TOKENS = {
    "forged": (lambda: issue(ID, secret="x" * 40), "bad_token"),
    "unsigned": (lambda: ID, "bad_token"),
    "expired": (lambda: issue(ID, now=wall_time() - 310), "expired_token"),
    "from-the-future": (lambda: issue(ID, now=wall_time() + 60), "expired_token"),
    "for-another-app": (lambda: issue(ID, app="/stuck"), "bad_token"),
    "a-resume-key": (
        lambda: issue_resume_key(SECRET_KEY, app="/counter", session=ID, tab="t"),
        "bad_token",
    ),
    "over-512-bytes": (lambda: "x" * 513, "bad_token"),
    "empty": (lambda: "", "bad_token"),
    "none": (lambda: None, "token_required"),
}


@pytest.mark.parametrize("name", TOKENS)
def test_a_session_id_that_opens_nothing(daemon, name):
    token, error = TOKENS[name]
    assert refusal(daemon.port, token=token()) == (403, error)


def test_a_session_id_with_a_flipped_bit(daemon):
    token = issue(ID)
    for position in range(0, len(token), 7):
        flipped = "B" if token[position] == "A" else "A"
        forged = token[:position] + flipped + token[position + 1 :]
        assert refusal(daemon.port, token=forged) == (403, "bad_token")


def test_a_flipped_last_bit_that_decodes_alike(daemon):
    """43 characters have two spare bits; only one spelling is the signature."""
    token = issue(ID)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    alike = letters[letters.index(token[-1]) ^ 1]
    assert refusal(daemon.port, token=token[:-1] + alike) == (403, "bad_token")


RESUMES = {
    "forged": (
        lambda: issue_resume_key("x" * 40, app="/counter", session=ID, tab="t"),
        (403, "bad_token"),
    ),
    "a-session-id": (lambda: issue(ID), (403, "bad_token")),
    "for-another-app": (
        lambda: issue_resume_key(SECRET_KEY, app="/stuck", session=ID, tab="t"),
        (403, "bad_token"),
    ),
    "of-a-session-that-is-gone": (
        lambda: issue_resume_key(SECRET_KEY, app="/counter", session="x", tab="t"),
        (410, "session_gone"),
    ),
    "over-1024-bytes": (lambda: "x" * 1025, (403, "bad_token")),
}


@pytest.mark.parametrize("name", RESUMES)
def test_a_resume_key_that_opens_nothing(daemon, name):
    key, expected = RESUMES[name]
    assert refusal(daemon.port, resume=key()) == expected


WRONG_ORIGINS = [
    "https://acme.com.evil.com",
    "https://evilacme.com",
    "https://evil.acme.com",
    "http://acme.com",
    "https://acme.com:8443",
    "https://acme.com.",
    "https://user@acme.com",
    "https://acme.com@evil.com",
    "https://acme.com/path",
    "https://acme.com,https://evil.com",
    "acme.com",
    "null",
    "file://",
    "https://[::1]:5000",
    "http://[::2]:5000",
    "http://::1:5000",
    "https://shop.acme.com",
    "https://acme%2ecom",
]


@pytest.mark.parametrize("origin", WRONG_ORIGINS)
def test_a_page_from_elsewhere(daemon, origin):
    expected = (403, "origin_refused")
    assert refusal(daemon.port, token=issue(ID), origin=origin) == expected


@pytest.mark.parametrize(
    "origin",
    [
        "https://acme.com",
        "https://ACME.com",
        "https://acme.com:443",
        "http://shop.acme.com:8443",
        "http://[0:0:0::1]:5000",
    ],
)
def test_a_page_from_where_it_may_be(daemon, origin):
    with connect(daemon.port, "/counter/ws", token=issue(ID), origin=origin) as ws:
        ws.enter("welcome")


HEADERS = {
    "version-8": ({"Sec-WebSocket-Version": "8"}, (426, "bad_version")),
    "no-version": ({"Sec-WebSocket-Version": ""}, (426, "bad_version")),
    "short-key": ({"Sec-WebSocket-Key": "AAAA"}, (400, "bad_handshake")),
    "malformed-key": ({"Sec-WebSocket-Key": "!" * 24}, (400, "bad_handshake")),
    "no-subprotocol": ({"Sec-WebSocket-Protocol": "chat"}, (400, "bad_handshake")),
    "other-upgrade": ({"Upgrade": "h2c"}, (400, "bad_handshake")),
    "no-connection": ({"Connection": "keep-alive"}, (400, "bad_handshake")),
    "a-body": ({"Content-Length": "5"}, (400, "bad_handshake")),
    "a-chunked-body": ({"Transfer-Encoding": "chunked"}, (400, "bad_handshake")),
}


@pytest.mark.parametrize("name", HEADERS)
def test_an_upgrade_that_is_none(daemon, name):
    extra, expected = HEADERS[name]
    assert refusal(daemon.port, token=issue(ID), extra=extra) == expected


def test_two_credentials(daemon):
    key = issue_resume_key(SECRET_KEY, app="/counter", session=ID, tab="t")
    found = refusal(daemon.port, token=issue(ID), resume=key)
    assert found == (400, "bad_handshake")


def test_an_unknown_app(daemon):
    assert refusal(daemon.port, "/nope/ws", token=issue(ID)) == (404, "unknown_app")


@pytest.mark.parametrize(
    "request_line",
    [
        "POST /counter/ws HTTP/1.1",
        "GET /counter/ws HTTP/1.0",
        "PUT /counter/ws HTTP/1.1",
    ],
)
def test_an_upgrade_of_another_method_or_version(daemon, request_line):
    answer = raw_request(
        daemon.port,
        f"{request_line}\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: docsync.v1\r\n\r\n",
    )
    assert answer.split(b" ", 2)[1] == b"400"
    assert b"bad_handshake" in answer


def test_an_upgrade_where_there_is_no_socket_is_an_ordinary_request(daemon):
    answer = raw_request(
        daemon.port,
        "POST /healthz HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nContent-Length: 100\r\n\r\n",
    )
    assert answer.split(b" ", 2)[1] == b"405"


def test_a_refused_upgrade_ends_the_tcp_connection(daemon):
    """What follows is the proxy's idea of frames, not ours of requests."""
    answer = raw_request(
        daemon.port,
        "GET /counter/ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
    )
    assert answer.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "text",
    [
        "\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        "GET /" + "a" * 20_000 + " HTTP/1.1\r\n\r\n",
        "GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /static/../../tokens.py HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /static/%2e%2e/%2e%2e/tokens.py HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /nope HTTP/1.1\r\nHost: a b/@:x\r\nConnection: close\r\n\r\n",
        "GET /static//etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
    ids=lambda text: text.split("\r\n")[0][:30] or "empty",
)
def test_a_request_that_makes_no_sense(daemon, text):
    answer = raw_request(daemon.port, text)
    assert b" 200 " not in answer.split(b"\r\n")[0]
    assert b"Traceback" not in answer
    assert b" 500 " not in answer.split(b"\r\n")[0]
    assert "Traceback" not in daemon.log()


def test_nothing_in_the_log_moves_a_cursor(daemon):
    raw_request(
        daemon.port,
        "GET /\x1b[2J\x9b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    )
    daemon.wait_for_log("GET /\\x1b[2J")
    assert "\x1b" not in daemon.log()


def test_no_credential_is_logged(daemon):
    token = issue(ID, user="visible")
    with connect(daemon.port, "/counter/ws", token=token) as ws:
        resume = ws.hello("t")["resume"]
    raw_request(
        daemon.port,
        f"GET /counter?token={token} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    )
    refusal(daemon.port, token=issue(ID, now=0))
    log = daemon.log()
    assert "GET /counter" in log
    for secret in (token, resume, SECRET_KEY):
        assert secret not in log
        assert secret.rpartition(".")[2] not in log


def raw_request(port, text):
    with socket.create_connection(("127.0.0.1", port), 5) as sock:
        sock.sendall(text.encode("latin-1"))
        answer = b""
        with contextlib.suppress(ConnectionResetError):
            while data := sock.recv(65536):
                answer += data
        return answer
