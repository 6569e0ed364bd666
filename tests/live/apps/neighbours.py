"""Sessions that ask for each other's turn; the text says what to do."""

import asyncio

from vocabulary import Counter

from syncd.document import curdoc, without_document_lock


document = curdoc()
counter = Counter()
context = document.session_context


def others():
    return [item for item in context.server_context.sessions if item is not context]


async def visit(doc):
    """Change another session's document."""
    await asyncio.sleep(0.05)
    doc.get_model_by_id(1).doubled += 1


async def go():
    await asyncio.gather(*(other.with_locked_document(visit) for other in others()))


async def on_text(attr, old, new):
    if new.startswith("go"):
        await go()
        counter.text = "went"
    elif new == "beside":
        document.add_next_tick_callback(without_document_lock(go))
    elif new == "own":
        await context.with_locked_document(visit)
    elif new == "all":
        count = context.server_context.update_sessions(visit)
        counter.text = f"updated {count}"


counter.on_change("text", on_text)
document.add_root(counter)
