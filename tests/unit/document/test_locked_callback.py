"""Callables for other threads that run in the session's turn."""

import threading

import pytest

from support.bench import Bench
from syncd.document import Document, without_document_lock


def test_every_call_runs_once_and_in_order(bench: Bench) -> None:
    seen: list = []
    tell = bench.session.document.locked_callback(
        lambda *args, **kwargs: seen.append((args, kwargs))
    )
    thread = threading.Thread(target=lambda: (tell(1), tell(2, a=3)))
    thread.start()
    thread.join()
    assert seen == []
    bench.run()
    assert seen == [((1,), {}), ((2,), {"a": 3})]


def test_of_many_calls_the_latest_runs(bench: Bench) -> None:
    seen: list = []
    tell = bench.session.document.locked_callback(seen.append, "latest")
    bench.run()
    for number in range(5):
        tell(number)
    bench.run()
    tell(7)
    bench.run()
    assert seen == [4, 7]


def test_it_has_the_turn_whatever_the_function_is_marked_as(bench: Bench) -> None:
    def change():
        bench.knob.value = 5

    bench.session.document.locked_callback(without_document_lock(change))()
    bench.run()
    assert bench.knob.value == 5


@pytest.mark.parametrize("end", ["its own", "the session's"])
def test_calls_after_the_end_come_to_nothing(bench: Bench, end: str) -> None:
    seen: list = []
    tell = bench.session.document.locked_callback(seen.append)
    tell(1)
    bench.run()
    if end == "its own":
        tell.close()
    else:
        bench.session.end(4410, "over")
    assert tell.closed
    tell(2)
    bench.run()
    assert seen == [1]


def test_it_decorates() -> None:
    document = Document()

    @document.locked_callback
    def tell(what: str) -> None:
        """Tell it."""

    assert tell.__name__ == "tell"
    with pytest.raises(ValueError, match="policy is 'each'"):
        document.locked_callback(tell, "each")
    with pytest.raises(ValueError, match="must be callable"):
        document.locked_callback(3)
