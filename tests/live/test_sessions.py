"""Sessions on a real daemon: made once, shared, resumed, expired."""

import contextlib
import re
import socket
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import RefusedError, connect


APPS = Path(__file__).parent / "apps"


def receive_fields(ws):
    changes = ws.receive_type("patch")["changes"]
    return {change["field"]: change["value"] for change in changes}


def test_two_tabs_of_a_session_see_each_others_edits(daemon):
    with (
        connect(daemon.port, "/counter/ws", token="shared") as one,
        connect(daemon.port, "/counter/ws", token="shared") as two,
    ):
        one.enter("one")
        two.enter("two")
        one.set_field(1, 0, 1, "value", 21)
        mine, theirs = one.receive(), two.receive()
        assert mine["ack"] == 1
        assert [change["field"] for change in mine["changes"]] == ["doubled"]
        fields = {change["field"]: change["value"] for change in theirs["changes"]}
        assert fields == {"value": 21, "doubled": 42}


def test_sessions_do_not_see_each_other(daemon):
    with (
        connect(daemon.port, "/counter/ws") as one,
        connect(daemon.port, "/counter/ws") as two,
    ):
        assert one.hello("t")["session"] != two.hello("t")["session"]
        one.receive_type("snapshot")
        two.receive_type("snapshot")
        one.set_field(1, 0, 1, "value", 21)
        one.receive()
        with pytest.raises(TimeoutError):
            two.receive(0.2)


def test_many_who_race_for_a_session_share_one_document(daemon):
    def enter(number):
        with connect(daemon.port, "/counter/ws", token="race") as ws:
            welcome = ws.hello(f"tab-{number}")
            text = ws.receive_type("snapshot")["models"][0]["fields"]["text"]
            barrier.wait(10)
            return welcome["epoch"], text

    barrier = threading.Barrier(20)
    with ThreadPoolExecutor(20) as pool:
        found = set(pool.map(enter, range(20)))
    assert len(found) == 1


def test_arguments_of_the_page_and_name_of_the_module(daemon):
    with connect(daemon.port, "/counter/ws") as ws:
        snapshot = ws.enter("t", arguments={"N": ["1", "2"]})
        text = snapshot["models"][0]["fields"]["text"]
        assert "'arguments': {'N': [b'1', b'2']}" in text
        assert "'name': 'bokeh_app_" in text
        assert "'user': None" in text


def test_a_lost_connection_resumes_where_it_was(daemon):
    with (
        connect(daemon.port, "/counter/ws", token="resume") as other,
        connect(daemon.port, "/counter/ws", token="resume") as ws,
    ):
        other.enter("other")
        welcome = ws.hello("tab")
        revision = ws.receive_type("snapshot")["revision"]
        ws.abort()
        for number in range(1, 4):
            other.set_field(number, 0, 1, "value", number)
            other.receive_type("patch")
        with connect(daemon.port, "/counter/ws", resume=welcome["resume"]) as again:
            members = {"epoch": welcome["epoch"], "revision": revision, "acked": 0}
            assert again.hello("tab", **members)["revision"] == 3
            patch = {"revision": 0}
            while patch["revision"] < 3:
                patch = again.receive()
                assert patch["type"] == "patch"
            assert patch["changes"][-1]["value"] == 6


def test_a_resume_key_is_for_its_own_tab(daemon):
    with connect(daemon.port, "/counter/ws", token="tabs") as ws:
        key = ws.hello("one")["resume"]
        with connect(daemon.port, "/counter/ws", resume=key) as thief:
            thief.send({"type": "hello", "protocol": 1, "tab": "two"})
            assert thief.wait_closed().code == 4400
        ws.receive_type("snapshot")
        ws.send({"type": "ping", "n": 1})
        assert ws.receive()["type"] == "pong"
        with connect(daemon.port, "/counter/ws", resume=key) as again:
            again.enter("one")


def test_a_resend_of_what_was_applied_does_nothing(daemon):
    with connect(daemon.port, "/counter/ws", token="resend") as ws:
        welcome = ws.hello("tab")
        ws.receive_type("snapshot")
        ws.set_field(1, 0, 1, "value", 5)
        ws.receive_type("patch")
        ws.abort()
    with connect(daemon.port, "/counter/ws", resume=welcome["resume"]) as ws:
        members = {"epoch": welcome["epoch"], "revision": 0, "acked": 0}
        assert ws.hello("tab", **members)["seq"] == 1
        ws.receive_type("patch")
        ws.set_field(1, 0, 1, "value", 5)
        assert ws.receive()["revision"] == 1


def test_the_newest_connection_of_a_tab_wins(daemon):
    with (
        connect(daemon.port, "/counter/ws", token="twice") as old,
        connect(daemon.port, "/counter/ws", token="twice") as new,
    ):
        old.enter("tab")
        new.enter("tab")
        assert old.wait_closed().code == 4409
        new.send({"type": "ping", "n": 1})
        assert new.receive()["type"] == "pong"


def test_an_app_that_fails_closes_with_4500_and_is_tried_again(daemon):
    for _ in range(2):
        with connect(daemon.port, "/broken/ws", token="again") as ws:
            ws.send({"type": "hello", "protocol": 1, "tab": "t"})
            closed = ws.wait_closed()
            assert closed.code == 4500
            assert "holiday" not in closed.reason
    assert daemon.log().count("LookupError: the database is on holiday") >= 2


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("value", 3, True),
        ("text", "interrupt", True),
        ("text", "kill", True),
        ("text", "timeout", True),
        ("nap", 1.0, False),
    ],
)
def test_what_ends_a_script_ends_nothing_here(daemon, bystander, field, value, told):
    with connect(daemon.port, "/quitter/ws") as ws:
        ws.enter("t")
        ws.set_field(1, 0, 1, field, value)
        if told:
            assert ws.receive()["type"] == "error"
        answer = ws.receive()
        assert answer.get("ack", answer.get("seq")) == 1
        ws.send({"type": "ping", "n": 1})
        assert ws.receive_type("pong")


def test_a_sleeping_callback_holds_up_only_its_own_session(daemon):
    with (
        connect(daemon.port, "/counter/ws") as sleepy,
        connect(daemon.port, "/counter/ws") as awake,
    ):
        sleepy.enter("t")
        awake.enter("t")
        began = time.monotonic()
        sleepy.set_field(1, 0, 1, "nap", 4.0)
        for number in range(1, 20):
            awake.set_field(number, 0, 1, "value", number)
            awake.receive_type("patch")
        assert time.monotonic() - began < 4.0
        assert sleepy.receive_type("ack")["seq"] == 1
        assert time.monotonic() - began >= 4.0


def test_a_slow_reader_delays_nobody_and_ends_up_right(daemon):
    with (
        connect(daemon.port, "/counter/ws", token="slow") as slow,
        connect(daemon.port, "/counter/ws", token="slow") as fast,
    ):
        slow.enter("slow")
        fast.enter("fast")
        text = "x" * 20_000
        count = 2_000
        for number in range(1, count + 1):
            fast.set_field(number, 0, 1, "text", f"{text}{number}")
            assert fast.receive()["seq"] == number
        last, received = {}, 0
        while last.get("revision") != count:
            last, received = slow.receive(), received + 1
        assert last["changes"][-1]["value"] == f"{text}{count}"
        assert received < count


def test_a_slow_reader_is_told_little_of_what_is_past(daemon):
    """A page that draws two pictures a second must not be a minute behind.

    What it has asked for would be answered as late.
    """
    with (
        connect(daemon.port, "/counter/ws", token="pictures") as slow,
        connect(daemon.port, "/counter/ws", token="pictures") as fast,
    ):
        slow.enter("slow")
        fast.enter("fast")
        text, count = "x" * 80_000, 150
        for number in range(1, count + 1):
            fast.set_field(number, 0, 1, "text", f"{text}{number}")
            assert fast.receive()["seq"] == number
        received, revision = 0, 0
        while revision != count:
            received, revision = received + 1, slow.receive()["revision"]
        assert received < 20


def test_goodbye_lets_a_session_go_soon_and_a_loss_later():
    with run_daemon(
        "--unused-session-lifetime",
        "200",
        "--lost-session-lifetime",
        "60000",
        apps=[APPS / "counter.py"],
    ) as daemon:
        with connect(daemon.port, "/counter/ws", token="polite") as ws:
            polite = ws.hello("t")["resume"]
        with connect(daemon.port, "/counter/ws", token="cut") as ws:
            cut = ws.hello("t")["resume"]
            ws.abort()

        def gone(key):
            try:
                with connect(daemon.port, "/counter/ws", resume=key):
                    return False
            except RefusedError as refused:
                return refused.error == "session_gone"

        eventually(lambda: gone(polite))
        assert not gone(cut)


def test_sessions_over_the_limit_are_refused():
    with (
        run_daemon("--max-sessions", "1", apps=[APPS / "counter.py"]) as daemon,
        connect(daemon.port, "/counter/ws", token="first") as ws,
    ):
        ws.enter("t")
        with (
            pytest.raises(RefusedError) as caught,
            connect(daemon.port, "/counter/ws"),
        ):
            pass
        assert caught.value.status == 503
        assert caught.value.error == "too_many_sessions"
        with connect(daemon.port, "/counter/ws", token="first") as second:
            second.enter("u")


def test_sessions_that_were_left_at_once_keep_nobody_out():
    """The session of a connection that is lost is kept for five minutes."""
    with run_daemon("--max-sessions", "3", apps=[APPS / "counter.py"]) as daemon:
        with connect(daemon.port, "/counter/ws", token="used") as used:
            key = used.hello("t")["resume"]
            used.receive_type("snapshot")
            used.set_field(1, 0, 1, "value", 21)
            used.receive()
            used.abort()
        for _ in range(20):
            eventually(lambda: entered_and_lost(daemon.port))
        with connect(daemon.port, "/counter/ws", resume=key) as ws:
            assert ws.hello("t")["type"] == "welcome"
        assert daemon.log().count("those that visitors left at once") == 1


def entered_and_lost(port):
    """Enter a new session and be gone; return whether there was room."""
    try:
        with connect(port, "/counter/ws") as ws:
            ws.enter("t")
            ws.abort()
    except RefusedError:
        return False
    return True


def test_connections_over_the_limit_are_closed():
    with (
        run_daemon("--max-connections", "1", apps=[APPS / "counter.py"]) as daemon,
        connect(daemon.port, "/counter/ws", token="s") as one,
        connect(daemon.port, "/counter/ws", token="s") as two,
    ):
        one.enter("one")
        two.send({"type": "hello", "protocol": 1, "tab": "two"})
        assert two.wait_closed().code == 4429


def test_a_silent_peer_is_pinged():
    with (
        run_daemon("--keep-alive", "100", apps=[APPS / "counter.py"]) as daemon,
        connect(daemon.port, "/counter/ws") as ws,
    ):
        assert ws.hello("t")["ping_ms"] == 100
        ws.receive_type("snapshot")
        ws.sock.settimeout(20)
        assert ws.sock.recv(2) == b"\x89\x00"


def test_a_peer_that_stays_silent_counts_as_lost():
    with (
        run_daemon("--keep-alive", "2000", apps=[APPS / "counter.py"]) as daemon,
        connect(daemon.port, "/counter/ws", token="s") as dead,
        connect(daemon.port, "/counter/ws", token="s") as alive,
    ):
        began = time.monotonic()
        dead.enter("dead")
        alive.enter("alive")
        while connected(daemon) > 1:
            assert time.monotonic() - began < 60
            with contextlib.suppress(TimeoutError):
                alive.receive(0.05)
        assert time.monotonic() - began >= 1.5
        alive.send({"type": "ping", "n": 1})
        assert alive.receive()["type"] == "pong"


def test_a_peer_that_goes_while_it_is_held_back_counts_as_lost():
    with (
        run_daemon("--keep-alive", "100", apps=[APPS / "counter.py"]) as daemon,
        connect(daemon.port, "/counter/ws", token="s") as gone,
    ):
        gone.enter("gone")
        gone.set_field(1, 0, 1, "nap", 30)
        for number in range(300):
            gone.send({"type": "ping", "n": number})
        time.sleep(0.3)
        gone.sock.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        gone.abort()
        eventually(lambda: connected(daemon) == 0)


def connected(daemon):
    text = requests.get(f"{daemon.url}/metrics", timeout=20).text
    return int(re.findall(r"^syncd_connections (\d+)", text, re.MULTILINE)[0])


def test_a_peer_that_says_nothing_is_closed_after_10_seconds(daemon):
    began = time.monotonic()
    with connect(daemon.port, "/counter/ws") as ws:
        assert ws.wait_closed(60).code == 4408
        assert time.monotonic() - began >= 9


def test_the_session_of_a_page_waits_for_whoever_stands_at_its_door():
    """A browser that is slow opens its socket, and says hello much later."""
    args = ("--unused-session-lifetime", "2000", "--max-sessions", "1")
    with run_daemon(*args, apps=[APPS / "counter.py"]) as daemon:
        page = f"{daemon.url}/counter?docsync-session-id=slow&N=7"
        assert requests.get(page, timeout=20).status_code == 200
        with connect(daemon.port, "/counter/ws", token="slow") as ws:
            time.sleep(3)  # longer than the session lives if nobody comes
            # Nor does it have to make room for others.
            assert requests.get(f"{daemon.url}/counter", timeout=20).status_code == 503
            text = ws.enter("t")["models"][0]["fields"]["text"]
            assert "'arguments': {'N': [b'7']}" in text


def test_a_session_ends_when_those_at_its_door_go_without_a_word():
    args = ("--unused-session-lifetime", "300")
    with run_daemon(*args, apps=[APPS / "counter.py"]) as daemon:
        page = f"{daemon.url}/counter?docsync-session-id=shy"
        assert requests.get(page, timeout=20).status_code == 200
        with connect(daemon.port, "/counter/ws", token="shy"):
            pass
        eventually(lambda: lives(daemon) == 0)


def lives(daemon):
    text = requests.get(f"{daemon.url}/metrics", timeout=20).text
    return int(re.findall(r"^syncd_sessions (\d+)", text, re.MULTILINE)[0])


def test_the_traceback_is_shown_only_in_development():
    with (
        run_daemon("--dev", apps=[APPS / "broken.py"]) as daemon,
        connect(daemon.port, "/broken/ws") as ws,
    ):
        ws.send({"type": "hello", "protocol": 1, "tab": "t"})
        failure = ws.receive()
        assert 'broken.py", line 3, in <module>' in failure["traceback"]
        assert "holiday" in failure["message"]
        assert "holiday" in ws.wait_closed().reason


def test_a_session_that_ended_is_freed_by_reference_counting():
    apps = [APPS / "census.py"]
    with run_daemon("--unused-session-lifetime", "50", apps=apps) as daemon:
        for number in range(20):
            with connect(daemon.port, "/census/ws") as ws:
                ws.enter("t")
                ws.set_field(1, 0, 1, "value", number + 1)
                ws.receive_type("patch")

        def census():
            with connect(daemon.port, "/census/ws") as ws:
                return int(ws.enter("t")["models"][0]["fields"]["text"])

        eventually(lambda: census() <= 3)


def test_next_ticks_from_a_thread_run_in_order_and_in_turn():
    apps = [APPS / "threaded.py"]
    with (
        run_daemon(apps=apps) as daemon,
        connect(daemon.port, "/threaded/ws") as ws,
    ):
        ws.enter("t")
        ws.set_field(1, 0, 1, "value", 200)
        seen = []
        while not seen or seen[-1] < 200:
            changes = ws.receive().get("changes", ())
            seen += [item["value"] for item in changes if item["field"] == "doubled"]
        assert seen == list(range(1, 201))


def test_callbacks_may_be_coroutines_and_several_sessions_wait_at_a_time():
    apps = [APPS / "coroutines.py"]
    with run_daemon(apps=apps) as daemon, contextlib.ExitStack() as stack:
        sessions = [
            stack.enter_context(connect(daemon.port, "/coroutines/ws"))
            for _ in range(5)
        ]
        for ws in sessions:
            ws.enter("t")
        began = time.monotonic()
        for number, ws in enumerate(sessions, 1):
            ws.set_field(1, 0, 1, "value", number)
        for number, ws in enumerate(sessions, 1):
            assert receive_fields(ws)["doubled"] == -1  # sent while it waits
            assert receive_fields(ws) == {"doubled": 2 * number, "nap": 5.0}
            assert receive_fields(ws) == {"doubled": 2 * number + 1}
        # One after the other, they would have taken a second each.
        assert 1 <= time.monotonic() - began < 5
        ws.send({"type": "event", "seq": 2, "model": 1, "name": "button_click"})
        assert receive_fields(ws) == {"doubled": -len("button_click")}
        ws.set_field(3, 0, 1, "text", "lost")
        assert ws.receive_type("error")["id"]
        daemon.wait_for_log("LookupError: lost")
        # What failed leaves no current document behind, in no session.
        for number, other in enumerate(sessions, 10):
            other.set_field(4 if other is ws else 2, 0, 1, "value", number)
        for number, other in enumerate(sessions, 10):
            assert receive_fields(other)["doubled"] == -1
            assert receive_fields(other)["doubled"] == 2 * number
