"""What keeps a control request from taking effect twice (section 12).

Two things look alike and are not: a *replay* is somebody else's copy of a
request, known by its nonce, and is refused. A *repetition* is the sender's own,
after a broken connection, known by its request id, and gets the same answer.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar


if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["Answers", "Nonces"]

_NONCE_LIFETIME = 120.0
_MAX_NONCES = 1_000_000
_ANSWER_LIFETIME = 120.0
_MAX_ANSWERS = 1_000
_MAX_ANSWER_BYTES = 64 * 1024 * 1024

T = TypeVar("T")


class Nonces:
    """The nonces of the last two minutes; only signed requests come here.

    Args:
        clock: The time in seconds.
        lifetime: How long a nonce is remembered, in seconds: twice the age
            at which a request is refused anyway.
        limit: How many are remembered; the oldest are forgotten first.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        lifetime: float = _NONCE_LIFETIME,
        limit: int = _MAX_NONCES,
    ) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._limit = limit
        self._seen: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._seen)

    def use(self, nonce: str) -> bool:
        """Take note of a nonce; return whether it is new."""
        now = self._clock()
        while self._seen:
            oldest, until = next(iter(self._seen.items()))
            if until > now and len(self._seen) < self._limit:
                break
            del self._seen[oldest]
        if nonce in self._seen:
            return False
        self._seen[nonce] = now + self._lifetime
        return True


class Answers(Generic[T]):
    """The answers of the last two minutes, by request.

    Args:
        clock: The time in seconds.
        lifetime: How long an answer is kept, in seconds.
        limit: How many are kept; the oldest are forgotten first.
        max_bytes: How many bytes of them are kept together.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        lifetime: float = _ANSWER_LIFETIME,
        limit: int = _MAX_ANSWERS,
        max_bytes: int = _MAX_ANSWER_BYTES,
    ) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._limit = limit
        self._max_bytes = max_bytes
        self._kept: OrderedDict[str, tuple[float, int, T]] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, request: str) -> T | None:
        """Return the answer to an earlier request of this name."""
        self._forget(self._limit, self._max_bytes)
        kept = self._kept.get(request)
        return None if kept is None else kept[2]

    def keep(self, request: str, answer: T, size: int) -> None:
        """Keep an answer of so many bytes."""
        self.drop(request)
        self._forget(self._limit - 1, self._max_bytes - size)
        self._kept[request] = (self._clock() + self._lifetime, size, answer)
        self._bytes += size

    def drop(self, request: str) -> None:
        """Forget an answer, if there is one."""
        kept = self._kept.pop(request, None)
        if kept is not None:
            self._bytes -= kept[1]

    def _forget(self, limit: int, max_bytes: int) -> None:
        now = self._clock()
        while self._kept:
            name, (until, _, _) = next(iter(self._kept.items()))
            fits = len(self._kept) <= limit and self._bytes <= max_bytes
            if until > now and fits:
                return
            self.drop(name)
