"""Tells of each call; half of the hooks are coroutines."""

import asyncio


def tell(text):
    print(text, flush=True)


def on_server_loaded(server_context):
    tell(f"loaded with {len(server_context.sessions)} sessions")


async def on_server_unloaded(server_context):
    await asyncio.sleep(0.01)
    tell(f"unloaded with {len(server_context.sessions)} sessions")
    raise LookupError("nobody minds")


async def on_session_created(session_context):
    await asyncio.sleep(0.01)
    tell(f"created {session_context.id}: {dict(session_context.request.headers)}")
    await session_context.with_locked_document(begin)
    for other in session_context.server_context.sessions:
        if other is not session_context:
            await other.with_locked_document(greet)


async def begin(doc):
    await asyncio.sleep(0.01)
    doc.template_variables["begun"] = len(doc.roots)


def greet(doc):
    doc.get_model_by_name("told").value += "+1"


async def on_session_destroyed(session_context):
    await asyncio.sleep(0.01)
    tell(f"destroyed {session_context.id}: {session_context.destroyed}")


def process_request(request):
    return {"agent": request.headers.get("user-agent"), "theme": request.cookies}
