"""Changes its document from a real thread, and from where it must not."""

from gevent import monkey
from vocabulary import Counter

from syncd.document import curdoc
from syncd.errors import ForeignWriterError


start_new_thread = monkey.get_original("_thread", "start_new_thread")
document = curdoc()
counter = Counter()


def on_value(attr, old, new):
    start_new_thread(work, (new,))


def work(number):
    """Run in an operating system's thread."""
    try:
        counter.doubled = -1
    except ForeignWriterError:
        for step in range(number):
            document.add_next_tick_callback(lambda step=step: tick(step + 1))


def tick(step):
    counter.doubled = step


counter.on_change("value", on_value)
document.add_root(counter)
