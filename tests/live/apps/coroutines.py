"""Has a callback that is a coroutine."""

import asyncio

from vocabulary import Counter

from syncd.document import curdoc


counter = Counter()


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def on_value(attr, old, new):
    counter.doubled = -1
    naps = await asyncio.gather(*(nap(1.0) for _ in range(5)))
    result = await asyncio.to_thread(lambda: 2 * new)
    assert curdoc() is document
    counter.doubled = result
    counter.nap = sum(naps)


async def on_text(attr, old, new):
    await asyncio.sleep(0)
    raise LookupError(new)


document = curdoc()


async def on_event(event):
    await asyncio.sleep(0.01)
    counter.doubled = -len(event.event_name)


def later(attr, old, new):
    """Schedule the coroutine for the next tick."""

    async def run():
        await on_text(attr, old, new)

    document.add_next_tick_callback(run)


async def on_nap(attr, old, new):
    """Run while `on_value`, which has set the field, stands still."""
    await asyncio.sleep(0.01)
    counter.doubled += 1


counter.on_change("nap", on_nap)
counter.on_change("value", on_value)
counter.on_change("text", later)
counter.on_event("button_click", on_event)
document.add_root(counter)
