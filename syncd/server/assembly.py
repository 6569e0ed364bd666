"""Whole messages out of frames."""

from __future__ import annotations

import codecs
from typing import Any

from websockets.frames import CloseCode, Opcode

from syncd.errors import RemoteProtocolError


__all__ = ["Assembly", "ViolationError", "check_text"]

_MAX_FRAGMENTS = 65536
"""Frames of one message; their sizes are bounded elsewhere, but may be 0."""

_decoder = codecs.getincrementaldecoder("utf-8")


class ViolationError(RemoteProtocolError):
    """Raised when a peer does what the protocol forbids, above its frames."""

    def __init__(self, close_code: int, reason: str) -> None:
        super().__init__(reason, close_code=close_code)


class Assembly:
    """Joins the fragments of messages, and checks that text is UTF-8.

    `websockets` leaves both to its callers. It does check sizes.
    """

    def __init__(self) -> None:
        self._data = bytearray()
        self._count = 0
        self._text = False
        self._utf8 = _decoder()

    @property
    def size(self) -> int:
        """The bytes of the message that is not complete."""
        return len(self._data)

    def add(self, frame: Any) -> tuple[bytes, bool] | None:
        """Take a data frame; return the message that it completes, if it does.

        Returns:
            The bytes, and whether they are text.

        Raises:
            ViolationError: The text is not UTF-8 (1007), or the message comes
                in too many pieces (1009).
        """
        first = frame.opcode is not Opcode.CONT
        if first:
            self._text = frame.opcode is Opcode.TEXT
            if frame.fin:
                self._check(frame.data, final=True)
                return bytes(frame.data), self._text
        self._check(frame.data, final=frame.fin)
        self._data += frame.data
        self._count += 1
        if self._count > _MAX_FRAGMENTS:
            raise ViolationError(
                CloseCode.MESSAGE_TOO_BIG,
                f"a message in {self._count} frames, expected {_MAX_FRAGMENTS} at most",
            )
        if not frame.fin:
            return None
        data = bytes(self._data)
        self._data = bytearray()
        self._count = 0
        return data, self._text

    def _check(self, data: bytes, *, final: bool) -> None:
        if not self._text:
            return
        try:
            self._utf8.decode(data, final)
        except UnicodeDecodeError as error:
            raise _not_text(error) from None


def check_text(data: bytes) -> None:
    """Raise unless a whole message is UTF-8.

    Raises:
        ViolationError: It is not (1007).
    """
    if data.isascii():
        return
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise _not_text(error) from None


def _not_text(error: UnicodeDecodeError) -> ViolationError:
    reason = f"text that is not UTF-8: {error.reason}"
    return ViolationError(CloseCode.INVALID_DATA, reason)
