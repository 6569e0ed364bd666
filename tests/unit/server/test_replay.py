"""Nonces and repeated requests."""

from support.clock import Clock
from syncd.server.replay import Answers, Nonces


def test_a_nonce_is_new_once_for_two_minutes():
    clock = Clock()
    nonces = Nonces(clock)
    assert nonces.use("a")
    clock.advance(119)
    assert not nonces.use("a")
    assert nonces.use("b")
    clock.advance(2)
    assert nonces.use("a")


def test_no_more_nonces_are_kept_than_allowed():
    nonces = Nonces(Clock(), limit=10)
    assert all(nonces.use(str(number)) for number in range(100))
    assert len(nonces) == 10
    assert not nonces.use("99")


def test_old_nonces_are_forgotten():
    clock = Clock()
    nonces = Nonces(clock)
    for number in range(10):
        nonces.use(str(number))
    clock.advance(121)
    nonces.use("new")
    assert len(nonces) == 1


def test_an_answer_is_found_again_for_two_minutes():
    clock = Clock()
    answers = Answers(clock)
    answers.keep("request", "answer", 10)
    assert answers.find("request") == "answer"
    assert answers.find("other") is None
    clock.advance(121)
    assert answers.find("request") is None


def test_answers_are_bounded_by_number_and_bytes():
    answers = Answers(Clock(), limit=5, max_bytes=100)
    for number in range(20):
        answers.keep(str(number), number, 10)
    assert len(answers) == 5
    assert answers.find("19") == 19
    answers.keep("big", "big", 95)
    assert len(answers) == 1
    assert answers.find("big") == "big"


def test_an_answer_replaces_its_placeholder():
    answers = Answers(Clock(), max_bytes=100)
    answers.keep("request", "pending", 0)
    answers.keep("request", "done", 100)
    assert answers.find("request") == "done"
    answers.drop("request")
    assert len(answers) == 0
