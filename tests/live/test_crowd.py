"""Many clients at once, most of them ill-behaved, and what remains of them."""

import contextlib
import resource
import signal
import socket
import struct
import threading
import time
from pathlib import Path

import pytest

from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import connect, raw_frame


APPS = Path(__file__).parent / "apps"
PING = raw_frame(1, b'{"type":"ping","n":1}')


@pytest.fixture
def daemon():
    with run_daemon(
        "--unused-session-lifetime",
        "100",
        "--lost-session-lifetime",
        "100",
        apps=[APPS / "counter.py"],
    ) as running:
        yield running


def descriptors(daemon):
    return len(list(Path(f"/proc/{daemon.pid}/fd").iterdir()))


def memory(daemon):
    """Return how many megabytes the daemon has in memory."""
    status = Path(f"/proc/{daemon.pid}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def sessions(daemon):
    with socket.create_connection(("127.0.0.1", daemon.port), 5) as sock:
        sock.sendall(b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        text = b""
        while data := sock.recv(65536):
            text += data
    return int(text.split(b"\nsyncd_sessions ")[1].split()[0])


def vanish(sock):
    """Reset the connection instead of closing it."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def test_nothing_is_left_of_those_who_come_and_go(daemon, bystander):
    before = descriptors(daemon)
    beginnings = [
        b"",
        b"GET / HT",
        b"GET /counter/ws HTTP/1.1\r\nHost: x\r\n",
        b"POST /counter/ws HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{",
    ]
    for number in range(400):
        sock = socket.create_connection(("127.0.0.1", daemon.port), 5)
        sock.sendall(beginnings[number % 4])
        (vanish if number % 3 else socket.socket.close)(sock)
    for number in range(100):
        with connect(daemon.port, "/counter/ws", token=f"storm-{number % 9}") as ws:
            ws.send({"type": "hello", "protocol": 1, "tab": f"tab-{number}"})
            if number % 3:
                vanish(ws.sock)
            elif number % 2:
                ws.send_raw(raw_frame(1, b'{"type":', fin=False))
    eventually(lambda: descriptors(daemon) <= before)
    eventually(lambda: sessions(daemon) == 1)
    assert "Traceback" not in daemon.log()


def test_those_who_never_read_cost_little_and_delay_nobody(daemon):
    with contextlib.ExitStack() as stack:

        def enter():
            ws = connect(daemon.port, "/counter/ws", token="crowd")
            return stack.enter_context(ws)

        author = enter()
        author.enter("author")
        author.set_field(1, 0, 1, "text", "x" * 15_000_000)
        author.receive()
        before = memory(daemon)
        stalled = [enter() for _ in range(20)]
        for number, ws in enumerate(stalled):
            ws.send({"type": "hello", "protocol": 1, "tab": f"stalled-{number}"})
        deaf = enter()
        deaf.enter("deaf")
        flood = threading.Thread(target=_flood, args=(deaf,))
        flood.start()
        for number in range(200):
            author.set_field(number + 2, 0, 1, "nap", 0.0001 * number)
            author.receive_type("ack")
        # Of the snapshot there is one copy, and what the kernel holds is not ours.
        assert memory(daemon) - before < 100
        vanish(deaf.sock)
        flood.join()


def _flood(ws):
    with contextlib.suppress(OSError):
        ws.send_raw(PING * 50_000)


def test_a_signal_in_the_middle_of_everything():
    with (
        run_daemon(apps=[APPS / "counter.py"]) as daemon,
        contextlib.ExitStack() as stack,
    ):

        def enter(tab, **options):
            ws = stack.enter_context(connect(daemon.port, "/counter/ws", **options))
            ws.enter(tab)
            return ws

        live = [enter(f"tab-{number}", token="live") for number in range(10)]
        asleep, fragment, partial = enter("a"), enter("b"), enter("c")
        asleep.set_field(1, 0, 1, "nap", 60.0)
        fragment.send_raw(raw_frame(1, b'{"type', fin=False))
        partial.send_raw(struct.pack("!BBQ", 0x81, 0xFF, 1_000_000) + bytes(100))
        greeting = stack.enter_context(connect(daemon.port, "/counter/ws"))
        for beginning in (b"", b"GET / HT", b"POST /counter/ws HTTP/1.1\r\nCon"):
            sock = socket.create_connection(("127.0.0.1", daemon.port), 5)
            stack.enter_context(sock).sendall(beginning)
        time.sleep(0.3)
        daemon.process.send_signal(signal.SIGTERM)
        for ws in (*live, asleep, fragment, partial, greeting):
            closed = ws.wait_closed()
            assert (closed.code, closed.reason) == (1001, "restart")
        assert daemon.process.wait(20) == 0  # long before who is asleep awakes


def test_when_no_file_can_be_opened_those_who_are_there_go_on(daemon, bystander):
    limit = descriptors(daemon) + 10
    resource.prlimit(daemon.pid, resource.RLIMIT_NOFILE, (limit, limit))
    crowd = [socket.create_connection(("127.0.0.1", daemon.port), 5) for _ in range(40)]
    daemon.wait_for_log("no more connections can be taken (Too many open files)")
    bystander.send({"type": "ping", "n": 1})
    assert bystander.receive_type("pong", 5)
    time.sleep(1)  # for more tries
    log = daemon.log()
    assert log.count("no more connections can be taken") == 1
    assert "Traceback" not in log
    for sock in crowd:
        sock.close()
    with connect(daemon.port, "/counter/ws") as ws:
        ws.enter("late")
