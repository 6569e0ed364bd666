"""Work in threads, where no daemon runs."""

import asyncio

import pytest

from syncd.util.threads import run_in_thread


def test_what_a_thread_raises_is_raised_where_it_is_awaited() -> None:
    async def wait() -> None:
        await run_in_thread(int, "no number")

    with pytest.raises(ValueError, match="no number"):
        asyncio.run(wait())


def test_whoever_awaits_a_thread_that_raises_stop_iteration_goes_on() -> None:
    async def wait() -> None:
        await asyncio.wait_for(run_in_thread(next, iter(())), 5)

    with pytest.raises(RuntimeError, match="StopIteration"):
        asyncio.run(wait())
