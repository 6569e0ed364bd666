"""Sessions wait at their doors for those who have not said hello yet."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from syncd.session import Session

__all__ = ["Arrival"]


class Arrival:
    """Somebody on the way into a session, which lives on until then.

    Args:
        session: The session, ``None`` if it does not live yet.
    """

    __slots__ = ("_session",)

    def __init__(self, session: Session | None) -> None:
        self._session = session
        if session is not None:
            session.expect()

    def end(self) -> None:
        """Let the session wait no longer: they are in, or will never be."""
        session, self._session = self._session, None
        if session is not None:
            session.expect_no_more()
