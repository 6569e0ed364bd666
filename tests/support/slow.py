"""A proxy that is as slow as a link across an ocean, and as choppy."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator

from support.port import is_open
from support.wait import eventually


DELAY = 0.15
"""Seconds each way."""

_SHORT = 7
"""Bytes of the longest piece that something short is torn into."""

_LONG = 4096
"""Bytes from which on something is passed on in one piece."""


class _Link:
    """Passes on what comes from one side to the other, later and in pieces."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._tasks: set[asyncio.Task[None]] = set()

    async def accept(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._port)
        for source, target in ((reader, far_writer), (far_reader, writer)):
            task = asyncio.create_task(self._carry(source, target))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _carry(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter
    ) -> None:
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        sender = asyncio.create_task(self._send(queue, target))
        with contextlib.suppress(ConnectionError):
            while data := await source.read(65536):
                queue.put_nowait((loop.time() + DELAY, data))
        queue.put_nowait((loop.time() + DELAY, b""))
        await sender

    async def _send(
        self, queue: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter
    ) -> None:
        loop = asyncio.get_running_loop()
        with contextlib.suppress(ConnectionError):
            while True:
                due, data = await queue.get()
                await asyncio.sleep(max(0.0, due - loop.time()))
                if not data:
                    break
                size = len(data) if len(data) >= _LONG else _SHORT
                for start in range(0, len(data), size):
                    target.write(data[start : start + size])
                    await target.drain()
                    # Another segment, not another second.
                    await asyncio.sleep(0)
        target.close()

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@contextlib.contextmanager
def slow_link(port: int, to: int) -> Iterator[None]:
    """Listen on a port and pass everything on to another, until the block ends."""
    loop = asyncio.new_event_loop()
    ended = asyncio.Event()

    async def serve() -> None:
        link = _Link(to)
        server = await asyncio.start_server(link.accept, "127.0.0.1", port)
        await ended.wait()
        server.close()
        await link.stop()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    try:
        eventually(lambda: is_open(port), "the slow link does not listen")
        yield
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        loop.close()
