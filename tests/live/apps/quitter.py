"""Raises in a callback what would end an ordinary script."""

import sys

import gevent
from vocabulary import Counter

from syncd.document import curdoc


counter = Counter()


def on_value(attr, old, new):
    sys.exit(new)


def on_text(attr, old, new):
    raise {
        "interrupt": KeyboardInterrupt,
        "kill": gevent.GreenletExit,
        "timeout": gevent.Timeout,
    }[new]


def on_nap(attr, old, new):
    gevent.spawn(sys.exit, 3).join()
    gevent.spawn(interrupt).join()


def interrupt():
    raise KeyboardInterrupt


counter.on_change("value", on_value)
counter.on_change("text", on_text)
counter.on_change("nap", on_nap)
curdoc().add_root(counter)
