"""What the daemon logs, and where to."""

import re
import socket
import subprocess
import sys
from pathlib import Path

from support.command import syncd
from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import connect


APPS = Path(__file__).parent / "apps"
COUNTER = APPS / "counter.py"


def test_the_log_tells_version_process_and_addresses():
    apps = [COUNTER, APPS / "broken.py"]
    with run_daemon("--prefix=/x y", apps=apps) as daemon:
        log = daemon.log()
        assert re.search(r"syncd \d+\.\d+\S* starts", log)
        assert f"(pid {daemon.pid})" in log
        for name in ("broken", "counter"):
            assert f"{daemon.url}/x%20y/{name}\n" in log


def test_lines_go_to_a_file_in_a_format(tmp_path):
    path = tmp_path / "log"
    format_ = "%(levelname)s;%(process)d;%(threadName)s;%(message)s"
    command = ["serve", COUNTER, "--port=0", "--log-format", format_]
    process = subprocess.Popen(
        [sys.executable, "-m", "syncd", *map(str, command), "--log-file", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PATH": "/usr/bin:/bin"},
    )
    try:
        pid = process.pid
        expected = f"INFO;{pid};MainThread;syncd is ready (pid {pid})\n"
        eventually(lambda: path.exists() and expected in path.read_text(), path)
        moved = path.rename(tmp_path / "log.1")
        process.terminate()
        assert process.wait(5) == 0
        assert process.stdout.read() == b""
        assert "has stopped" in path.read_text()
        assert "has stopped" not in moved.read_text()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_log_file_that_cannot_be_opened_again_is_nobodys_trouble(tmp_path):
    folder = tmp_path / "logs"
    folder.mkdir()
    path = folder / "log"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "syncd", "serve", COUNTER),
            *(f"--port={port}", "--log-file", str(path)),
        ],
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
    )
    try:
        eventually(lambda: path.exists() and "is ready" in path.read_text(), path)
        folder.rename(tmp_path / "moved")
        for number in range(2):
            with connect(port, "/counter/ws") as ws:
                assert ws.enter(f"t{number}")["revision"] == 0
        folder.mkdir()
        with connect(port, "/counter/ws") as ws:
            ws.enter("t")
        process.terminate()
        _, said = process.communicate(timeout=20)
        assert process.returncode == 0
        [complaint] = [line for line in said.splitlines() if "cannot be" in line]
        assert complaint == (
            f"syncd: the log file {path} cannot be written (No such file or directory);"
            " until it can, lines come here"
        )
        assert said.count("GET /counter/ws 101") == 2
        assert "Traceback" not in said
        assert path.read_text().count("GET /counter/ws 101") == 1
        assert "has stopped" in path.read_text()
    finally:
        process.kill()
        process.wait()


def test_a_full_disk_is_told_once():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = syncd("serve", COUNTER, "--port", port, "--log-file", "/dev/full")
    assert done.returncode == 1
    assert done.stderr.count("/dev/full cannot be written (No space left on") == 1
    assert f"127.0.0.1:{port} is already in use" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_file_also_gets_what_goes_wrong(tmp_path):
    done = syncd("serve", "nope.py", "--log-file", tmp_path / "log")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "CRITICAL" in (tmp_path / "log").read_text()


def test_nothing_may_be_logged():
    done = syncd("serve", COUNTER, "--port=99999", "--log-level", "None")
    assert "--port is '99999'" in done.stderr  # of what it cannot start for, it tells
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = syncd("serve", COUNTER, "--port", port, "--log-level", "None")
    assert done.stderr == (
        f"syncd: cannot start: 127.0.0.1:{port} is already in use (Address already in"
        " use); --port or --address chooses another\n"
    )


def test_sessions_and_memory_are_logged_from_time_to_time():
    options = ("--stats-log-frequency=100", "--mem-log-frequency=100")
    with run_daemon(*options, "--log-level=debug", apps=[COUNTER]) as daemon:
        with connect(daemon.port, "/counter/ws") as ws:
            ws.enter("t")
            daemon.wait_for_log("/counter: 1 sessions, 0 of them unused")
        daemon.wait_for_log("/counter: 1 sessions, 1 of them unused")
        daemon.wait_for_log(" MB of memory are in use")
        assert re.search(r"1 sessions, 1 documents, \d+ models", daemon.log())


def test_frames_are_logged_at_the_lowest_level_only():
    for level, told in (("debug", False), ("trace", True)):
        with (
            run_daemon("--log-level", level, apps=[COUNTER]) as daemon,
            connect(daemon.port, "/counter/ws") as ws,
        ):
            ws.enter("t")
            ws.close()
            daemon.stop()
            assert ("syncd.server.frames: < TEXT" in daemon.log()) is told
