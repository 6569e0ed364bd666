"""Callbacks of all kinds that wait; the text says which one is to run."""

import asyncio
import concurrent.futures
import contextlib
import hashlib
import threading
import time
from functools import partial

from gevent import monkey
from vocabulary import Counter

from syncd.document import curdoc, without_document_lock
from syncd.io import run_in_thread


document = curdoc()
counter = Counter()
executor = concurrent.futures.ThreadPoolExecutor(2)
queue = asyncio.Queue()
KINDS = {}
NAME = document.session_context.id


def kind(function):
    KINDS[function.__name__] = function
    return function


def slow(result):
    time.sleep(0.05)
    return result


async def waited(result):
    await asyncio.sleep(0.01)
    return result


def result(value):
    """Show what came out, from a callback that has the lock."""
    assert curdoc() is document
    counter.text = f"={value}"


@kind
async def coroutine():
    await asyncio.sleep(0.01)
    result(sum(await asyncio.gather(*map(waited, range(4)))))


async def never_begun(attr, old, new):
    result(new)


@kind
async def ended_before_its_callback():
    counter.on_change("value", never_begun)
    counter.value += 1
    time.sleep(1)  # noqa: ASYNC251 - others are to get a turn, and this one is not


@kind
async def threads():
    result(await asyncio.to_thread(slow, 7))


@kind
async def sockets():
    async def answer(reader, writer):
        writer.write((await reader.readline()).upper())
        writer.close()

    server = await asyncio.start_server(answer, "localhost", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(b"hello\n")
    line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    server.close()
    result(line.decode().strip())


@kind
async def blocking():
    """Call what waits without saying so, as libraries do."""
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(time.sleep, 0.01)
    time.sleep(0.1)  # noqa: ASYNC251
    assert asyncio.get_running_loop() is loop
    result(await waited(8))


@kind
def generator():
    one = yield executor.submit(slow, 1)
    two = yield waited(2)
    several = yield [executor.submit(slow, 3), waited(4), None]
    named = yield {"five": waited(5)}
    try:
        yield 6
    except TypeError as error:
        result((one, two, several, named, "expected what can be waited" in str(error)))


@kind
async def generated():
    await asyncio.sleep(0)
    yield
    result("yielded")


@kind
def shared():
    """Wait for what another callback puts into a queue."""

    async def consume():
        item = await queue.get()
        document.add_next_tick_callback(partial(result, item))

    document.add_next_tick_callback(without_document_lock(consume))
    document.add_timeout_callback(partial(queue.put_nowait, "queued"), 100)


@kind
def runs_its_own():
    """Use a loop of one's own, as plain callbacks may."""
    result(asyncio.run(waited("own")))


@kind
def runs_the_sessions():
    """Run the loop that is there, and leave something on it."""
    loop = asyncio.get_event_loop()
    value = loop.run_until_complete(waited("own"))

    async def later():
        document.add_next_tick_callback(partial(result, await waited(value)))

    loop.run_until_complete(asyncio.sleep(0))
    loop.create_task(later())  # noqa: RUF006
    loop.run_until_complete(asyncio.sleep(0))


@kind
async def subprocesses():
    process = await asyncio.create_subprocess_exec(
        "cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate(b"meow")
    result(output.decode() + str(process.returncode))


@kind
async def restless():
    while True:  # noqa: ASYNC110
        await asyncio.sleep(0)


@kind
def in_a_thread():
    thread = threading.Thread(target=partial(asyncio.run, asyncio.sleep(0.1)))
    thread.start()
    thread.join()
    result("joined")


@kind
def scheduled():
    """Leave a coroutine to the session's loop, and do not wait for it."""

    async def later():
        document.add_next_tick_callback(partial(result, await waited("later")))
        counter.value = 99  # it is nobody's turn

    asyncio.ensure_future(later())  # noqa: RUF006


@kind
@without_document_lock
def unlocked():
    document.add_next_tick_callback(partial(result, slow(10)))


@kind
@without_document_lock
async def unlocked_coroutine():
    value = await waited(11)
    curdoc().add_next_tick_callback(partial(result, value))


@kind
@without_document_lock
def unlocked_generator():
    value = yield executor.submit(slow, 12)
    curdoc().add_next_tick_callback(partial(result, value))


@kind
@without_document_lock
async def unlocked_forbidden():
    told = []
    for action in (
        lambda: curdoc().title,
        lambda: setattr(curdoc(), "title", "x"),
        lambda: curdoc().add_root(Counter()),
    ):
        with contextlib.suppress(AttributeError):
            action()
            told.append("allowed")
    try:
        counter.value = 5
    except RuntimeError as error:
        told.append("add_next_tick_callback" in str(error))
    handle = curdoc().add_next_tick_callback(partial(result, "removed"))
    curdoc().remove_next_tick_callback(handle)
    curdoc().add_next_tick_callback(partial(result, (told, counter.value)))


@kind
@without_document_lock
async def unlocked_long():
    await asyncio.sleep(3600)


@kind
async def outer():
    """Set what a coroutine listens to."""
    counter.value = 3
    assert counter.doubled == 0


async def on_value(attr, old, new):
    counter.doubled = 2 * new
    await asyncio.sleep(0.01)
    result(f"inner {new}")


@kind
async def endless():
    try:
        await asyncio.sleep(3600)
    finally:
        await asyncio.sleep(0.01)
        counter.doubled = -1
        print("cleaned up", NAME, flush=True)  # noqa: T201


def crunch():
    """Compute, and let go of Python's lock but not of the hub."""
    return hashlib.pbkdf2_hmac("sha256", b"", b"", 1_000_000).hex()[:4]


@kind
def computed():
    task = run_in_thread(crunch)
    counter.doubled = -1
    document.flush()
    result(task.result())


@kind
async def computed_by_coroutines():
    result([await run_in_thread(crunch), await asyncio.to_thread(crunch)])


@kind
def computed_by_a_generator():
    try:
        yield run_in_thread(int, "x")
    except ValueError:
        result((yield run_in_thread(crunch)))


@kind
def looked_at_from_a_thread():
    def work():
        told = [curdoc() is document]
        try:
            counter.value = 4
        except RuntimeError as error:
            told.append("add_next_tick_callback" in str(error))
        return told

    result((run_in_thread(work).result(), counter.value))


def forever(sleep):
    while True:
        sleep(0.1)
        document.add_next_tick_callback(list)


@kind
def threads_forever():
    """Leave behind threads of all kinds that do not end by themselves."""
    threading.Thread(target=forever, args=[time.sleep]).start()
    executor.submit(forever, time.sleep)
    run_in_thread(forever, monkey.get_original("time", "sleep"))
    start = monkey.get_original("_thread", "start_new_thread")
    start(forever, (monkey.get_original("time", "sleep"),))
    result("left behind")


def busy(seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


@kind
def block():
    busy(1.5)
    result("blocked")


@kind
async def block_in_a_coroutine():
    await asyncio.sleep(0)
    busy(1.5)
    result("blocked")


@kind
@without_document_lock
def block_beside():
    busy(1.5)
    document.add_next_tick_callback(partial(result, "blocked"))


@kind
def naps():
    time.sleep(0.5)


@kind
def sleepy():
    time.sleep(2.5)


@kind
async def stubborn():
    while True:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(3600)


@kind
async def failing():
    await asyncio.sleep(0)
    raise LookupError("lost")


def on_text(attr, old, new):
    if new in KINDS:
        document.add_next_tick_callback(KINDS[new])


def on_end(session_context):
    print("destroyed", session_context.id, flush=True)  # noqa: T201


counter.on_change("text", on_text)
counter.on_change("value", on_value)
document.on_session_destroyed(on_end)
document.add_root(counter)
