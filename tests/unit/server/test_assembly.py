"""Messages out of frames, and the frames' headers."""

import pytest
from websockets.frames import Frame, Opcode

from syncd.server.assembly import Assembly, ViolationError
from syncd.server.writer import frame_header


def test_a_whole_frame_is_a_message():
    assembly = Assembly()
    assert assembly.add(Frame(Opcode.TEXT, b"{}")) == (b"{}", True)
    assert assembly.add(Frame(Opcode.BINARY, b"\xff")) == (b"\xff", False)


def test_fragments_are_joined_and_may_cut_a_character():
    assembly = Assembly()
    euro = "€".encode()
    assert assembly.add(Frame(Opcode.TEXT, euro[:1], fin=False)) is None
    assert assembly.add(Frame(Opcode.CONT, euro[1:2], fin=False)) is None
    assert assembly.add(Frame(Opcode.CONT, euro[2:])) == (euro, True)
    assert assembly.add(Frame(Opcode.TEXT, b"next")) == (b"next", True)


@pytest.mark.parametrize("data", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe2\x82"])
def test_text_that_is_not_utf8_closes_with_1007(data):
    with pytest.raises(ViolationError) as caught:
        Assembly().add(Frame(Opcode.TEXT, data))
    assert caught.value.close_code == 1007


def test_bad_text_is_noticed_before_the_message_is_complete():
    with pytest.raises(ViolationError):
        Assembly().add(Frame(Opcode.TEXT, b"a\xff", fin=False))


def test_endless_empty_fragments_close_with_1009():
    assembly = Assembly()
    assembly.add(Frame(Opcode.BINARY, b"", fin=False))
    empty = Frame(Opcode.CONT, b"", fin=False)
    for _ in range(65_535):
        assert assembly.add(empty) is None
    with pytest.raises(ViolationError) as caught:
        assembly.add(empty)
    assert caught.value.close_code == 1009


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535, 65536, 1_000_000])
@pytest.mark.parametrize("text", [True, False], ids=["text", "binary"])
def test_the_header_is_the_one_that_websockets_writes(size, text):
    data = bytes(size)
    opcode = Opcode.TEXT if text else Opcode.BINARY
    expected = Frame(opcode, data).serialize(mask=False)
    assert frame_header(size, text=text) + data == expected
