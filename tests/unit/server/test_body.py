"""The bodies of requests come in time, or not at all."""

import io

import gevent
import pytest

from syncd.server.handler import Body
from syncd.server.handshake import RefusalError


class Dripping(io.BytesIO):
    """A slow client, from which it takes long to read much."""

    def read(self, size=-1):
        gevent.sleep(0.005 * size)
        return super().read(size)

    def readline(self, size=-1):
        gevent.sleep(0.005 * size)
        return super().readline(size)


@pytest.mark.parametrize("method", ["read", "readline"])
def test_a_body_by_the_drop_is_refused_after_a_while(method):
    body = Body(Dripping(b"x\n" * 500), 1000)
    body._left = 0.1
    read = getattr(body, method)
    read(10)
    with pytest.raises(RefusalError) as caught:
        read(100)
    assert (caught.value.status, caught.value.error) == (408, "too_slow")
    with pytest.raises(RefusalError):
        read(10)


def test_a_chunked_body_that_never_ends_is_refused():
    body = Body(Dripping(b"3e8\r\n" + b"x" * 1000), None, chunked_input=True)
    body._left = 0.1
    with pytest.raises(RefusalError):
        body.read()


def test_a_body_that_comes_is_read():
    body = Body(io.BytesIO(b"one\ntwo"), 7)
    assert body.readline() == b"one\n"
    assert body.read() == b"two"
    assert body.read() == b""
