"""What comes of work in threads."""

import asyncio
from typing import Any

import pytest

from support.coroutine import run
from syncd.util.threads import Task


@pytest.mark.parametrize(
    ("raised", "expected"),
    [(ValueError("no number"), ValueError), (StopIteration(), RuntimeError)],
)
def test_whoever_awaits_work_is_told_what_it_raised(
    raised: Exception, expected: type[Exception]
) -> None:
    async def wait() -> None:
        task: Task[Any] = Task()
        waiting = asyncio.ensure_future(asyncio.wait_for(task, 5))
        await asyncio.sleep(0)
        task.set_exception(raised)
        await waiting

    with pytest.raises(expected) as caught:
        run(wait())
    assert raised in {caught.value, caught.value.__cause__}
