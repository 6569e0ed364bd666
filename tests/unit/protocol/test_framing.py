from __future__ import annotations

import json

import pytest

from syncd.errors import MessageTooLargeError, RemoteProtocolError
from syncd.protocol.framing import (
    check_structure,
    decoded_size,
    is_text,
    join,
    split,
)
from syncd.session.intake import held_bytes


@pytest.mark.parametrize("length", range(2, 18))
def test_buffers_start_at_multiples_of_eight(length):
    header = b"{" + b" " * (length - 2) + b"}"

    data = join(header, [b"12345678"])

    assert data.index(b"12345678") % 8 == 0
    back, area = split(data, max_size=100)
    assert back.rstrip(b" ") == header.rstrip(b" ")
    assert back.startswith(header)
    assert bytes(area) == b"12345678"


def test_area_is_a_view_of_the_message():
    data = join(b"{}", [bytes(16)])

    _, area = split(data, max_size=100)

    assert area.obj is data


@pytest.mark.parametrize("data", ["{}", b"{}", b" {}", b"\n[]", b""], ids=repr)
def test_text_is_told_by_its_start(data):
    assert is_text(data)


@pytest.mark.parametrize("length", range(4, 300, 8))
def test_no_binary_form_starts_like_text(length):
    assert not is_text(join(b"{" + b" " * (length - 2) + b"}", []))


@pytest.mark.parametrize(
    ("data", "size"), [(b"x" * 11, 11), ("x" * 11, 11), ("é" * 6, 12)], ids=repr
)
def test_size_is_counted_in_bytes(data, size):
    with pytest.raises(MessageTooLargeError) as caught:
        split(data, max_size=10)

    assert (caught.value.size, caught.value.limit) == (size, 10)
    assert caught.value.close_code == 1009


def test_message_of_exactly_the_limit_is_taken():
    assert split("é" * 5, max_size=10)[0] == "é".encode() * 5


def test_structure_counts_lists_and_objects():
    check_structure(b"[[],{}]", 2, 3)

    with pytest.raises(RemoteProtocolError, match="over the limit of 2") as caught:
        check_structure(b"[[],{}]", 2, 2)
    assert caught.value.close_code == 1009


def test_brackets_inside_strings_are_not_structure():
    check_structure(rb'["[[[[\"[[[", "\\", "]]", "{"]', 1, 1)


@pytest.mark.parametrize(
    "data", [b"[" * 10**6, b"]" * 9 + b"[" * 9, b'["' * 99], ids=len
)
def test_brackets_that_do_not_close_are_invalid(data):
    with pytest.raises(RemoteProtocolError, match="close") as caught:
        check_structure(data, 8, 10**7)
    assert caught.value.close_code == 1007


LARGE = {
    "empty lists": [[] for _ in range(2_000)],
    "numbers": [number / 8 for number in range(2_000)],
    "texts": [f"t{number}" for number in range(2_000)],
    "a smile": "x" * 10_000 + "\N{GRINNING FACE}",
    "members": {f"{number:x}": number / 8 for number in range(2_000)},
    "objects": [{"a": number / 8} for number in range(2_000)],
    "text": "x" * 10_000,
    "quotes": '"' * 10_000,
}


@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("name", LARGE)
def test_what_a_message_takes_in_memory_is_known_from_its_text(name, escaped):
    data = json.dumps(LARGE[name], ensure_ascii=escaped).encode()
    held = held_bytes([json.loads(data)])

    assert 0.75 * held <= decoded_size(data, text=True) <= 5 * held


def test_buffers_take_what_they_are():
    """Commas in them are none."""
    data = join(b"[1,2]", [b"," * 80_000])

    assert len(data) <= decoded_size(data, text=False) < len(data) + 500
