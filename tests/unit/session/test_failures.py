"""What applications raise, and what peers are told of it."""

import asyncio
from typing import Any, NoReturn

import pytest

from support.bench import Bench
from syncd.document import Document
from syncd.errors import AppError, LimitError
from syncd.protocol import Ack, ClientPatch, Failure, Patch, SetField, UIEvent
from syncd.session import Call, Close, Received


class UnspeakableError(Exception):
    """Cannot be put in words."""

    def __str__(self) -> str:
        raise ValueError("no words")


NO_ORDINARY_ERRORS = [
    SystemExit(3),
    KeyboardInterrupt(),
    GeneratorExit(),
    asyncio.CancelledError(),
    UnspeakableError(),
    BaseExceptionGroup("several", [SystemExit(1), ValueError("a")]),
]


@pytest.fixture
def bench() -> Bench:
    return Bench(reveal_errors=True)


def raising(error: BaseException) -> Any:
    def fail(*_: Any) -> NoReturn:
        raise error

    return fail


@pytest.mark.parametrize("error", NO_ORDINARY_ERRORS, ids=lambda e: type(e).__name__)
def test_whatever_a_callback_raises_the_session_goes_on(
    bench: Bench, error: BaseException
) -> None:
    bench.knob.on_change("value", raising(error))
    bench.knob.on_event("tap", raising(error))
    peer = bench.watch()
    bench.set(peer, 1, "value", 1)
    bench.session.put(Received(peer, UIEvent(seq=2, name="tap", model=1)))
    bench.run()
    bench.tick(raising(error))
    bench.set(peer, 3, "label", "on")
    told = bench.read(peer)
    kinds = [type(message) for message in told]
    assert kinds == [Failure, Patch, Failure, Ack, Failure, Ack]
    assert [told[1].ack, told[3].seq, told[5].seq] == [1, 2, 3]
    assert bench.knob.label == "on"


@pytest.mark.parametrize("error", NO_ORDINARY_ERRORS, ids=lambda e: type(e).__name__)
def test_a_call_is_answered_whatever_is_raised(
    bench: Bench, error: BaseException
) -> None:
    bench.knob.on_change("value", raising(error))
    change = SetField(model=1, field="value", value=1)
    message = ClientPatch(seq=1, base=0, changes=[change])
    replies: list[Any] = []
    for function in (lambda session: session.apply(message), raising(error)):
        bench.session.put(Call(function, lambda *reply: replies.append(reply)))
    bench.run()
    (outcome, nothing), (_, raised) = replies
    assert (outcome.rejected, nothing) == ([], None)
    assert raised is error
    assert bench.knob.value == 1


def test_in_development_peers_are_told_the_traceback(bench: Bench) -> None:
    peer = bench.watch()

    def multiply() -> None:
        raise ZeroDivisionError("too small")

    bench.tick(multiply)
    (failure,) = bench.read(peer)
    assert failure.message == "ZeroDivisionError: too small"
    assert failure.traceback.startswith("Traceback (most recent call last):\n")
    assert "in multiply\n" in failure.traceback
    assert failure.traceback.endswith("ZeroDivisionError: too small\n")


def test_elsewhere_they_are_told_a_number(caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench()
    peer = bench.watch()
    bench.tick(raising(ZeroDivisionError("too small")))
    (failure,) = bench.read(peer)
    assert failure.traceback is None
    assert "small" not in failure.message
    assert failure.id in failure.message
    assert failure.id in caplog.text


def test_an_error_may_hold_a_lot_of_text(bench: Bench) -> None:
    peer = bench.watch()
    bench.tick(raising(ValueError("x" * 1_000_000)))
    (failure,) = bench.read(peer)
    assert len(failure.message) == 1_000
    assert len(failure.traceback) == 50_000


def failing_build(_: Document) -> None:
    raise LookupError("the database is on holiday")


def test_in_development_a_failed_build_shows_its_traceback() -> None:
    bench = Bench(failing_build, reveal_errors=True)
    failure, close = bench.read(bench.join())
    assert "in failing_build\n" in failure.traceback
    assert close == Close(4500, "LookupError: the database is on holiday")
    late, _ = bench.read(bench.join("late"))
    assert late == failure


def test_elsewhere_a_failed_build_is_a_number_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bench = Bench(failing_build)
    (close,) = bench.read(bench.join())
    number = close.reason.rpartition("error ")[2].rstrip(")")
    assert number
    assert f"(error {number})" in caplog.text


@pytest.mark.parametrize("error", NO_ORDINARY_ERRORS, ids=lambda e: type(e).__name__)
def test_whatever_a_build_raises_is_a_failed_build(error: BaseException) -> None:
    bench = Bench(raising(error))
    (close,) = bench.read(bench.join())
    assert close.code == 4500
    assert isinstance(bench.session.error, AppError)
    assert type(error).__name__ in str(bench.session.error)


def test_only_so_many_requests_wait_for_a_turn():
    """Each of them would keep its page or its change until then."""
    bench, replies = Bench(inbox_calls=2), []
    for number in range(4):
        call = Call(lambda _, number=number: number, lambda *r: replies.append(r))
        bench.session.put(call)
    refused = [error for _, error in replies]
    assert list(map(type, refused)) == [LimitError, LimitError]
    bench.run()
    assert [value for value, error in replies if error is None] == [0, 1]
    bench.session.put(Call(lambda _: 4, lambda *r: replies.append(r)))
    bench.run()
    assert replies[-1] == (4, None)


def test_a_callback_that_fails_again_and_again_does_not_fill_the_log(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    """Anybody at a browser can set it off as often as they like."""

    def fail(times: int) -> int:
        caplog.clear()
        for _ in range(times):
            bench.session.failed(ValueError("once more"))
        return len(caplog.records)

    assert 10 <= fail(1_000) <= 100
    assert "not logged" in caplog.records[-1].getMessage()
    assert fail(1_000) == 0
    bench.now += 3_600
    assert fail(1) == 1
    assert caplog.records[0].exc_info is not None
