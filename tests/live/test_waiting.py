"""Callbacks that wait, on a real daemon: coroutines, generators, unlocked ones."""

import contextlib
import re
import time
from pathlib import Path

import pytest

from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import connect


APPS = Path(__file__).parent / "apps"


@pytest.fixture(scope="module")
def waiting():
    apps = [APPS / "waiting.py", APPS / "tornadic.py"]
    with run_daemon("--unused-session-lifetime", "300", apps=apps) as running:
        yield running


def ask(ws, kind, *, seq=1):
    """Let the callback of that name run."""
    ws.set_field(seq, 0, 1, "text", kind)


def fields(ws):
    """Yield what is told of fields, in order."""
    while True:
        message = ws.receive()
        assert message["type"] != "error", message
        for change in message.get("changes", ()):
            yield change["field"], change["value"]


def result_of(ws):
    return next(
        value[1:] for name, value in fields(ws) if name == "text" and value[:1] == "="
    )


@pytest.mark.parametrize(
    ("kind", "result"),
    [
        ("coroutine", "6"),
        ("threads", "7"),
        ("sockets", "HELLO"),
        ("blocking", "8"),
        ("generator", "(1, 2, [3, 4, None], {'five': 5}, True)"),
        ("generated", "yielded"),
        ("shared", "queued"),
        ("runs_its_own", "own"),
        ("runs_the_sessions", "own"),
        ("subprocesses", "meow0"),
        ("in_a_thread", "joined"),
        ("outer", "inner 3"),
        ("unlocked", "10"),
        ("unlocked_coroutine", "11"),
        ("unlocked_generator", "12"),
        ("unlocked_forbidden", "([True], 0)"),
        ("computed_by_a_generator", "e8bf"),
        ("looked_at_from_a_thread", "([True, True], 0)"),
    ],
)
def test_whatever_a_callback_is_it_runs_to_its_end(waiting, kind, result):
    with connect(waiting.port, "/waiting/ws") as ws:
        ws.enter("t")
        ask(ws, kind)
        assert result_of(ws) == result


@pytest.mark.parametrize(
    ("kind", "result"),
    [
        ("locked", "(1, 2, 3)"),
        ("above", "4"),
        ("below", "5"),
        ("called", "4"),
        ("spawned", "5"),
    ],
)
def test_coroutines_of_tornado_run_with_and_without_the_lock(waiting, kind, result):
    with connect(waiting.port, "/tornadic/ws") as ws:
        ws.enter("t")
        ask(ws, kind)
        assert result_of(ws) == result


def test_what_nobody_waits_for_goes_on_without_the_turn(waiting):
    with connect(waiting.port, "/waiting/ws") as ws:
        ws.enter("t")
        ask(ws, "scheduled")
        assert result_of(ws) == "later"
        assert ws.receive_type("error")["id"]
        waiting.wait_for_log("Counter.value was set from outside the session's own")


def test_what_a_coroutine_raises_is_told_once_and_ends_nothing(waiting):
    with connect(waiting.port, "/waiting/ws") as ws:
        ws.enter("t")
        ask(ws, "failing")
        waiting.wait_for_log(ws.receive_type("error")["id"])
        ask(ws, "coroutine", seq=2)
        assert result_of(ws) == "6"
    assert waiting.log().count("LookupError: lost") == 1


def test_others_of_the_session_wait_for_a_coroutine_that_has_the_lock(waiting):
    with connect(waiting.port, "/waiting/ws") as ws:
        ws.enter("t")
        ask(ws, "endless")
        ws.receive_type("ack")
        ask(ws, "coroutine", seq=2)
        with pytest.raises(TimeoutError):
            ws.receive(0.3)


def test_others_of_the_session_go_on_beside_a_callback_without_the_lock(waiting):
    with connect(waiting.port, "/waiting/ws") as ws:
        ws.enter("t")
        ask(ws, "unlocked_long")
        ws.receive_type("ack")
        ask(ws, "coroutine", seq=2)
        assert result_of(ws) == "6"


def leave_alone(daemon, kind):
    """Let a callback wait that nobody watches; return the session's id."""
    with connect(daemon.port, "/waiting/ws") as ws:
        session = ws.hello("t")["session"]
        ws.receive_type("snapshot")
        ask(ws, kind)
        ws.receive_type("ack")
    return session


@pytest.mark.parametrize("kind", ["endless", "unlocked_long", "unlocked"])
def test_a_session_that_nobody_watches_ends_whatever_waits(waiting, kind):
    """Its coroutines are cancelled, and clean up before it is gone."""
    session = leave_alone(waiting, kind)
    waiting.wait_for_log(f"destroyed {session}")
    log = waiting.log()
    if kind == "endless":
        assert log.index(f"cleaned up {session}") < log.index(f"destroyed {session}")


def test_a_coroutine_that_is_cancelled_before_it_begins_is_no_warning(waiting):
    session = leave_alone(waiting, "ended_before_its_callback")
    waiting.wait_for_log(f"destroyed {session}")
    assert "never awaited" not in waiting.log()


def test_a_coroutine_that_does_not_end_when_cancelled_is_abandoned(waiting):
    session = leave_alone(waiting, "stubborn")
    waiting.wait_for_log(f"destroyed {session}")
    assert "although it was cancelled" in waiting.log()


def test_who_comes_back_in_time_keeps_what_runs(waiting):
    with contextlib.ExitStack() as stack:
        with connect(waiting.port, "/waiting/ws", token="back") as ws:
            session = ws.hello("one")["session"]
            ws.receive_type("snapshot")
            ask(ws, "endless")
            ws.receive_type("ack")
            # In time on a busy machine, too: before the first has gone.
            place = connect(waiting.port, "/waiting/ws", token="back")
            stack.enter_context(place).send(
                {"type": "hello", "protocol": 1, "tab": "two"}
            )
        time.sleep(0.6)  # twice what an unwatched session has
        assert f"cleaned up {session}" not in waiting.log()
    waiting.wait_for_log(f"destroyed {session}")


def test_a_daemon_that_stops_lets_coroutines_clean_up():
    with run_daemon(apps=[APPS / "waiting.py"]) as daemon:
        session = leave_alone(daemon, "endless")
        daemon.stop()
        log = daemon.log()
        assert log.index(f"cleaned up {session}") < log.index(f"destroyed {session}")


def wakes(pid):
    """Return how often the process has gone to sleep."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(
        re.findall(r"^voluntary_ctxt_switches:\s+(\d+)", status, re.MULTILINE)[0]
    )


def test_connections_of_a_session_that_is_stuck_cost_nothing_and_go_on(waiting):
    """What they send waits in the kernel until there is room for it."""
    with contextlib.ExitStack() as stack:
        sockets = []
        for number in range(10):
            place = connect(waiting.port, "/waiting/ws", token=f"stuck-{number}")
            sockets.append(stack.enter_context(place))
        for ws in sockets:
            ws.enter("t")
            ask(ws, "sleepy")
            ws.receive_type("ack")
            for number in range(300):
                ws.send({"type": "ping", "n": number})

        def rests():
            before = wakes(waiting.pid)
            time.sleep(0.5)
            return wakes(waiting.pid) - before < 20

        eventually(rests, timeout=2)
        for ws in sockets:
            while ws.receive_type("pong", timeout=20)["n"] < 299:
                pass


@pytest.mark.parametrize("watched", [True, False])
def test_threads_that_do_not_end_keep_no_daemon_from_ending(watched):
    apps = [APPS / "waiting.py"]
    with run_daemon("--unused-session-lifetime", "50", apps=apps) as daemon:
        with connect(daemon.port, "/waiting/ws") as ws:
            session = ws.hello("t")["session"]
            ask(ws, "threads_forever")
            assert result_of(ws) == "left behind"
            if watched:
                daemon.stop()
        if not watched:
            daemon.wait_for_log(f"destroyed {session}")
            daemon.stop()
        assert "Fatal" not in daemon.log()


def test_loops_of_many_sessions_run_at_a_time(waiting):
    """Those of coroutines, of plain callbacks, and of threads."""
    kinds = {
        "blocking": "8",
        "runs_its_own": "own",
        "in_a_thread": "joined",
        "sockets": "HELLO",
        "coroutine": "6",
    }
    with contextlib.ExitStack() as stack:
        sessions = [
            (stack.enter_context(connect(waiting.port, "/waiting/ws")), *item)
            for item in 4 * [*kinds.items()]
        ]
        for ws, _, _ in sessions:
            ws.enter("t")
        for ws, kind, _ in sessions:
            ask(ws, kind)
        assert [result_of(ws) for ws, _, _ in sessions] == 4 * [*kinds.values()]


def test_who_never_rests_lets_others_go_on(waiting):
    with (
        connect(waiting.port, "/waiting/ws") as ws,
        connect(waiting.port, "/waiting/ws") as other,
    ):
        ws.enter("t")
        other.enter("t")
        ask(ws, "restless")
        ws.receive_type("ack")
        ask(other, "coroutine")
        assert result_of(other) == "6"


@pytest.mark.parametrize("kind", ["computed", "computed_by_coroutines"])
def test_who_computes_in_a_thread_keeps_nobody_waiting(waiting, kind):
    with (
        connect(waiting.port, "/waiting/ws") as ws,
        connect(waiting.port, "/waiting/ws") as other,
    ):
        ws.enter("t")
        other.enter("t")
        asked = time.monotonic()
        ask(ws, kind)
        slowest = 0.0
        for number in range(20):
            began = time.monotonic()
            other.send({"type": "ping", "n": number})
            other.receive_type("pong")
            slowest = max(slowest, time.monotonic() - began)
        assert "e8bf" in result_of(ws)
        # Who waited for what is computed would have waited for most of that time.
        assert slowest < (time.monotonic() - asked) / 2


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("block", "in block ("),
        ("block_in_a_coroutine", "in block_in_a_coroutine ("),
        ("block_beside", "in block_beside ("),
    ],
)
def test_the_log_tells_who_keeps_everybody_waiting(kind, place):
    apps = [APPS / "waiting.py"]
    with (
        run_daemon("--slow-callback", "700", apps=apps, may_block=True) as daemon,
        connect(daemon.port, "/waiting/ws") as ws,
    ):
        session = ws.hello("t")["session"]
        ws.receive_type("snapshot")
        ask(ws, "naps")  # which keeps nobody waiting
        eventually(lambda: ws.receive()["type"] == "ack")
        for number in range(2):
            ask(ws, kind, seq=2 + number)
            assert result_of(ws) == "blocked"
        daemon.wait_for_log("others go on after ")
        log = daemon.log()
        assert log.count("has kept everybody waiting for ") == 1  # not again soon
        assert f"Session('/waiting', {session[:6]}…) {place}" in log
        assert "while time.monotonic() < until" in log
        stack = log.partition("give such work to run_in_thread")[2]
        assert "syncd/session" not in stack.partition("while time.monotonic()")[0]
        assert "naps" not in log


def test_the_log_tells_what_keeps_everybody_waiting_while_it_is_imported(tmp_path):
    (tmp_path / "heavy.py").write_text(
        "import time\ntime.perf_counter()\nuntil = time.monotonic() + 2\nwhile time.monotonic() < until:\n    pass\n"
    )
    script = tmp_path / "importing.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nimport heavy\n"
    )
    with (
        run_daemon("--slow-callback", "700", apps=[script], may_block=True) as daemon,
        connect(daemon.port, "/importing/ws") as ws,
    ):
        ws.enter("t")
        daemon.wait_for_log("others go on after ")
        stack = daemon.log().partition("give such work to run_in_thread\n")[2]
        lines = [line for line in stack.splitlines() if line.startswith("  File ")]
        assert [Path(line.split('"')[1]).name for line in lines] == [
            "importing.py",
            "heavy.py",
        ]


def test_the_log_tells_nothing_if_it_is_not_to():
    apps = [APPS / "waiting.py"]
    with (
        run_daemon("--slow-callback", "0", apps=apps, may_block=True) as daemon,
        connect(daemon.port, "/waiting/ws") as ws,
    ):
        ws.enter("t")
        ask(ws, "block")
        assert result_of(ws) == "blocked"
        assert "kept everybody waiting" not in daemon.log()
