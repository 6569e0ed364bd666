"""From messages to their header and buffers, and back (section 3)."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from syncd.errors import (
    MalformedMessageError,
    MessageTooLargeError,
    RemoteProtocolError,
)


if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Buffer

__all__ = [
    "ALIGNMENT",
    "PADDING",
    "check_items",
    "check_structure",
    "decoded_size",
    "is_text",
    "join",
    "split",
]

ALIGNMENT = 8
"""Bytes; every buffer starts at a multiple, so that it can be viewed in place."""

PADDING = tuple(bytes(-size % ALIGNMENT) for size in range(ALIGNMENT))
"""The zeros that follow a buffer, by its size modulo `ALIGNMENT`."""

_NOTHING = memoryview(b"")
_LENGTH = struct.Struct("<I")
_TEXT_STARTS = frozenset(b"{[ \t\r\n")
"""What no binary form can start with, since its header length is 4 modulo 8."""
_BRACES_TO_BRACKETS = bytes.maketrans(b"{}", b"[]")
_NOT_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))
_NOT_COMMAS = bytes(set(range(256)) - set(b',"'))
_NOT_COLONS = bytes(set(range(256)) - set(b':"'))
_STRING = re.compile(rb'"[^"]*"')

_VALUE = 60
"""Bytes in memory that a list, a member of an object, or a short text takes."""

_WIDEST = 4
"""Bytes of a character in memory, where one of them is beyond the first 65,536."""


def is_text(data: bytes | str) -> bool:
    """Tell the two forms of a message apart where no opcode does."""
    return isinstance(data, str) or data[:1] == b"" or data[0] in _TEXT_STARTS


def join(header: bytes, buffers: Sequence[Buffer]) -> bytes:
    """Return the binary form; the buffers include their padding."""
    padding = b" " * (-(_LENGTH.size + len(header)) % ALIGNMENT)
    length = _LENGTH.pack(len(header) + len(padding))
    return b"".join((length, header, padding, *buffers))


def split(
    data: bytes | str, *, max_size: int, text: bool | None = None
) -> tuple[bytes, memoryview]:
    """Return the header and the buffer area of a message.

    Args:
        data: The message as it came.
        max_size: The limit in bytes.
        text: Whether it is the text form; ``None`` looks at the data.

    Raises:
        MessageTooLargeError: The message is over the limit.
        MalformedMessageError: The text is not Unicode, or the binary form
            has a wrong header length.
    """
    if len(data) > max_size:
        raise MessageTooLargeError(len(data), max_size)
    if isinstance(data, str):
        data = _to_bytes(data)
        if len(data) > max_size:
            raise MessageTooLargeError(len(data), max_size)
        return data, _NOTHING
    if is_text(data) if text is None else text:
        return data, _NOTHING
    if len(data) < _LENGTH.size:
        raise MalformedMessageError(
            f"expected a header length of {_LENGTH.size} bytes, got {len(data)}"
        )
    end = _LENGTH.size + _LENGTH.unpack_from(data)[0]
    if end % ALIGNMENT or end > len(data):
        raise MalformedMessageError(
            f"expected a header that ends at a multiple of {ALIGNMENT} within"
            f" {len(data)} bytes, got {end}"
        )
    return data[_LENGTH.size : end], memoryview(data)[end:]


def _to_bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise MalformedMessageError(
            "expected Unicode, got a lone surrogate",
            position=f"character {error.start}",
            close_code=1007,
        ) from None


def check_structure(header: bytes, max_depth: int, max_containers: int) -> None:
    """Raise if the JSON nests too deep or has too many lists and objects.

    This comes before any parser, which would recurse, or make objects by the
    million. Few messages have more brackets than the depth at all. For the
    others everything but brackets is removed, and then one level of innermost
    pairs at a time, all in C.
    """
    if header.count(b"[") + header.count(b"{") <= max_depth:
        return
    structure = _structure(header)
    containers = structure.count(b"[")
    if containers > max_containers:
        raise RemoteProtocolError(
            f"message with {containers} lists and objects is over the limit of"
            f" {max_containers}",
            close_code=1009,
        )
    for _ in range(max_depth):
        if not structure:
            return
        structure = structure.replace(b"[]", b"")
    if structure:
        raise MalformedMessageError(
            f"expected brackets that close and nest at most {max_depth} deep",
            close_code=1007,
        )


def check_items(header: bytes, max_items: int, max_members: int) -> None:
    """Raise if the JSON has too many values side by side, or too many of them named.

    Each takes time to check, store and tell, and others wait meanwhile; a name takes
    ten times as long as a number.
    """
    if len(header) < max_items and len(header) <= max_members:
        return
    if header.count(b",") >= max_items:
        items = len(_outside_strings(header, _BRACES_TO_BRACKETS, _NOT_COMMAS))
        if items >= max_items:
            advice = "numbers in buffers count as one"
            raise _too_many(items, "values", max_items, advice)
    if header.count(b":") > max_members:
        members = len(_outside_strings(header, _BRACES_TO_BRACKETS, _NOT_COLONS))
        if members > max_members:
            advice = "columns of values have fewer than objects"
            raise _too_many(members, "members of objects", max_members, advice)


def _too_many(count: int, what: str, limit: int, advice: str) -> RemoteProtocolError:
    return RemoteProtocolError(
        f"message with {count} {what} is over the limit of {limit}; {advice}",
        close_code=1009,
    )


def decoded_size(data: bytes, *, text: bool) -> int:
    """Return about how many bytes a valid message takes in memory, more rather than less.

    It may be twenty times what came: an empty list is two bytes of JSON. What it takes
    to deal with a message grows with that, too.
    """
    end = len(data) if text else _LENGTH.size + _LENGTH.unpack_from(data)[0]
    header = data if text else data[:end]
    values = sum(map(header.count, (b",", b":", b"[", b"{")))
    wide = b"\\u" in header or not header.isascii()
    return len(data) - end + end * (_WIDEST if wide else 1) + _VALUE * values


def _structure(header: bytes) -> bytes:
    """Return the brackets outside of strings, all of one kind."""
    return _outside_strings(header, _BRACES_TO_BRACKETS, _NOT_STRUCTURE)


def _outside_strings(header: bytes, table: bytes, without: bytes) -> bytes:
    """Return what stands outside of strings, translated; quotes must be kept."""
    if b"\\" in header:
        header = header.replace(rb"\\", b"").replace(rb"\"", b"")
    structure = header.translate(table, without)
    # Quotes side by side are an empty string, or an end and a start: without
    # them there is the same inside of strings as before.
    structure = structure.replace(b'""', b"")
    return _STRING.sub(b"", structure) if b'"' in structure else structure
