"""Sessions of one application that change each other's documents."""

import contextlib
from pathlib import Path

import pytest
import requests

from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import connect


APPS = Path(__file__).parent / "apps"


@pytest.fixture(scope="module")
def neighbours():
    app = APPS / "neighbours.py"
    with run_daemon("--unused-session-lifetime", "50", apps=[app]) as running:
        yield running


@pytest.fixture
def sessions(neighbours, request):
    def alone():
        text = requests.get(f"{neighbours.url}/metrics", timeout=20).text
        return "syncd_sessions 0" in text.splitlines()

    eventually(alone)
    with contextlib.ExitStack() as stack:
        found = []
        for _ in range(request.param):
            place = connect(neighbours.port, "/neighbours/ws")
            found.append(stack.enter_context(place))
            found[-1].enter("t")
        yield found


def wait_for(ws, field, value, kinds=("patch",)):
    """Read until a field is told to have a value, or something else is."""
    while True:
        message = ws.receive(10)
        if message["type"] in kinds and message["type"] != "patch":
            return message
        for change in message.get("changes", ()):
            if change["field"] == field and change["value"] == value:
                return message


@pytest.mark.parametrize("sessions", [2, 3], indirect=True)
def test_sessions_that_wait_for_each_other_do_not_wait_for_ever(sessions):
    """One of them is told, so that the other can go on."""
    for ws in sessions:
        ws.set_field(1, 0, 1, "text", "go")
    ends = [
        wait_for(ws, "text", "went", kinds=("patch", "error"))["type"]
        for ws in sessions
    ]
    assert "error" in ends
    assert "patch" in ends
    for ws in sessions:
        ws.send({"type": "ping", "n": 7})
        assert ws.receive_type("pong")["n"] == 7


@pytest.mark.parametrize("sessions", [2], indirect=True)
def test_the_one_that_is_told_learns_why(neighbours, sessions):
    for ws in sessions:
        ws.set_field(1, 0, 1, "text", "go")
    neighbours.wait_for_log("which waits for that of the former")
    neighbours.wait_for_log("@without_document_lock")


@pytest.mark.parametrize("sessions", [2], indirect=True)
def test_without_the_lock_they_may(sessions):
    for ws in sessions:
        ws.set_field(1, 0, 1, "text", "beside")
    for ws in sessions:
        wait_for(ws, "doubled", 1)


@pytest.mark.parametrize("sessions", [1], indirect=True)
def test_in_its_own_turn_a_session_does_not_wait(sessions):
    (ws,) = sessions
    ws.set_field(1, 0, 1, "text", "own")
    wait_for(ws, "doubled", 1)


@pytest.mark.parametrize("sessions", [3], indirect=True)
def test_all_sessions_of_an_application_are_updated(sessions):
    sessions[0].set_field(1, 0, 1, "text", "all")
    for ws in sessions:
        wait_for(ws, "doubled", 1)
