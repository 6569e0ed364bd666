"""Tells how many of its sessions' models are still in memory."""

import gc

from census_of_models import census
from vocabulary import Counter

from syncd.document import curdoc


# Reference counting alone has to free what ended.
gc.disable()
document = curdoc()
counter = Counter()
census.add(counter)


def on_value(attr, old, new):
    """Hold on to everything, as callbacks do."""
    counter.doubled = len(document.models) + new


counter.on_change("value", on_value)
document.add_periodic_callback(lambda: on_value, 1000)
document.add_root(counter)
counter.text = str(len(census))
