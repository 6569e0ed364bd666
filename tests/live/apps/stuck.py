"""Has a callback that never lets go of the hub."""

from vocabulary import Counter

from syncd.document import curdoc


counter = Counter()


def on_value(attr, old, new):
    print("is stuck now", flush=True)  # noqa: T201
    while True:
        pass


counter.on_change("value", on_value)
curdoc().add_root(counter)
