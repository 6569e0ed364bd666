"""Tells which objects are in memory that the collector would look at."""

import collections
import gc
import json

from vocabulary import Counter

from syncd.io import curdoc


# Reference counting alone has to free what ended.
gc.disable()
counter = Counter()


def on_value(attr, old, new):
    kinds = collections.Counter(
        f"{type(item).__module__}.{type(item).__name__}" for item in gc.get_objects()
    )
    counter.text = json.dumps(kinds)


counter.on_change("value", on_value)
curdoc().add_root(counter)
