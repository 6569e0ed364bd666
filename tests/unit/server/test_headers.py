"""The headers of requests are read strictly."""

import io
import time

import pytest

from syncd.server.headers import read_headers


def read(data):
    return read_headers(io.BufferedReader(io.BytesIO(data)))


def test_names_are_compared_in_any_case_and_values_trimmed():
    headers = read(b"Host: x\r\nACCEPT:\t a/b \t\r\nX-Empty:\r\nAccept: y\r\n\r\nrest")
    assert headers.fields == [
        ("host", "x"),
        ("accept", "a/b"),
        ("x-empty", ""),
        ("accept", "y"),
    ]
    assert headers.get("HOST") == "x"
    assert headers.get("Accept") == "a/b"
    assert headers.get("X-Empty") == ""
    assert headers.get("none", "other") == "other"


def test_an_environment_has_no_header_that_looks_like_another():
    headers = read(b"X-A: 1\r\nX_A: 2\r\nContent-Type: t\r\nX-B: caf\xe9\r\n\r\n")
    environ: dict[str, str] = {}
    headers.put_into(environ)
    assert environ == {"HTTP_X_A": "1", "CONTENT_TYPE": "t", "HTTP_X_B": "caf\xe9"}
    assert headers.typeheader == "t"


def test_an_environment_has_all_values_of_a_header():
    headers = read(b"X-A: 1\r\nCookie: a=1\r\nX-A: 2\r\nCookie: b=2\r\n\r\n")
    environ: dict[str, str] = {}
    headers.put_into(environ)
    assert environ == {"HTTP_X_A": "1,2", "HTTP_COOKIE": "a=1; b=2"}


BAD = {
    "no colon": b"nonsense\r\n\r\n",
    "no name": b": x\r\n\r\n",
    "a space before the colon": b"A : x\r\n\r\n",
    "a line that goes on": b"A: x\r\n y\r\n\r\n",
    "a bare line feed": b"A: x\n\r\n",
    "a bare carriage return": b"A: x\ry\r\n\r\n",
    "a zero": b"A: x\x00\r\n\r\n",
    "a name that is no token": b"A(b): x\r\n\r\n",
    "a name of other letters": b"\xc4: x\r\n\r\n",
    "an end in the middle": b"A: x\r\n",
    "too long a line": b"A: " + b"x" * 70_000 + b"\r\n\r\n",
    "too many": b"A: x\r\n" * 101 + b"\r\n",
    "an empty length": b"Content-Length:\r\n\r\n",
    "a length and a coding": b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "two hosts": b"Host: x\r\nHost: x\r\n\r\n",
    "a length of two": b"Content-Length: 1\r\nCONTENT-LENGTH: 1\r\n\r\n",
    "a signed length": b"Content-Length: -1\r\n\r\n",
    "an unknown coding": b"Transfer-Encoding: gzip\r\n\r\n",
}


@pytest.mark.parametrize("name", BAD)
def test_what_others_might_read_in_another_way_is_refused(name):
    with pytest.raises(ValueError, match=r"header|body|host"):
        read(BAD[name])


def test_a_line_of_spaces_that_is_none_takes_no_time():
    """Everybody waits meanwhile; looking at each end anew would take many seconds."""
    began = time.process_time()
    for end in (b"\n\r\n", b"\x00\r\n\r\n"):
        with pytest.raises(ValueError, match="headers"):
            read(b"A:" + b" \t" * 32_000 + end)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("line", [b"Content-Length: 17", b"Transfer-Encoding: Chunked"])
def test_a_body_of_known_end_is_taken(line):
    assert len(read(line + b"\r\n\r\n").fields) == 1
