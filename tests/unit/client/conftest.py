import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from socketserver import ThreadingMixIn
from typing import NamedTuple

import pytest

from syncd.client.control import ControlClient
from syncd.client.pool import Address, close_idle


KEY = "a-key-for-tests-only-0123456789abcdef"


class Seen(NamedTuple):
    """A request as the scripted server got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Script:
    """Answers requests as it is told, in order; the last one for good."""

    def __init__(self):
        self.seen = []
        self.connections = 0
        self.answers = []
        self.release = threading.Event()

    def then(self, *answers):
        self.answers += answers

    def next_answer(self):
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def reply(status, body):
    """Answer with a status and a body."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()

    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def break_off(handler):
    """End the connection without an answer."""
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def cut_short(handler):
    """Announce more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"{")
    break_off(handler)


def stall(handler):
    """Never answer."""
    handler.server.script.release.wait(10)
    handler.close_connection = True


def drip(handler):
    """Send a byte now and then, for as long as anyone listens."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while not handler.server.script.release.wait(0.05):
        try:
            handler.wfile.write(b" ")
        except OSError:
            break
    handler.close_connection = True


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.server.script.connections += 1

    def handle_any(self):
        script = self.server.script
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        script.seen.append(Seen(self.command, self.path, dict(self.headers), body))
        script.next_answer()(self)

    do_GET = do_POST = handle_any  # noqa: N815

    def log_message(self, *args):
        pass

    def address_string(self):
        return "client"


class UnixServer(ThreadingMixIn, HTTPServer):
    address_family = socket.AF_UNIX
    daemon_threads = True

    def server_bind(self):
        self.socket.bind(self.server_address)

    def handle_error(self, request, client_address):
        pass


class TcpServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


def serve(server):
    server.script = Script()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    return server, thread


def end(server, thread):
    server.script.release.set()
    close_idle()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def tcp():
    server, thread = serve(TcpServer(("127.0.0.1", 0), Handler))
    yield server
    end(server, thread)


@pytest.fixture
def script(tcp):
    return tcp.script


@pytest.fixture
def client(tcp):
    return ControlClient(Address(f"http://127.0.0.1:{tcp.server_port}"), KEY)


@pytest.fixture
def impatient(tcp):
    return ControlClient(
        Address(f"http://127.0.0.1:{tcp.server_port}"), KEY, timeout=0.5
    )


@pytest.fixture
def unix(tmp_path):
    server, thread = serve(UnixServer(str(tmp_path / "s"), Handler))
    yield server
    end(server, thread)
