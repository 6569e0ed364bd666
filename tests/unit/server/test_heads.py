"""The heads of requests come whole, in pieces or not at all, and those of answers."""

import inspect
import logging

import gevent
import pytest
from gevent.socket import create_connection
from gevent.socket import socket as Socket  # noqa: N812 - it is a class

from syncd.server import handler
from syncd.server.handler import Handler, Server


LARGE = b"x" * (16 << 20)
REQUEST = b"GET /path?query HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nConnection: close\r\n\r\n"


class Site:
    """A server of one page, and what it was asked for last."""

    def __init__(self):
        self.status = "200 OK"
        self.headers = [("X-Answer", "yes")]
        self.body = b"hello"
        self.environ = {}
        listener = Socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        self.address = listener.getsockname()
        self.server = Server(listener, self.answer, Handler)

    def answer(self, environ, start_response):
        self.environ = environ
        start_response(self.status, self.headers)
        return [self.body]

    def ask(self, *pieces):
        """Send a request in pieces, and return all that comes back."""
        with create_connection(self.address, timeout=5) as client:
            for piece in pieces:
                client.sendall(piece)
                gevent.sleep(0)
            return b"".join(iter(lambda: client.recv(65536), b""))


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(handler, "_IDLE_TIMEOUT", 0.1)
    monkeypatch.setattr(handler, "_HEADER_TIMEOUT", 0.1)
    site = Site()
    site.server.start()
    yield site
    site.server.stop()


@pytest.mark.parametrize("size", [1, 10, 30, len(REQUEST)])
def test_a_request_may_come_in_pieces(site, size):
    pieces = [REQUEST[at : at + size] for at in range(0, len(REQUEST), size)]
    head, body = site.ask(*pieces).split(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\nX-Answer: yes\r\n")
    assert body == b"hello"
    assert site.environ["PATH_INFO"] == "/path"
    assert site.environ["QUERY_STRING"] == "query"
    assert site.environ["HTTP_X_A"] == "1"


def test_several_requests_may_come_at_once(site):
    first = REQUEST.replace(b"Connection: close\r\n", b"")
    assert site.ask(first + REQUEST).count(b"hello") == 2


def test_who_says_nothing_is_told_nothing(site):
    assert site.ask() == b""


@pytest.mark.parametrize("part", [b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-A"])
def test_who_stops_in_mid_head_is_not_waited_for(site, part):
    answer = site.ask(part)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400 ")


def test_an_answer_may_be_larger_than_the_kernel_takes_at_once(site):
    site.body = LARGE
    assert site.ask(REQUEST).endswith(b"\r\n\r\n" + LARGE)


def test_an_answer_may_say_its_own_length_and_date(site):
    site.headers = [("Content-Length", "5"), ("Date", "now"), ("X-Answer", "yes")]
    head = site.ask(REQUEST).partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert head[1:] == [b"Content-Length: 5", b"Date: now", b"X-Answer: yes"]


@pytest.mark.parametrize(
    "header",
    [("X-Evil", "a\r\nX-More: b"), ("X-Evil", "a\nb"), ("X\nY", "a"), ("X", "\u20ac")],
)
def test_no_header_becomes_two(site, header):
    site.headers = [("X-Answer", "yes"), header]
    answer = site.ask(REQUEST)
    assert answer.startswith(b"HTTP/1.1 500 ")
    assert b"X-More" not in answer


def test_a_status_is_one_line(site):
    site.status = "200 OK\r\nX-More: b"
    assert site.ask(REQUEST).startswith(b"HTTP/1.1 500 ")


def test_the_log_says_where_requests_are_logged(site, caplog):
    caplog.set_level(logging.INFO, "syncd.access")
    site.ask(REQUEST)
    (record,) = (item for item in caplog.records if item.name == "syncd.access")
    assert record.getMessage() == "127.0.0.1 GET /path 200"
    assert (record.filename, record.funcName) == ("handler.py", "log_request")
    assert "_log.info" in inspect.getsource(handler).splitlines()[record.lineno - 1]


def test_the_log_says_where_others_are_logged(site, caplog):
    assert site.ask(b"nonsense\r\n\r\n").startswith(b"HTTP/1.1 400 ")
    said = {(item.funcName, item.levelname) for item in caplog.records}
    assert ("log_error", "WARNING") in said
