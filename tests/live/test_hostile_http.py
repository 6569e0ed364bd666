"""Requests that others might read in another way, or that never end."""

import contextlib
import os
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.clock import wall_time
from support.daemon import SECRET_KEY
from support.daemon import daemon as run_daemon
from syncd.tokens import sign_request


pytestmark = pytest.mark.usefixtures("bystander")

UPGRADE = (
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    "Sec-WebSocket-Protocol: docsync.v1\r\n"
)
HIDDEN = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"


def answers(port, *parts, timeout=2.0):
    """Send a request and return the statuses of all answers, and the last body."""
    with socket.create_connection(("127.0.0.1", port), 20) as sock:
        for part in parts:
            sock.sendall(part.encode("latin-1"))
        data = b""
        with contextlib.suppress(TimeoutError, ConnectionResetError):
            while piece := sock.recv(65536):
                data += piece
                sock.settimeout(timeout)  # of others that may follow the first
    heads = data.split(b"HTTP/1.1 ")[1:]
    return [int(head[:3]) for head in heads], data.rpartition(b"\r\n\r\n")[2]


FRAMINGS = {
    "an unknown coding": "Transfer-Encoding: identity\r\n",
    "a misspelt coding": "Transfer-Encoding: xchunked\r\n",
    "two codings": "Transfer-Encoding: gzip, chunked\r\n",
    "a coding given twice": "Transfer-Encoding: chunked\r\n" * 2,
    "a coding and a length": "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
    "two lengths": "Content-Length: 5\r\nContent-Length: 50\r\n",
    "two lengths in one": "Content-Length: 5, 5\r\n",
    "a signed length": "Content-Length: +5\r\n",
    "a length with a mark": "Content-Length: 0_5\r\n",
    "a length in hex": "Content-Length: 0x5\r\n",
    "a length of foreign digits": "Content-Length: \xb2\r\n",
    "a length beyond everything": f"Content-Length: {'9' * 30}\r\n",
    "a header that hides the rest": "nonsense\r\nContent-Length: 5\r\n",
    "a space before the colon": "Transfer-Encoding : chunked\r\n",
    "too many headers": "X: y\r\n" * 500,
    "a header that never ends": f"X: {'y' * 100_000}\r\n",
}


@pytest.mark.parametrize("name", FRAMINGS)
def test_a_request_whose_end_is_a_matter_of_opinion(daemon, name):
    request = f"POST /counter/ws HTTP/1.1\r\nHost: x\r\n{FRAMINGS[name]}\r\n"
    statuses, _ = answers(daemon.port, request + "0\r\n\r\n" + HIDDEN)
    assert statuses in ([400], [])
    assert "Traceback" not in daemon.log()


@pytest.mark.parametrize("version", ["HTTP/1", "HTTP/", "HTTP/2.0", "HTTP/1.1.1"])
def test_a_version_that_there_is_not(daemon, version):
    statuses, _ = answers(daemon.port, f"GET /healthz {version}\r\nHost: x\r\n\r\n")
    assert statuses == [400]
    assert "Traceback" not in daemon.log()


TARGETS = {
    "a whole address": ("http://127.0.0.1/healthz", "Host: x\r\n", 200),
    "one in capitals": ("HTTP://LOCALHOST:1/healthz?a=b", "Host: x\r\n", 200),
    "one of another kind": ("https://localhost/healthz", "Host: x\r\n", 200),
    "one without a path": ("http://localhost?a=b", "Host: x\r\n", 200),
    "a whole path": ("/healthz", "Host: localhost\r\n", 200),
    "a name before the host": ("http://me@localhost/healthz", "Host: x\r\n", 400),
    "another protocol": ("ftp://localhost/healthz", "Host: x\r\n", 400),
    "no host in it": ("http:///healthz", "Host: x\r\n", 400),
    "no slash": ("healthz", "Host: x\r\n", 400),
    "two hosts": ("/healthz", "Host: x\r\nHost: y\r\n", 400),
    "a host twice": ("/healthz", "Host: x\r\nhost: x\r\n", 400),
    "no host": ("/healthz", "", 400),
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_request_goes_to_one_place(daemon, name):
    """Of RFC 9112: whole addresses are taken (3.2.2), of hosts there is one (3.2)."""
    target, host, expected = TARGETS[name]
    request = f"GET {target} HTTP/1.1\r\n{host}Connection: close\r\n\r\n"
    assert answers(daemon.port, request)[0] == [expected]
    assert "Traceback" not in daemon.log()


def test_the_host_in_a_whole_address_is_the_one_that_counts():
    """Whoever checks the Host header alone would let a stranger's name pass."""
    app = Path(__file__).parent / "apps" / "counter.py"
    with run_daemon(apps=[app], secret_key=None) as daemon:
        told = {
            "http://localhost/counter": ("evil.test", 200),
            "http://evil.test/counter": ("localhost", 403),
            "/counter": ("evil.test", 403),
        }
        for target, (host, expected) in told.items():
            request = f"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"
            assert answers(daemon.port, request, timeout=0.3)[0] == [expected]


def test_chunks_and_several_requests_on_a_connection_are_fine(daemon):
    probe = (
        "POST /counter/ws HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"
    )
    assert answers(daemon.port, probe)[0] == [200]
    last = HIDDEN.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
    assert answers(daemon.port, HIDDEN * 3 + last)[0] == [200] * 4


@pytest.mark.parametrize(
    "body",
    ['{"resume": "\\ud800"}', '{"resume": "\\udcff.\\udcff"}', '{"token": "\\ud800"}'],
)
def test_a_credential_that_is_no_text(daemon, body):
    request = f"POST /counter/ws HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}"
    statuses, answer = answers(daemon.port, f"{request}\r\n\r\n{body}")
    assert statuses == [403]
    assert b"bad_token" in answer


def test_a_socket_has_one_address(daemon):
    request = f"GET /counter/ws/ HTTP/1.1\r\nHost: x\r\n{UPGRADE}\r\n"
    assert answers(daemon.port, request)[0] == [405]


def test_an_upgrade_on_the_control_listener_is_answered(daemon):
    """pywsgi takes what follows an upgrade for a body without end."""
    port = urlsplit(daemon.control_url).port
    request = f"GET /control/v1/status HTTP/1.1\r\nHost: x\r\n{UPGRADE}\r\n"
    assert answers(port, request)[0] == [401]


def test_a_control_request_that_is_too_big_is_refused_before_it_is_sent(daemon):
    port = urlsplit(daemon.control_url).port
    request = "POST /control/v1/pull HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999"
    statuses, body = answers(port, f"{request}\r\n\r\n")
    assert statuses == [413]
    assert b"too_big" in body


@pytest.mark.parametrize(
    "path",
    [
        "/control/v1/../v1/status",
        "/control/v1//status",
        "//control/v1/status",
        "/control/v2/status",
        "/control/v1/status/",
        "/control/v1/",
        "/",
    ],
)
def test_a_control_request_elsewhere_does_nothing(daemon, path):
    nonce, now = os.urandom(16).hex(), int(wall_time())
    signature = sign_request(
        SECRET_KEY, "GET", path, b"", time=now, nonce=nonce, request_id="r"
    )
    request = (
        f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        f"Docsync-Time: {now}\r\nDocsync-Nonce: {nonce}\r\nDocsync-Request: r\r\n"
        f"Docsync-Signature: {signature}\r\n\r\n"
    )
    port = urlsplit(daemon.control_url).port
    statuses, body = answers(port, request)
    assert statuses[0] in {400, 401}
    assert b"sessions" not in body
