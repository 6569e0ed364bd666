"""Has a callback that is a coroutine."""

import asyncio

from vocabulary import Counter

from syncd.document import curdoc


counter = Counter()


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def on_value(attr, old, new):
    naps = await asyncio.gather(*(nap(0.3) for _ in range(5)))
    result = await asyncio.to_thread(lambda: 2 * new)
    assert curdoc() is document
    counter.doubled = result
    counter.nap = sum(naps)


async def on_text(attr, old, new):
    await asyncio.sleep(0)
    raise LookupError(new)


document = curdoc()


def on_change(attr, old, new):
    """Schedule the coroutine: change callbacks themselves are functions."""
    callback = {"value": on_value, "text": on_text}[attr]

    async def run():
        await callback(attr, old, new)

    document.add_next_tick_callback(run)


counter.on_change("value", on_change)
counter.on_change("text", on_change)
document.add_root(counter)
