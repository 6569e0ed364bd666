import os
import threading
import time

import pytest

from support.port import free_ports
from syncd.client.control import ControlClient
from syncd.client.pool import Address
from syncd.config import Settings
from syncd.errors import (
    ClientError,
    ClientTimeoutError,
    ConfigError,
    RefusedError,
    RejectedError,
    UnknownAppError,
    UnknownSessionError,
    UnreachableError,
)
from syncd.protocol import Payload
from syncd.tokens import verify_request

from .conftest import KEY, break_off, cut_short, drip, reply, stall


STATUS = {"apps": ["/sliders"], "sessions": 0, "connections": 0, "version": "1"}


def test_a_request_is_signed(client, script):
    script.then(reply(200, STATUS))
    assert client.status() == STATUS
    (seen,) = script.seen
    assert verify_request(
        KEY,
        seen.headers["Docsync-Signature"],
        method="GET",
        path="/control/v1/status",
        body=b"",
        time=int(seen.headers["Docsync-Time"]),
        nonce=seen.headers["Docsync-Nonce"],
        request_id=seen.headers["Docsync-Request"],
    )
    assert "Origin" not in seen.headers


def test_the_body_is_part_of_the_signature(client, script):
    script.then(reply(200, {"destroyed": True}))
    assert client.destroy("/sliders", "id")
    (seen,) = script.seen
    assert verify_request(
        KEY,
        seen.headers["Docsync-Signature"],
        method="POST",
        path="/control/v1/destroy",
        body=seen.body,
        time=int(seen.headers["Docsync-Time"]),
        nonce=seen.headers["Docsync-Nonce"],
        request_id=seen.headers["Docsync-Request"],
    )


def test_connections_are_kept_alive(client, script):
    script.then(reply(200, STATUS))
    for _ in range(5):
        client.status()
    assert script.connections == 1


def test_short_lived_threads_share_what_is_kept_alive(client, script):
    script.then(reply(200, STATUS))
    for _ in range(3):
        thread = threading.Thread(target=client.status)
        thread.start()
        thread.join()
    assert script.connections == 1


def test_threads_at_once_have_connections_of_their_own(client, script):
    script.then(reply(200, STATUS))
    threads = [threading.Thread(target=client.status) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(script.seen) == 8


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
def test_a_forked_process_uses_no_socket_of_its_parent(client, script):
    script.then(reply(200, STATUS))
    client.status()
    child = os.fork()
    if child == 0:
        try:
            client.status()
            os._exit(0)
        except BaseException:  # noqa: BLE001 - a child must not run pytest
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    client.status()
    assert script.connections == 2


def test_a_broken_connection_is_tried_again_with_the_same_request_id(client, script):
    script.then(break_off, reply(200, STATUS))
    assert client.status() == STATUS
    first, second = script.seen
    assert first.headers["Docsync-Request"] == second.headers["Docsync-Request"]
    assert first.headers["Docsync-Nonce"] != second.headers["Docsync-Nonce"]


def test_an_answer_that_is_cut_short_is_asked_for_again(client, script):
    script.then(cut_short, reply(200, STATUS))
    assert client.status() == STATUS


def test_attempts_are_bounded(client, script):
    script.then(break_off)
    with pytest.raises(UnreachableError):
        client.status()
    assert len(script.seen) == 3


def test_nobody_listening_is_unreachable_at_once():
    (port,) = free_ports(1)
    client = ControlClient(Address(f"http://127.0.0.1:{port}"), KEY)
    with pytest.raises(UnreachableError) as caught:
        client.status()
    assert caught.value.url == f"http://127.0.0.1:{port}/control/v1/status"
    assert "refused" in str(caught.value)
    assert isinstance(caught.value, OSError)


@pytest.mark.parametrize("slow", [stall, drip])
def test_no_answer_in_time_is_a_timeout(impatient, script, slow):
    script.then(slow)
    started = time.monotonic()
    with pytest.raises(ClientTimeoutError, match=r"0\.5 s") as caught:
        impatient.status()
    assert time.monotonic() - started > 0.4
    assert isinstance(caught.value, TimeoutError)
    assert len(script.seen) == 1


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, "bad_signature", RefusedError),
        (401, "stale_request", RefusedError),
        (401, "replayed_nonce", RefusedError),
        (403, "bad_token", RefusedError),
        (403, "expired_token", RefusedError),
        (404, "unknown_app", UnknownAppError),
        (404, "unknown_session", UnknownSessionError),
        (409, "epoch_changed", RejectedError),
        (413, "too_big", RejectedError),
        (503, "busy", ClientTimeoutError),
        (503, "draining", UnreachableError),
        (503, "too_many_sessions", UnreachableError),
        (500, "app_failed", ClientError),
    ],
)
def test_every_refusal_is_an_exception_that_names_url_and_cause(
    client, script, status, code, kind
):
    script.then(reply(status, {"error": code, "message": "in words"}))
    with pytest.raises(kind) as caught:
        client.pull("/sliders")
    assert type(caught.value) is kind
    assert "/control/v1/pull" in str(caught.value)
    assert f"{code}: in words" in str(caught.value)


def test_rejected_changes_say_why(client, script):
    rejected = [{"error": "unknown_field", "message": "Div has no field 'x'"}]
    script.then(
        reply(422, {"error": "rejected", "message": "no", "rejected": rejected})
    )
    with pytest.raises(RejectedError, match="has no field 'x'") as caught:
        client.apply(Payload(b"{}", text=True))
    assert caught.value.rejected == tuple(rejected)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (404, b"<h1>Not Found</h1>"),
        (200, b"<h1>Hello</h1>"),
        (200, b"[]"),
        (302, b""),
        (500, b"\xff" * 1000),
    ],
)
def test_something_else_at_the_address_is_a_client_error(client, script, status, body):
    script.then(reply(status, body))
    with pytest.raises(ClientError):
        client.status()
    with pytest.raises(ClientError):
        client.pull("/sliders")


def test_an_answer_that_is_too_large_is_given_up(tcp, script):
    script.then(reply(200, b" " * 3000))
    address = Address(f"http://127.0.0.1:{tcp.server_port}")
    client = ControlClient(address, KEY, max_message_size=2000)
    with pytest.raises(ClientError, match="max_message_size"):
        client.status()


def test_proxies_of_the_environment_are_not_asked(client, script, monkeypatch):
    (port,) = free_ports(1)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    script.then(reply(200, STATUS))
    assert client.status() == STATUS


def test_a_unix_socket_is_an_address(unix):
    unix.script.then(reply(200, STATUS))
    client = ControlClient(Address(f"unix://{unix.server_address}"), KEY)
    assert [client.status(), client.status()] == [STATUS, STATUS]
    assert unix.script.connections == 1
    assert unix.script.seen[0].path == "/control/v1/status"


def test_a_missing_unix_socket_is_unreachable(tmp_path):
    path = tmp_path / "none"
    client = ControlClient(Address(f"unix://{path}"), KEY)
    with pytest.raises(UnreachableError, match="No such file") as caught:
        client.status()
    assert caught.value.url == f"unix://{path}/control/v1/status"


def test_a_silent_unix_socket_is_a_timeout(unix):
    unix.script.then(stall)
    address = Address(f"unix://{unix.server_address}")
    client = ControlClient(address, KEY, timeout=0.3)
    with pytest.raises(ClientTimeoutError):
        client.status()


@pytest.mark.parametrize(
    "url",
    ["127.0.0.1:5007", "ftp://h", "unix://relative", "http://h/path", "http://", "x"],
)
def test_other_addresses_are_config_errors(url):
    with pytest.raises(ConfigError, match="DOCSYNC_CONTROL_URL"):
        Address(url)


def test_without_a_key_there_is_no_client():
    with pytest.raises(ConfigError, match="DOCSYNC_SECRET_KEY"):
        ControlClient.of(Settings())


def test_the_default_address_is_the_default_control_port():
    client = ControlClient.of(Settings(secret_key=KEY))
    assert client.address.shown == "http://127.0.0.1:5007"
    assert client.timeout == 5.0
