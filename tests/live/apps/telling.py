"""Tells something and then keeps the whole process, until a file is there."""

import time
from pathlib import Path

from gevent import monkey
from vocabulary import Counter

from syncd.document import curdoc


document = curdoc()
counter = Counter()
rest = monkey.get_original("time", "sleep")


def keep_the_process(file):
    """Let nobody else run: neither other sessions nor what writes for them."""
    until = time.monotonic() + 20
    while not Path(file).exists() and time.monotonic() < until:
        rest(0.01)
    counter.doubled = -1


def flushed(file):
    counter.doubled = 1
    document.flush()
    counter.doubled = 2
    document.flush()
    keep_the_process(file)


def next_tick(file):
    counter.doubled = 2
    document.add_next_tick_callback(lambda: keep_the_process(file))


def on_text(attr, old, new):
    way, _, file = new.partition(" ")
    {"flushed": flushed, "next_tick": next_tick}[way](file)


counter.on_change("text", on_text)
document.add_root(counter)
