"""How a daemon starts and ends."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.command import syncd
from support.daemon import daemon as run_daemon
from support.ws import connect


APPS = Path(__file__).parent / "apps"
COUNTER = APPS / "counter.py"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_says_goodbye_to_browsers_and_ends_with_0(number):
    with (
        run_daemon(apps=[COUNTER]) as daemon,
        connect(daemon.port, "/counter/ws") as ws,
    ):
        ws.enter("t")
        daemon.process.send_signal(number)
        closed = ws.wait_closed()
        assert (closed.code, closed.reason) == (1001, "restart")
        assert daemon.process.wait(20) == 0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", daemon.port))


@pytest.mark.parametrize("number", [signal.SIGUSR1, signal.SIGUSR2])
def test_signals_that_mean_something_to_others_do_nothing(number):
    with (
        run_daemon(apps=[COUNTER]) as daemon,
        connect(daemon.port, "/counter/ws") as ws,
    ):
        ws.enter("t")
        daemon.process.send_signal(number)
        ws.set_field(1, 0, 1, "value", 21)
        assert ws.receive()["ack"] == 1


def test_a_callback_that_sleeps_does_not_keep_the_daemon():
    with (
        run_daemon(apps=[COUNTER]) as daemon,
        connect(daemon.port, "/counter/ws") as ws,
    ):
        ws.enter("t")
        ws.set_field(1, 0, 1, "nap", 60)
        daemon.stop()


def test_a_callback_that_never_ends_does_not_keep_the_daemon():
    with (
        run_daemon(apps=[APPS / "stuck.py"], may_block=True) as daemon,
        connect(daemon.port, "/stuck/ws") as ws,
    ):
        ws.enter("t")
        ws.set_field(1, 0, 1, "value", 1)
        daemon.wait_for_log("is stuck now")
        daemon.stop()
        closed = ws.wait_closed()
        assert (closed.code, closed.reason) == (1001, "restart")


def test_a_second_signal_ends_at_once():
    with (
        run_daemon(apps=[APPS / "stuck.py"], may_block=True) as daemon,
        connect(daemon.port, "/stuck/ws") as ws,
    ):
        ws.enter("t")
        ws.set_field(1, 0, 1, "value", 1)
        daemon.wait_for_log("is stuck now")
        daemon.process.send_signal(signal.SIGTERM)
        time.sleep(0.8)
        assert daemon.running
        daemon.process.send_signal(signal.SIGTERM)
        assert daemon.process.wait(20) == 1


def test_a_client_that_never_answers_does_not_keep_the_daemon():
    with (
        run_daemon(apps=[COUNTER]) as daemon,
        connect(daemon.port, "/counter/ws") as ws,
    ):
        ws.enter("t")
        daemon.stop()
        assert ws.wait_closed().code == 1001


def test_a_closed_terminal_does_not_end_it(tmp_path):
    """As with ``nohup``, and with nobody reading the log any more."""
    process = subprocess.Popen(
        ["nohup", sys.executable, "-m", "syncd", "serve", str(COUNTER), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PATH": "/usr/bin:/bin"},
        cwd=tmp_path,
    )
    try:
        port = None
        for line in process.stdout:
            if b"listening on http" in line:
                port = int(line.rsplit(b":", 1)[1])
            if b"is ready" in line:
                break
        process.stdout.close()
        process.send_signal(signal.SIGHUP)
        for _ in range(3):
            with connect(port, "/counter/ws") as ws:
                ws.enter("t")
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 0
    finally:
        process.kill()
        process.wait()


def test_a_port_that_is_taken_is_one_line():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = syncd("serve", COUNTER, "--port", port)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert str(port) in last
    assert "Address already in use" in last
    assert "Traceback" not in done.stderr


def test_a_control_port_that_is_taken_is_one_line():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = syncd(
            "serve",
            COUNTER,
            "--port=0",
            f"--control-bind=127.0.0.1:{port}",
            DOCSYNC_SECRET_KEY="k" * 40,
        )
    assert done.returncode == 1
    assert f"127.0.0.1:{port}" in done.stderr.splitlines()[-1]


def errors(tmp_path):
    bad = tmp_path / "bad.py"
    bad.write_text("x = 1\ny = = 2\n")
    return {
        "missing path": ([tmp_path / "nope.py"], "nope.py"),
        "folder": ([tmp_path], str(tmp_path)),
        "syntax": ([bad], f"{bad}:2: SyntaxError"),
        "origin": (
            [COUNTER, "--allow-websocket-origin=acme:com"],
            "invalid port in host value",
        ),
        "port": ([COUNTER, "--port=x"], "--port is 'x'"),
        "mode": ([COUNTER, "--session-ids=maybe"], "unsigned, signed"),
        "unprotected": ([COUNTER, "--address=0.0.0.0"], "DOCSYNC_SECRET_KEY"),
        "no key": ([COUNTER, "--session-ids=signed"], "syncd secret"),
    }


@pytest.mark.parametrize(
    "name",
    [
        "missing path",
        "folder",
        "syntax",
        "origin",
        "port",
        "mode",
        "unprotected",
        "no key",
    ],
)
def test_a_mistake_is_one_line_and_status_1(tmp_path, name):
    args, words = errors(tmp_path)[name]
    done = syncd("serve", *args)
    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith("syncd: ")
    assert words in line


def test_a_bad_variable_is_named():
    done = syncd("serve", COUNTER, DOCSYNC_SIGN_SESSIONS="maybe")
    assert done.returncode == 1
    assert "DOCSYNC_SIGN_SESSIONS is 'maybe'" in done.stderr


def test_without_a_key_there_is_no_control_api_and_a_hint():
    with run_daemon(apps=[COUNTER], secret_key=None) as daemon:
        log = daemon.log()
        assert "control API is listening" not in log
        assert "syncd secret" in log
        with connect(daemon.port, "/counter/ws", token="any.id") as ws:
            assert ws.hello("t")["session"] == "any.id"


def test_a_weak_key_and_any_origin_are_warned_about():
    with run_daemon(
        "--allow-websocket-origin=*", apps=[COUNTER], secret_key="short"
    ) as daemon:
        log = daemon.log()
        assert "5 characters" in log
        assert "any page on the web" in log
        with connect(
            daemon.port, "/counter/ws", origin="https://anything.example"
        ) as ws:
            ws.enter("t")


def test_secret_prints_only_a_key():
    first, second = syncd("secret"), syncd("secret")
    assert first.stderr == ""
    assert first.returncode == 0
    key = first.stdout.removesuffix("\n")
    assert len(key) >= 44
    assert key.isalnum()
    assert first.stdout != second.stdout


def test_version():
    done = syncd("--version")
    assert done.stdout.startswith("syncd 0.")
