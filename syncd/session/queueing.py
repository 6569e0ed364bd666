"""Which sessions wait, in their own turn, for the turns of others."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from syncd.errors import DeadlockError


if TYPE_CHECKING:
    from collections.abc import Iterator

    from syncd.session.session import Session

__all__ = ["queueing"]


@contextmanager
def queueing(session: Session, other: Session) -> Iterator[None]:
    """Note for the block that a session waits in its turn for another's.

    Raises:
        DeadlockError: The other one waits for this one's turn, if only by way of
            further ones.
    """
    if _waits_for(other, session, set()):
        raise DeadlockError(repr(session), repr(other))
    session.waits_for = (*session.waits_for, other)
    try:
        yield
    finally:
        left = [*session.waits_for]
        left.remove(other)
        session.waits_for = tuple(left)


def _waits_for(session: Session, goal: Session, seen: set[Session]) -> bool:
    if session is goal:
        return True
    seen.add(session)
    return any(
        _waits_for(other, goal, seen)
        for other in session.waits_for
        if other not in seen
    )
