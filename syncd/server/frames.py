"""Whole messages out of what a peer sends.

Almost everything that browsers send is a message in one frame. Those are
unmasked where they lie; all else is left to `websockets`, which knows the rest
of RFC 6455, until it stands between two messages again.
"""

from __future__ import annotations

import contextlib
import logging
import mmap
from collections import deque
from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from websockets import frames
from websockets.frames import Frame, Opcode
from websockets.protocol import OPEN, SERVER, Protocol

from syncd.server.assembly import Assembly, check_text


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias


__all__ = ["Frames", "Item", "Signal"]

_log = logging.getLogger("syncd.server.frames")

_TEXT, _BINARY, _CLOSE, _PONG = 0x81, 0x82, 0x88, 0x8A
_MASKED = 0x80
_SHORT, _MEDIUM, _LONG = 126, 127, 1 << 16

_SLICE = 4096
"""Bytes that `websockets` takes apart at a time; it makes an object a frame, which
takes thirty times as much memory as the smallest one did."""

_LARGE = 65536
"""Bytes of a message from which on it is read to where it stays."""

_EARNEST = 1 << 20
"""Bytes of a large message after which the rest may lie in pages of 2 MiB, which
takes a third of the time."""

_HUGE_PAGES: int | None = getattr(mmap, "MADV_HUGEPAGE", None)  # Linux has it

_MAX_READ = 1 << 20
"""Bytes of a large message that are read at a time; others wait meanwhile."""

_NOTHING = memoryview(b"")

_GOODBYES = {1000: b"\x88\x02\x03\xe8", 1001: b"\x88\x02\x03\xe9"}
"""How peers close that leave, or have said all, and what they are answered."""

_WITH_CODE = 2
"""Bytes of a close frame that gives no reason."""

# In C where there is a wheel; it takes whatever has a buffer.
_unmask: Callable[[memoryview, bytes | memoryview], bytes] = vars(frames)["apply_mask"]


class Signal(Enum):
    """What a frame is that completes no message."""

    CLOSE = auto()
    OTHER = auto()


Item: TypeAlias = "tuple[bytes, bool] | Signal"
"""A message and whether it is text, or a signal."""


class _Large:
    """A large message that is coming in, in one frame.

    Args:
        size: Its bytes.
        beginning: Those that are there.
        mask: The four that all are masked with.
        first: The first one of the frame.
    """

    __slots__ = ("_memory", "data", "filled", "first", "mask")

    def __init__(
        self, size: int, beginning: memoryview, mask: memoryview, first: int
    ) -> None:
        # Not a page of it is taken before it is written to, so a peer gets
        # nothing by promises.
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
        self._memory = mmap.mmap(-1, size, flags=flags)
        self.data = memoryview(self._memory)
        self.filled = len(beginning)
        self.data[: self.filled] = beginning
        self.mask = bytes(mask)
        self.first = first

    def fill(self, size: int) -> None:
        """Take note of what was read behind what is there."""
        before, self.filled = self.filled, self.filled + size
        if before < _EARNEST <= self.filled and _HUGE_PAGES is not None:
            with contextlib.suppress(OSError):  # a kernel made without them
                self._memory.madvise(_HUGE_PAGES)


class Frames:
    """The receiving half of one WebSocket, and its closing handshake.

    Args:
        max_size: Bytes of the largest message.
    """

    __slots__ = (
        "_answered",
        "_assembly",
        "_at",
        "_data",
        "_goodbye",
        "_large",
        "_logged",
        "_max_size",
        "_owed",
        "_parsed",
        "_protocol",
    )

    def __init__(self, max_size: int) -> None:
        self._max_size = max_size
        self._data = _NOTHING
        self._at = 0
        self._protocol: Protocol | None = None
        self._assembly: Assembly | None = None
        self._parsed: deque[Frame] | None = None
        self._large: _Large | None = None
        # The code of a close frame that `websockets` has not seen.
        self._goodbye: int | None = None
        self._answered = False
        # Only `websockets` logs what a frame says.
        self._logged = _log.isEnabledFor(logging.DEBUG)
        # Bytes that the protocol has got and not given back as frames.
        self._owed = 0

    @property
    def waiting(self) -> bool:
        """Whether something has been fed and not taken."""
        return bool(self._parsed) or self._at < len(self._data)

    @property
    def unfinished(self) -> int:
        """The bytes that are there of a message that is not complete."""
        size = 0 if self._large is None else self._large.filled
        if self._assembly is not None:
            size += self._owed + self._assembly.size
        return size

    @property
    def plain(self) -> bool:
        """Whether there was nothing that has an answer."""
        return self._protocol is None and self._goodbye is None

    @property
    def open(self) -> bool:
        """Whether neither side has closed."""
        if self._protocol is None:
            return self._goodbye is None
        return self._protocol.state is OPEN

    @property
    def close_code(self) -> int | None:
        """The code that the peer has closed with, if it gave one."""
        if self._protocol is None:
            return self._goodbye
        received = self._protocol.close_rcvd
        return None if received is None else received.code

    @property
    def protocol(self) -> Protocol:
        """The one that answers pings and says goodbye.

        Ask for it only with something to say: a whole message that comes next is
        taken apart by it then, which takes far longer.
        """
        if self._protocol is None:
            self._protocol = Protocol(SERVER, max_size=self._max_size, logger=_log)
            self._assembly = Assembly()
            self._parsed = deque()
        return self._protocol

    @property
    def broken(self) -> bool:
        """Whether a frame was against the rules; its peer is told why."""
        return self._protocol is not None and self._protocol.parser_exc is not None

    def close(self) -> None:
        """Take nothing any more, and leave no cycle to the collector."""
        self._large = None
        if self._protocol is not None:
            self._protocol.parser.close()

    def room(self, buffer: memoryview) -> memoryview:
        """Return where to read to: a buffer, or the rest of a large message."""
        if self._large is None:
            return buffer
        at = self._large.filled
        return self._large.data[at : at + _MAX_READ]

    def feed(self, data: memoryview) -> None:
        """Take what was read to `room`; free again when `next` returned nothing."""
        if self._large is None:
            self._data = data
            self._at = 0
        else:
            self._large.fill(len(data))

    def keep(self) -> None:
        """Let what was fed be changed before everything is taken."""
        if not self._data.readonly:
            self._data = memoryview(bytes(self._data[self._at :]))
            self._at = 0

    def next(self) -> Item | None:
        """Return what the next frame is, if there is a whole one.

        Raises:
            ViolationError: It breaks a rule that `websockets` does not know.
        """
        while True:
            if self._large is not None:
                return self._take_large()
            if self._parsed:
                return self._judge(self._parsed.popleft())
            if self._at == len(self._data):
                self._data, self._at = _NOTHING, 0
                return None
            if self._goodbye is not None:
                self._at = len(self._data)  # nothing counts after that
                continue
            if self._protocol is None and not self._logged:
                message = self._take_message()
                if message is not None:
                    return message
            if self._at < len(self._data):
                self._parse()

    def answers(self) -> list[bytes]:
        """Return what is to be sent in answer to what has been taken."""
        protocol = self._protocol
        if protocol is None:
            if self._goodbye is None or self._answered:
                return []
            self._answered = True
            return [_GOODBYES[self._goodbye]]
        answers = protocol.data_to_send()
        if (
            not self._owed
            and not self._parsed
            and protocol.current_size is None
            and protocol.state is OPEN
        ):
            # It remembers nothing that the next one would not know.
            self.close()
            self._protocol = self._assembly = self._parsed = None
        return answers

    def _take_message(self) -> Item | None:
        """Return the next frame if it is all there, and a message of its own.

        A frame that is to be refused is none, so that the refusal is the one of
        `websockets`.
        """
        data, at = self._data, self._at
        if len(data) - at < 6:  # noqa: PLR2004 - the shortest masked frame
            return None
        first, size = data[at], data[at + 1] - _MASKED
        if (first != _TEXT and first != _BINARY) or size < 0:  # noqa: PLR1714 - it is faster
            return self._take_control(first, size)
        start = at + 6
        if size == _SHORT:
            start += 2
            size = data[at + 2] << 8 | data[at + 3]
        elif size == _MEDIUM:
            start += 8
            size = int.from_bytes(data[at + 2 : at + 10], "big")
        if size > self._max_size:
            return None
        end = start + size
        if end > len(data):
            if size >= _LARGE and start <= len(data):
                self._large = _Large(size, data[start:], data[start - 4 : start], first)
                self._data, self._at = _NOTHING, 0
            return None
        self._at = end
        return _message(data[start:end], data[start - 4 : start], first)

    def _take_control(self, first: int, size: int) -> Signal | None:
        """Pass over a pong, and take a plain goodbye; peers hardly send anything else.

        Other close frames, which may be against a rule, are left to `websockets`.
        """
        data, start = self._data, self._at + 6
        end = start + size
        if not 0 <= size < _SHORT or end > len(data):
            return None
        if first == _CLOSE and size == _WITH_CODE:
            told = _unmask(data[start:end], data[start - 4 : start])
            code = int.from_bytes(told, "big")
            if code not in _GOODBYES:
                return None
            self._goodbye = code
        elif first != _PONG:
            return None
        self._at = end
        return Signal.OTHER if first == _PONG else Signal.CLOSE

    def _take_large(self) -> tuple[bytes, bool] | None:
        large = self._large
        if large is None or large.filled < len(large.data):
            return None
        self._large = None
        return _message(large.data, large.mask, large.first)

    def _parse(self) -> None:
        """Give what comes next to the protocol, a slice at a time."""
        protocol = self.protocol
        assert self._parsed is not None
        piece: Any = self._data[self._at : self._at + _SLICE]
        self._at += len(piece)
        self._owed += len(piece)
        protocol.receive_data(piece)
        for frame in cast("list[Frame]", protocol.events_received()):
            self._owed -= _wire_size(len(frame.data))
            self._parsed.append(frame)

    def _judge(self, frame: Frame) -> Item:
        if frame.opcode is Opcode.CLOSE:
            return Signal.CLOSE
        if frame.opcode is Opcode.PING or frame.opcode is Opcode.PONG:
            return Signal.OTHER
        assert self._assembly is not None
        return self._assembly.add(frame) or Signal.OTHER


def _message(
    masked: memoryview, mask: bytes | memoryview, first: int
) -> tuple[bytes, bool]:
    message = _unmask(masked, mask)
    if first == _BINARY:
        return message, False
    check_text(message)
    return message, True


def _wire_size(size: int) -> int:
    """Return the bytes that a frame takes at least.

    Who takes more than that for its length is never believed to be between two
    frames, and left to `websockets` for good.
    """
    if size < _SHORT:
        return 6 + size
    return (8 if size < _LONG else 14) + size
