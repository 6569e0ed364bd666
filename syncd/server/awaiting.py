"""Waits for what a callback leaves unfinished: awaitables and generators."""

from __future__ import annotations

import asyncio
import concurrent.futures
import inspect
from collections.abc import AsyncGenerator, Generator
from typing import Any

from syncd.server.loops import HubLoop
from syncd.server.sharing import share_hub


__all__ = ["settle", "wait_for"]


async def settle(result: Any) -> Any:
    """Return what comes out in the end of what a callback has returned."""
    while True:
        if inspect.isawaitable(result):
            result = await result
        elif isinstance(result, Generator):
            result = await _drive(result)
        elif isinstance(result, AsyncGenerator):
            async for _ in result:
                pass
            return None
        else:
            return result


async def _drive(generator: Generator[Any, Any, Any]) -> Any:
    """Run a generator that yields what it waits for."""
    value, error = None, None
    try:
        while True:
            try:
                if error is None:
                    yielded = generator.send(value)
                else:
                    yielded = generator.throw(error)
            except StopIteration as stop:
                return stop.value
            value, error = None, None
            try:
                value = await _yielded(yielded)
            except BaseException as raised:  # noqa: BLE001 - it is the generator's
                error = raised
    finally:
        error = None
        generator.close()


async def _yielded(item: Any) -> Any:
    """Wait for what a generator has yielded."""
    if item is None:
        return await asyncio.sleep(0)
    if isinstance(item, concurrent.futures.Future):
        return await asyncio.wrap_future(item)
    if inspect.isawaitable(item) or isinstance(item, Generator):
        return await settle(item)
    if isinstance(item, list | tuple):
        return await asyncio.gather(*map(_yielded, item))
    if isinstance(item, dict):
        values = await asyncio.gather(*map(_yielded, item.values()))
        return dict(zip(item, values, strict=True))
    message = (
        f"a callback yielded {item!r}, expected what can be waited for: a future,"
        " an awaitable, a list or dict of them, or None for a turn of the loop"
    )
    raise TypeError(message)


def wait_for(result: Any) -> Any:
    """Return what comes out of what a function returned; other greenlets run.

    For those who have no session. Tasks that it has started and not awaited are
    cancelled when it is done.
    """
    if not (
        inspect.isawaitable(result) or isinstance(result, Generator | AsyncGenerator)
    ):
        return result
    share_hub()
    return _run(result)


def _run(unfinished: Any) -> Any:
    loop = HubLoop()
    try:
        return loop.run_until_complete(settle(unfinished))
    finally:
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            loop.close()


def _cancel_all(loop: HubLoop) -> None:
    tasks = tuple(loop.tasks)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
