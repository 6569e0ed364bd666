"""Does a little of everything that callbacks can do."""

import asyncio
import threading
from functools import partial

from vocabulary import Counter

from syncd.document import curdoc, without_document_lock
from syncd.io import run_in_thread


document = curdoc()
counter = Counter()


def tell(value):
    counter.doubled = value


@without_document_lock
async def beside(value):
    value = await run_in_thread(int, value)
    document.add_next_tick_callback(partial(tell, 2 * value))
    await asyncio.sleep(3600)  # until the session ends


async def on_value(attr, old, new):
    await asyncio.sleep(0)
    document.add_next_tick_callback(partial(beside, new))


def generator():
    yield asyncio.sleep(3600)


def work():
    asyncio.run(asyncio.sleep(0))


counter.on_change("value", on_value)
document.add_periodic_callback(partial(tell, 0), 60_000)
document.add_timeout_callback(generator, 60_000)
document.on_session_destroyed(lambda session_context: None)
document.add_root(counter)
threading.Thread(target=work).start()
