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


async def all_began():
    """Wait until the others have the turns that are going to be asked for."""
    server = context.server_context
    server.begun = {*getattr(server, "begun", ()), context.id}
    while {item.id for item in server.sessions} - server.begun:  # noqa: ASYNC110 - each has a loop of its own
        await asyncio.sleep(0.01)


async def on_text(attr, old, new):
    if new.startswith("go"):
        await all_began()
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
