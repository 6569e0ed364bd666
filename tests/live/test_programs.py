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
    ("number", "status"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGINT, 0)]
)
def test_a_server_in_a_thread_leaves_signals_to_the_program(number, status):
    [port] = free_ports(1)
    with (
        serving("thread", str(port)) as program,
        connect(program.port, "/ws") as ws,
    ):
        ws.enter("t")
        eventually(lambda: ask(f"http://127.0.0.1:{port}/"))
        program.process.send_signal(number)
        if number == signal.SIGINT:
            assert ws.wait_closed().code == 1001
        assert program.process.wait(20) == status


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_one_signal_stops_all_servers_of_a_program(number):
    with serving("both") as program:
        # The first of them says so before the main thread catches signals.
        eventually(lambda: program.log().count("syncd is ready") == 2)
        program.process.send_signal(number)
        assert program.process.wait(20) == 0
        program.wait_for_log("both have ended")


def test_an_interrupt_lets_coroutines_clean_up():
    with serving("cleaning") as program:
        program.wait_for_log("the coroutine waits")
        program.process.send_signal(signal.SIGINT)
        assert program.process.wait(20) == -signal.SIGINT
        program.wait_for_log("the coroutine has cleaned up")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("keep_alive_milliseconds=-1", "ConfigError: keep_alive_milliseconds is -1"),
        ("ssl_certfile='c.pem'", "UnavailableError: ssl_certfile is not available yet"),
        ("extra_patterns=[('/more', None)]", "extra_patterns is not available yet"),
        ("prot=1", "no option 'prot'; did you mean port"),
        ("address='0.0.0.0'", "an address of this machine only"),
    ],
)
def test_options_that_cannot_be_are_refused(options, words):
    code = f"from syncd.server.server import Server; Server(print, {options})"
    ended = run_code(code)
    assert ended.returncode == 1
    assert words in ended.stderr.splitlines()[-1]


def run_code(code):
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("None", "not a NoneType"),
        ("[print]", "not a list"),
        ("{'/one': None}", "not a NoneType"),
    ],
)
def test_what_is_no_application_is_refused(given, words):
    ended = run_code(f"from syncd.server.server import Server; Server({given})")
    assert ended.returncode == 1
    told = ended.stderr.splitlines()[-1]
    assert told.startswith("TypeError: Server serves a function that takes a document")
    assert words in told


UNTOUCHED = """
import faulthandler
import gc
import logging
import os
import signal
import sys

logging.getLogger("syncd.stats").setLevel(logging.DEBUG)
from syncd.server.server import Server
import gevent

threshold = gc.get_threshold()
faulthandler.register(signal.SIGUSR1, sys.stdout, all_threads=False)
handlers = {number: signal.getsignal(number) for number in signal.valid_signals()}


def living():
    gc.collect()
    return {
        one for one in gc.get_objects() if isinstance(one, gevent.Greenlet) and not one.dead
    }


def end(server):
    os.kill(os.getpid(), signal.SIGUSR1)
    assert gc.get_threshold() == threshold, gc.get_threshold()
    assert gc.get_freeze_count() == 0, gc.get_freeze_count()
    server.stop()


before = living()
for _ in range(2):
    server = Server(print, port=0, mem_log_frequency_milliseconds=60_000)
    ending = server.io_loop.call_later(0.1, end, server)
    server.run_until_shutdown()
    ending.join()
server = Server(print, port=0)
server.start()
server.stop()
now = {number: signal.getsignal(number) for number in signal.valid_signals()}
assert now == handlers, now
assert living() == before, living() - before
# Nobody can put back a handler that was not Python's.
getsignal = signal.getsignal
signal.getsignal = lambda n: None if n == signal.SIGHUP else getsignal(n)
server = Server(print, port=0)
server.io_loop.call_later(0.1, server.stop)
server.run_until_shutdown()
assert getsignal(signal.SIGHUP) is signal.SIG_DFL
"""


def test_a_server_leaves_the_process_as_it_was():
    ended = run_code(UNTOUCHED)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count("most recent call first") == 2


THREADED = """
import threading
done = threading.Event()
thread = threading.Thread(target=done.wait, name="poller", daemon=True)
thread.start()
try:
    import syncd.server.server
except RuntimeError as error:
    print(error)
done.set()
thread.join()
import syncd.server.server
"""


def test_threads_that_live_before_the_import_are_named():
    ended = run_code(THREADED)
    assert ended.returncode == 0, ended.stderr
    assert "import syncd.server.server before" in ended.stdout
    assert "'poller'" in ended.stdout


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
    ended = run_code(IN_PROCESS)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [
        "no session 'no' of / lives",
        "the path 'no' must begin with a /",
        "the server was started before; make another one",
    ]
