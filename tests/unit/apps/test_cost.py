"""What a session of the sliders application costs, in counts that repeat.

The ceilings are a tenth above what was counted when they were set. Who makes a
session cheaper lowers them; who cannot do without more says so by raising them.
"""

import gc
import itertools
import sys
from pathlib import Path

import pytest

from syncd.apps import ServerContext, SessionContext, load_application
from syncd.protocol import Hello
from syncd.session import (
    Environment,
    HistoryBudget,
    Join,
    Leave,
    Peer,
    Session,
    Stop,
)
from syncd.tokens import SessionClaims


SLIDERS = Path(__file__).parents[2] / "apps" / "sliders.py"

MAX_CALLS = 1_650
"""Calls of Python functions, from the session to the end of it."""

MAX_TRACKED = 110
"""Objects of a live session that the cyclic collector would look at."""


@pytest.fixture(scope="module")
def application():
    pytest.importorskip("numpy")
    return load_application(SLIDERS)


@pytest.fixture
def environment():
    numbers = itertools.count()
    return Environment(
        clock=lambda: 0.0,
        runner=lambda: None,
        ready=lambda _: None,
        wake=lambda *_: None,
        random_id=lambda: f"random{next(numbers)}",
        resume_key=lambda session, tab: "key",
        closed=lambda _: None,
        budget=HistoryBudget(),
    )


class Visit:
    """A session, from its making to its first document."""

    def __init__(self, application, environment):
        self.execution = application.execution()
        self.session = Session("id", "/sliders", self.execution, environment)
        self.session.document.session_context = SessionContext.of(
            SessionClaims("id"), ServerContext("/sliders")
        )
        self.peer = Peer("tab", environment.limits)
        self.deal_with(Join(self.peer, Hello(protocol=1, tab="tab")))
        while self.peer.outbox.take() is not None:
            pass

    def deal_with(self, item):
        self.session.put(item)
        while self.session.run_next(0.0):
            pass

    def end(self):
        self.deal_with(Leave(self.peer, clean=True))
        self.deal_with(Stop(4410, "over"))
        self.execution.close()


@pytest.fixture
def visit(application, environment):
    def visit():
        return Visit(application, environment)

    for _ in range(3):  # what is made once has been made
        visit().end()
    return visit


def test_function_calls_of_a_session(visit):
    calls = itertools.count()

    def count(frame, event, argument):
        if event == "call":
            next(calls)

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        visit().end()
    finally:
        sys.setprofile(before)
    assert next(calls) <= MAX_CALLS


def test_tracked_objects_of_a_session_and_none_when_it_has_ended(visit):
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        visits = [visit() for _ in range(20)]
        tracked = (len(gc.get_objects()) - before) / len(visits)
        for each in visits:
            each.end()
        del each
        visits.clear()
        left = len(gc.get_objects()) - before
    finally:
        gc.enable()
    assert 0 < tracked <= MAX_TRACKED
    assert left <= 20  # fewer than one a session
