"""Doubles a number, and can be told to sleep."""

import time

from vocabulary import Counter

from syncd.document import curdoc


counter = Counter()


def on_value(attr, old, new):
    counter.doubled = 2 * new


def on_nap(attr, old, new):
    time.sleep(new)


counter.on_change("value", on_value)
counter.on_change("nap", on_nap)
context = curdoc().session_context
counter.text = repr(
    {
        "name": __name__,
        "arguments": context.request.arguments,
        "user": context.user,
    }
)
curdoc().add_root(counter)
