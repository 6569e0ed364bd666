"""What sessions are given by the server layer, since they do no I/O themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from syncd.session.inbox import Backlog
from syncd.session.limits import Limits


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.aliases import Callback
    from syncd.session.history import HistoryBudget
    from syncd.session.session import Session

__all__ = ["Environment", "Host"]


class Host(Protocol):
    """Runs what a session's callbacks leave unfinished; made when first needed."""

    @property
    def acting(self) -> bool:
        """Whether the caller is a step of a coroutine that has the turn."""

    def wait(self, result: Any) -> None:
        """Wait in the session's turn for what a callback returned.

        A step of a coroutine that has the turn does not wait: the turn ends
        when both are done.
        """

    def spawn(self, callback: Callback, args: tuple[Any, ...], done: Done) -> None:
        """Run a callback beside the session; ``done`` is called after its end."""

    def end_turn(self) -> None:
        """Take the turn from whatever has not been waited for."""

    def cancel_turn(self) -> None:
        """Cancel what the turn waits for, which has a moment to clean up."""

    def close(self) -> None:
        """Cancel everything, and wait a moment for it to clean up."""


if TYPE_CHECKING:
    Done = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What the server layer gives to its sessions.

    Attributes:
        clock: The time in seconds, for deadlines.
        runner: Identifies the greenlet or thread that calls it.
        ready: Called with a session that has something to do.
        remind: Called with a session that is at something, and the time by the
            clock at which to call its `Session.look_up` should it still be.
        wake: Called with peers whose outboxes have something to send; that may wait
            for what others have to send in a moment.
        send: Called when it may not, since the session goes on and may take long.
        random_id: Returns a short random text.
        resume_key: Returns a key for the session's and the tab's name.
        closed: Called with a session that is about to end.
        destroyed: Called with it when it has, and nothing is left of it.
        limits: How much a session may hold.
        budget: The bytes of all histories together.
        backlog: The bytes of all messages that wait.
        max_message: Bytes of the largest message that is taken.
        ping: Seconds between pings; peers derive their patience from it.
        reveal_errors: Whether peers see tracebacks.
        host: Makes what runs coroutines, generators and unlocked callbacks.
    """

    clock: Callable[[], float]
    runner: Callable[[], object]
    ready: Callable[[Session], None]
    remind: Callable[[Session, float], None] | None = None
    wake: Callable[..., None]
    send: Callable[[], None] = field(default=lambda: None)
    random_id: Callable[[], str]
    resume_key: Callable[[Session, str], str]
    closed: Callable[[Session], None]
    destroyed: Callable[[Session], None] | None = None
    limits: Limits = field(default_factory=Limits)
    budget: HistoryBudget
    backlog: Backlog = field(default_factory=Backlog)
    max_message: int = 20 * 1024 * 1024
    ping: float = 25.0
    reveal_errors: bool = False
    host: Callable[[Session], Host] | None = None
