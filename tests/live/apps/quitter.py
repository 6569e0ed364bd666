"""Calls sys.exit in a callback, as scripts do."""

import sys

from vocabulary import Counter

from syncd.document import curdoc


counter = Counter()
counter.on_change("value", lambda attr, old, new: sys.exit(3))
curdoc().add_root(counter)
