"""Room for new sessions, where visitors came and went."""

from types import SimpleNamespace

import pytest

from support.bench import Bench, Knob
from syncd.protocol import ClientPatch, Hello, SetField
from syncd.server.handshake import RefusalError
from syncd.server.registry import Registry
from syncd.session import Call, Join, Leave, Peer, Received
from syncd.tokens import SessionClaims


class House:
    """A registry with few places, and its visitors."""

    def __init__(self, max_sessions=3):
        self.bench = Bench()
        self.registry = Registry(
            max_sessions=max_sessions, clock=lambda: self.bench.now
        )
        self.registry.begin = lambda _: lambda document: document.add_root(Knob())
        self.application = SimpleNamespace(route="/app")
        self.sessions = {}

    def open(self, name):
        session = self.registry.open(
            self.application, SessionClaims(name), self.bench.environment
        )
        self.sessions[name] = session
        self.run(session)
        return session

    def run(self, session):
        while session.run_next(self.bench.now):
            pass

    def enter(self, name):
        session, peer = self.open(name), Peer("tab", self.bench.environment.limits)
        session.put(Join(peer, Hello(protocol=1, tab="tab")))
        self.run(session)
        return session, peer

    def visit(self, name, *, stay=0.1, away=2, edit=False, clean=False):
        """Come, perhaps do something, go, and stay away for a while."""
        session, peer = self.enter(name)
        if edit:
            change = SetField(model=1, field="value", value=5)
            session.put(Received(peer, ClientPatch(seq=1, base=0, changes=[change])))
            self.run(session)
        self.bench.now += stay
        session.put(Leave(peer, clean=clean))
        self.run(session)
        self.bench.now += away
        return session

    def is_full(self):
        try:
            self.registry.check_room()
        except RefusalError as error:
            return error.error == "too_many_sessions"
        return False


@pytest.fixture
def house():
    return House()


def test_those_who_came_and_went_make_room_in_their_order(house):
    left = [house.visit(name) for name in "bca"]
    house.open("d")
    assert [house.registry.find("/app", name) is None for name in "bca"] == [
        True,
        False,
        False,
    ]
    house.run(left[0])
    assert left[0].closed
    for name in "efghijkl":
        house.visit(name)
        assert len(house.registry) == 3


def test_nobody_who_is_in_has_to_go(house):
    for name in "abc":
        house.enter(name)
    assert house.is_full()
    assert len(house.registry) == 3


KEPT = {
    "somebody did something": lambda house: house.visit("a", edit=True),
    "somebody stayed for a while": lambda house: house.visit("a", stay=11),
    "somebody was cut off": lambda house: house.visit("a", away=0.1),
    "its page is on its way": lambda house: house.open("a"),
    "it blocks its end": lambda house: house.visit("a").block_expiration(),
    "somebody is at its door": lambda house: house.visit("a").expect(),
    "Python has looked at it": lambda house: house.visit("a").pull(),
    "something waits for its turn": lambda house: house.visit("a").put(
        Call(lambda _: None, lambda *_: None)
    ),
    "somebody is coming back": lambda house: house.visit("a").put(
        Join(Peer("b", house.bench.environment.limits), Hello(protocol=1, tab="b"))
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_worth_something_is_kept(name):
    house = House(max_sessions=1)
    KEPT[name](house)
    assert house.is_full()
    assert house.registry.find("/app", "a") is house.sessions["a"]


def test_a_page_that_does_not_come_back_makes_room_after_a_while(house):
    for name in "abc":
        house.open(name)
    assert house.is_full()
    house.bench.now += 2
    house.open("d")
    assert house.registry.find("/app", "a") is None
    assert house.sessions["b"].spare
    house.sessions["b"].pull()
    house.open("e")
    assert house.registry.find("/app", "b") is not None
    assert house.registry.find("/app", "c") is None


def test_whoever_comes_back_before_is_not_in_the_way_any_more(house):
    for name in "abc":
        house.visit(name)
    house.open("d")
    house.enter("b")
    house.open("e")
    assert house.registry.find("/app", "b") is not None
    assert house.registry.find("/app", "c") is None


def test_a_full_house_is_not_looked_through_for_each_who_knocks(house, monkeypatch):
    for name in "abc":
        house.enter(name)
    looks = []
    monkeypatch.setattr(
        type(house.sessions["a"]), "spare", property(lambda _: looks.append(1))
    )
    for _ in range(50):
        assert house.is_full()
    assert len(looks) == 3
    house.bench.now += 2
    assert house.is_full()
    assert len(looks) == 6
