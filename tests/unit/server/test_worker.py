"""Sessions are run by greenlets of their own, which wait a moment for more."""

import contextvars
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import gevent
import pytest
from gevent.event import Event

from syncd.server import worker as module
from syncd.server.worker import Worker
from syncd.session import Stop


VARIABLE: contextvars.ContextVar[str] = contextvars.ContextVar("variable")


class FakeSession:
    """Runs what it is given."""

    def __init__(self, worker: Any) -> None:
        self.closed = False
        self.stopped = False
        self.environment = SimpleNamespace(send=lambda: None)
        self._worker = worker
        self._inbox: deque[Callable[[], Any]] = deque()

    def put(self, work: Any) -> None:
        if isinstance(work, Stop):
            self.stopped = True
        else:
            self._inbox.append(work)
        self._worker.ready(self)

    def run_next(self, now: float) -> bool:
        if not self._inbox:
            return False
        self._inbox.popleft()()
        return True

    def next_deadline(self) -> float | None:
        return float("-inf") if self._inbox else None


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(module, "_LINGER", 0.05)
    made = Worker()
    yield made
    made.stop()


@pytest.fixture
def session(worker: Worker) -> FakeSession:
    return FakeSession(worker)


def ran(session: FakeSession) -> Any:
    """Return the greenlet that deals with the next item."""
    greenlets: list[Any] = []
    session.put(lambda: greenlets.append(weakref.ref(gevent.getcurrent())))
    gevent.sleep(0.001)
    return greenlets[0]()


def test_what_follows_soon_is_run_by_the_same_greenlet(session):
    first = ran(session)
    assert ran(session) is first


def test_each_session_has_its_own(worker, session):
    assert ran(session) is not ran(FakeSession(worker))


def test_a_greenlet_ends_when_there_has_been_nothing_for_a_moment(session):
    first = ran(session)
    gevent.sleep(0.2)
    assert first.dead
    assert ran(session) is not None


def test_the_hub_sleeps_while_greenlets_wait(monkeypatch):
    dismissals = []
    dismiss = Worker._dismiss
    monkeypatch.setattr(module, "_LINGER", 0.05)
    monkeypatch.setattr(
        Worker, "_dismiss", lambda self: (dismissals.append(1), dismiss(self))
    )
    worker = Worker()
    session = FakeSession(worker)
    for _ in range(2):  # a timer that has run out is not like a new one
        ran(session)
        gevent.sleep(0.2)
    worker.stop()
    assert 2 <= len(dismissals) <= 4


def test_the_greenlet_of_a_session_that_ended_ends_at_once(session):
    first = ran(session)
    session.put(lambda: setattr(session, "closed", True))
    gevent.sleep(0.001)
    assert first.dead


def test_variables_of_the_context_are_forgotten(session):
    session.put(lambda: VARIABLE.set("secret"))
    gevent.sleep(0.001)
    seen = []
    session.put(lambda: seen.append(VARIABLE.get(None)))
    gevent.sleep(0.001)
    assert seen == [None]


@pytest.mark.parametrize("pause", [0, 0.02], ids=["woken", "waiting"])
def test_a_time_out_left_behind_loses_nothing(session, pause):
    """It is raised in the greenlet while that waits, or is about to go on."""
    first = ran(session)
    seen = []
    gevent.get_hub().loop.run_callback(first.throw, gevent.Timeout())
    gevent.sleep(pause)
    session.put(lambda: seen.append(1))
    gevent.sleep(0.001)
    assert seen == [1]
    gevent.get_hub().loop.run_callback(lambda: None)
    session.put(lambda: seen.append(2))
    gevent.get_hub().loop.run_callback(first.throw, gevent.Timeout())
    gevent.sleep(0.001)
    assert seen == [1, 2]


def test_a_time_out_left_behind_ends_no_session_that_is_busy(session):
    """It is raised where the session lets others have their turn."""
    seen = []
    loop = gevent.get_hub().loop

    def leave_one_behind():
        loop.run_callback(gevent.getcurrent().throw, gevent.Timeout())

    session.put(leave_one_behind)
    for number in range(50):
        session.put(lambda number=number: seen.append(number))
    gevent.sleep(0.01)
    assert seen == list(range(50))
    assert not session.stopped


def test_what_is_put_while_an_item_waits_comes_after_it(session):
    seen, go_on = [], Event()
    session.put(lambda: (go_on.wait(), seen.append(1)))
    gevent.sleep(0.001)
    session.put(lambda: seen.append(2))
    gevent.sleep(0.001)
    assert not seen
    go_on.set()
    gevent.sleep(0.001)
    assert seen == [1, 2]


class Expiring(FakeSession):
    """Has something to do at a time."""

    def __init__(self, worker: Any, deadline: float, ran: list[str]) -> None:
        super().__init__(worker)
        self._deadline: float | None = deadline
        self._ran = ran

    def run_next(self, now: float) -> bool:
        if self._deadline is None or now < self._deadline:
            return False
        self._deadline = None
        self._ran.append("session")
        return True

    def next_deadline(self) -> float | None:
        return self._deadline


def test_sessions_whose_time_comes_together_let_others_run_in_between(
    worker: Worker,
) -> None:
    ran: list[str] = []
    deadline = worker.clock() + 0.5
    sessions: list[Any] = [Expiring(worker, deadline, ran) for _ in range(200)]
    for session in sessions:
        worker.ready(session)
    gevent.sleep(0.01)
    assert not ran
    while ran.count("session") < len(sessions):
        ran.append("other")
        gevent.sleep(0)
    longest = max(map(len, " ".join(ran).replace("session ", "s").split("other")))
    assert longest < len(sessions) / 3
