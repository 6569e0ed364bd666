"""Callbacks as they were written for Tornado; the text says which is to run."""

import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tornado import gen
from tornado.ioloop import IOLoop
from vocabulary import Counter

from syncd.document import curdoc, without_document_lock


document = curdoc()
counter = Counter()
executor = ThreadPoolExecutor(2)
KINDS = {}


def kind(function):
    KINDS[function.__name__] = function
    return function


def slow(result):
    time.sleep(0.05)
    return result


@gen.coroutine
def result(value):
    assert curdoc() is document
    counter.text = f"={value}"


@kind
@gen.coroutine
def locked():
    one = yield executor.submit(slow, 1)
    yield gen.sleep(0.01)
    two, three = yield [executor.submit(slow, 2), gen.maybe_future(3)]
    counter.value = one
    yield result((one, two, three))


@kind
@gen.coroutine
@without_document_lock
def above():
    value = yield executor.submit(slow, 4)
    curdoc().add_next_tick_callback(partial(result, value))


@kind
@without_document_lock
@gen.coroutine
def below():
    value = yield executor.submit(slow, 5)
    curdoc().add_next_tick_callback(partial(result, value))


@kind
def called():
    """Start one and do not wait for it."""
    above()


@kind
def spawned():
    IOLoop.current().spawn_callback(below)


def on_text(attr, old, new):
    if new in KINDS:
        document.add_next_tick_callback(KINDS[new])


counter.on_change("text", on_text)
document.add_root(counter)
