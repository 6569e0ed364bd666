"""The control API of a real daemon (section 12 of the protocol)."""

import itertools
import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from support.clock import wall_time
from support.daemon import SECRET_KEY
from support.daemon import daemon as run_daemon
from support.ws import connect
from syncd.tokens import issue_session_id, sign_request


APPS = Path(__file__).parent / "apps"
_numbers = itertools.count()


@pytest.fixture(scope="module")
def daemon():
    apps = [APPS / name for name in ("broken.py", "counter.py", "quitter.py")]
    with run_daemon("--session-ids", "signed", apps=apps) as running:
        yield running


@pytest.fixture
def call(daemon):
    """Send a signed request; return status and body."""
    with requests.Session() as http:

        def call(name, body=None, *, method="POST", headers=None, **changed):
            data = json.dumps(body).encode() if body is not None else b""
            path = f"/control/v1/{name}"
            signed = {
                "time": int(wall_time()),
                "nonce": os.urandom(16).hex(),
                "request_id": f"request-{next(_numbers)}",
            } | changed
            secret = signed.pop("secret", SECRET_KEY)
            sent = {
                "Docsync-Time": str(signed["time"]),
                "Docsync-Nonce": signed["nonce"],
                "Docsync-Request": signed["request_id"],
                "Docsync-Signature": sign_request(secret, method, path, data, **signed),
                **(headers or {}),
            }
            answer = http.request(
                method, daemon.control_url + path, data=data, headers=sent, timeout=5
            )
            return answer.status_code, answer.json()

        yield call


def set_value(pulled, value, **changed):
    change = {"kind": "field_changed", "model": 1, "field": "value", "value": value}
    return {
        "type": "patch",
        "app": "counter",
        "session": pulled["session"],
        "base": pulled["revision"],
        "epoch": pulled["epoch"],
        "changes": [change],
    } | changed


def test_pull_makes_a_session_that_a_browser_can_open(call, daemon):
    status, pulled = call("pull", {"app": "counter"})
    assert status == 200
    assert pulled["type"] == "snapshot"
    with connect(daemon.port, "/counter/ws", token=pulled["session"]) as ws:
        assert ws.enter("t")["epoch"] == pulled["epoch"]


def test_claims_and_arguments_reach_the_app(call):
    token = issue_session_id(
        SECRET_KEY,
        now=wall_time(),
        random_id="claimed",
        user="ann",
        arguments={"N": "signed"},
    )
    _, pulled = call(
        "pull",
        {"app": "/counter", "session": token, "arguments": {"N": "mine", "M": "1"}},
    )
    assert pulled["session"] == token
    text = pulled["models"][0]["fields"]["text"]
    assert "'user': 'ann'" in text
    assert "'N': [b'signed']" in text
    assert "'M': [b'1']" in text


def test_apply_is_one_transaction_and_callbacks_run(call, daemon):
    _, pulled = call("pull", {"app": "counter"})
    with connect(daemon.port, "/counter/ws", token=pulled["session"]) as ws:
        ws.enter("t")
        status, ack = call("apply", set_value(pulled, 4))
        assert (status, ack) == (200, {"type": "ack", "revision": 1})
        patch = ws.receive()
        assert patch["revision"] == 1
        fields = {change["field"]: change["value"] for change in patch["changes"]}
        assert fields == {"value": 4, "doubled": 8}


def test_an_apply_that_is_refused_changes_nothing(call):
    _, pulled = call("pull", {"app": "counter"})
    status, answer = call("apply", set_value(pulled, "four"))
    assert status == 422
    assert answer["error"] == "rejected"
    assert answer["rejected"][0]["error"] == "bad_value"
    _, again = call("pull", {"app": "counter", "session": pulled["session"]})
    assert again["revision"] == pulled["revision"]


def test_another_epoch_is_a_conflict(call):
    _, pulled = call("pull", {"app": "counter"})
    status, answer = call("apply", set_value(pulled, 1, epoch="another"))
    assert (status, answer["error"]) == (409, "epoch_changed")


def test_destroy_ends_a_session_and_tells_browsers(call, daemon):
    _, pulled = call("pull", {"app": "counter"})
    named = {"app": "counter", "session": pulled["session"]}
    with connect(daemon.port, "/counter/ws", token=pulled["session"]) as ws:
        ws.enter("t")
        assert call("destroy", named) == (200, {"destroyed": True})
        assert ws.wait_closed().code == 4410
    assert call("destroy", named) == (200, {"destroyed": False})
    status, answer = call("pull", {**named, "autocreate": False})
    assert (status, answer["error"]) == (404, "unknown_session")


def test_status_tells_what_is_served(call):
    status, answer = call("status", method="GET")
    assert status == 200
    assert answer["apps"] == ["/broken", "/counter", "/quitter"]
    assert answer.keys() == {"apps", "sessions", "connections", "version"}


def test_an_app_that_fails_is_a_500_with_its_cause(call):
    status, answer = call("pull", {"app": "broken"})
    assert (status, answer["error"]) == (500, "app_failed")
    assert "on holiday" in answer["message"]


def test_an_unknown_app_is_a_404(call):
    status, answer = call("pull", {"app": "nope"})
    assert (status, answer["error"]) == (404, "unknown_app")


BAD_BODIES = [
    [],
    {},
    {"app": 1},
    {"app": "counter", "more": 1},
    {"app": "counter", "session": 1},
    {"app": "counter", "autocreate": "yes"},
    {"app": "counter", "arguments": [1]},
    {"app": "counter", "arguments": {"N": 1}},
    {"app": "counter", "arguments": {"N": [1]}},
]


@pytest.mark.parametrize("body", BAD_BODIES, ids=json.dumps)
def test_a_body_that_is_none_is_a_400(call, body):
    status, answer = call("pull", body)
    assert (status, answer["error"]) == (400, "malformed_message")


def test_an_apply_that_is_none_is_a_400(call):
    status, answer = call("apply", {"type": "patch"})
    assert (status, answer["error"]) == (400, "malformed_message")


@pytest.mark.parametrize("session", ["forged.signature", "", "a b"])
def test_a_bad_session_id_is_a_403(call, session):
    status, answer = call("pull", {"app": "counter", "session": session})
    assert (status, answer["error"]) == (403, "bad_token")


def test_an_expired_session_id_is_a_403(call):
    token = issue_session_id(SECRET_KEY, now=wall_time() - 400, random_id="old")
    status, answer = call("pull", {"app": "counter", "session": token})
    assert (status, answer["error"]) == (403, "expired_token")


def test_another_key_is_refused(call):
    status, answer = call("status", method="GET", secret="x" * 40)
    assert (status, answer["error"]) == (401, "bad_signature")


@pytest.mark.parametrize("seconds", [-90, 90])
def test_an_old_request_is_refused(call, seconds):
    status, answer = call("status", method="GET", time=int(wall_time()) + seconds)
    assert (status, answer["error"]) == (401, "stale_request")


def test_a_nonce_is_taken_once(call):
    nonce = os.urandom(16).hex()
    assert call("status", method="GET", nonce=nonce)[0] == 200
    status, answer = call("status", method="GET", nonce=nonce)
    assert (status, answer["error"]) == (401, "replayed_nonce")
    status, answer = call("status", method="GET", nonce=nonce.upper())
    assert (status, answer["error"]) == (401, "replayed_nonce")


@pytest.mark.parametrize(
    "headers",
    [
        {"Docsync-Time": "soon"},
        {"Docsync-Nonce": "12"},
        {"Docsync-Request": ""},
        {"Docsync-Request": "x" * 65},
        {"Docsync-Signature": ""},
        {"Docsync-Signature": "\u00ff" * 64},
    ],
    ids=lambda headers: "-".join(f"{k}-{len(v)}" for k, v in headers.items()),
)
def test_a_request_that_is_not_signed_properly_is_refused(call, headers):
    status, answer = call("status", method="GET", headers=headers)
    assert (status, answer["error"]) == (401, "bad_signature")


def test_a_browser_is_refused(call):
    status, answer = call("status", method="GET", headers={"Origin": "http://a.com"})
    assert (status, answer["error"]) == (403, "origin_refused")


def test_a_repeated_request_is_answered_alike_and_done_once(call):
    _, pulled = call("pull", {"app": "counter"})
    body = set_value(pulled, 7)
    first = call("apply", body, request_id="again")
    second = call("apply", body, request_id="again")
    assert first == second
    _, now = call("pull", {"app": "counter", "session": pulled["session"]})
    assert now["revision"] == 1


def test_repetitions_that_race_are_answered_alike_and_done_once(call):
    _, pulled = call("pull", {"app": "counter"})
    changes = [
        {"kind": "field_changed", "model": 1, "field": field, "value": value}
        for field, value in (("nap", 0.3), ("value", 8))
    ]
    body = set_value(pulled, 8, changes=changes)
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda _: call("apply", body, request_id="race"), range(8))
        )
    assert answers == [(200, {"type": "ack", "revision": 1})] * 8
    _, now = call("pull", {"app": "counter", "session": pulled["session"]})
    assert now["revision"] == 1


@pytest.mark.parametrize(("field", "value"), [("value", 3), ("text", "kill")])
def test_a_callback_that_ends_scripts_does_not_leave_the_caller_alone(
    call, field, value
):
    _, pulled = call("pull", {"app": "quitter"})
    change = {"kind": "field_changed", "model": 1, "field": field, "value": value}
    body = set_value(pulled, 0, changes=[change], app="quitter")
    assert call("apply", body) == (200, {"type": "ack", "revision": 1})


def test_the_public_listener_has_no_control_api(daemon):
    answer = requests.post(f"{daemon.url}/control/v1/pull", json={}, timeout=20)
    assert answer.status_code == 404


def test_no_document_is_served_on_the_control_listener(daemon):
    answer = requests.get(f"{daemon.control_url}/counter", timeout=20)
    assert answer.status_code == 401


def test_a_unix_socket_is_private_and_a_stale_one_is_no_obstacle(tmp_path):
    path = tmp_path / "control.sock"
    for _ in range(2):
        with run_daemon(
            "--control-bind", f"unix://{path}", apps=[APPS / "counter.py"]
        ) as daemon:
            assert daemon.control_url == f"unix://{path}"
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            daemon.kill()
        assert path.exists()
    with run_daemon("--control-bind", f"unix://{path}", apps=[APPS / "counter.py"]):
        pass
    assert not path.exists()
