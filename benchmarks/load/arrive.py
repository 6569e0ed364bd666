"""Visitors who come at the same time, and stay."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from benchmarks.load.link import Link


_AT_ONCE = 16


def arrive(count: int, visit: Callable[[], Link]) -> list[Link]:
    """Let so many visitors come, several at a time: they wait for different things.

    Nothing is measured meanwhile.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda _: visit(), range(count)))
