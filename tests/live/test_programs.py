"""Servers within programs: the same as of ``syncd serve``, beside what else they do."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from support.daemon import daemon as run_daemon
from support.port import free_ports
from support.wait import eventually
from support.ws import connect


PROGRAM = Path(__file__).parent / "programs" / "serving.py"


def serving(*words):
    return run_daemon(*words, program=PROGRAM, secret_key=None)


def edit(port, path="/ws"):
    with connect(port, path) as ws:
        revision = ws.enter("t")["revision"]
        ws.set_field(1, revision, 1, "value", 21)
        fields = {
            change["field"]: change["value"]
            for change in ws.receive_type("patch")["changes"]
        }
        assert fields["title"] == "42"


@pytest.mark.parametrize("way", ["run", "loop", "sleep", "coroutine"])
def test_a_program_serves_however_it_waits(way):
    with serving(way) as program:
        edit(program.port)
        edit(program.port, "/second/ws")
        if way == "loop":
            program.wait_for_log("the loop has called")
            program.wait_for_log("and later")
        program.kill()


def test_it_serves_beside_a_flask_application():
    [port] = free_ports(1)
    with serving("thread", str(port)) as program:
        told = eventually(lambda: ask(f"http://127.0.0.1:{port}/"))
        assert told == f"syncd is at {program.port}"
        edit(program.port)
        assert ask(f"http://127.0.0.1:{port}/") == told
        program.kill()


def ask(url):
    try:
        return requests.get(url, timeout=5).text
    except requests.ConnectionError:
        return None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_says_goodbye_and_the_program_goes_on(number):
    with serving("run") as program, connect(program.port, "/ws") as ws:
        ws.enter("t")
        program.process.send_signal(number)
        closed = ws.wait_closed()
        assert (closed.code, closed.reason) == (1001, "restart")
        assert program.process.wait(20) == 0
        program.wait_for_log("the program has ended by itself")


def test_a_program_that_ends_otherwise_says_goodbye_too():
    with serving("sleep") as program, connect(program.port, "/ws") as ws:
        ws.enter("t")
        program.process.send_signal(signal.SIGINT)
        assert ws.wait_closed().code == 1001
        assert program.process.wait(20) == -signal.SIGINT
        program.wait_for_log("KeyboardInterrupt")


def test_an_interrupt_spares_what_a_session_is_doing():
    with serving("sleep") as program, connect(program.port, "/ws") as ws:
        ws.enter("t")
        ws.set_field(1, 0, 1, "value", 50)
        program.wait_for_log("computing")
        program.process.send_signal(signal.SIGINT)
        program.wait_for_log("computed")
        assert ws.wait_closed().code == 1001
        assert program.process.wait(20) == -signal.SIGINT


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("keep_alive_milliseconds=-1", "--keep-alive is -1"),
        ("ssl_certfile='c.pem'", "--ssl-certfile is not available yet"),
        ("extra_patterns=[('/more', None)]", "extra_patterns is not available yet"),
        ("prot=1", "no option 'prot'; did you mean port"),
        ("address='0.0.0.0'", "an address of this machine only"),
    ],
)
def test_options_that_cannot_be_are_refused(options, words):
    code = f"from syncd.server.server import Server; Server(print, {options})"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 1
    assert words in ended.stderr.splitlines()[-1]


IN_PROCESS = """
import urllib.request
from syncd.models import Slider
from syncd.server.server import Server

server = Server(
    lambda doc: doc.add_root(Slider(name="one")),
    port=0,
    num_procs=4,
    prefix="/below",
    unused_session_lifetime_milliseconds=60_000,
    generate_session_ids=True,
    extra_websocket_origins=["example.org"],
    http_server_kwargs={},
)
assert server.prefix == "/below" and server.address == "127.0.0.1" and server.port > 0
try:
    Server(print, port=server.port)
except OSError as error:
    assert error.errno == 98, error
else:
    raise AssertionError("two listen at one port")
server.start()
page = urllib.request.urlopen(f"http://localhost:{server.port}/below/").read().decode()
assert "docsync-document" in page
[context] = server.get_sessions("/")
assert server.get_session("/", context.id) is context
assert context.document.get_model_by_name("one") is not None
for wrong in (lambda: server.get_session("/", "no"), lambda: server.show("no")):
    try:
        wrong()
    except ValueError as error:
        print(error)
try:
    server.start()
except RuntimeError as error:
    print(error)
server.stop()
other = Server(lambda doc: None, port=server.port)
other.start()
other.stop()
assert server.get_sessions() == []
"""


def test_what_programs_ask_of_their_server():
    ended = subprocess.run(
        [sys.executable, "-c", IN_PROCESS],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [
        "no session 'no' of / lives",
        "the path 'no' must begin with a /",
        "the server was started before; make another one",
    ]
