"""What a browser does to open a page, step by step.

A system says it once, as a generator of steps that is sent the body of each
page it asks for. `follow` walks through it and waits at each step, `crowd`
walks through many at a time.
"""

from collections.abc import Generator
from typing import NamedTuple

from benchmarks.load.http1 import OK
from benchmarks.load.link import Link, get


class Page(NamedTuple):
    """Fetch a page, on a connection of its own; its body is the step's result."""

    path: str


class Upgrade(NamedTuple):
    """Open the WebSocket."""

    path: str
    protocols: tuple[str, ...]


class Send(NamedTuple):
    """Send frames."""

    frames: bytes


class Skip(NamedTuple):
    """Wait for so many data frames."""

    count: int


Step = Page | Upgrade | Send | Skip
Steps = Generator[Step, bytes, None]


def follow(port: int, steps: Steps) -> Link:
    """Do all steps, one after another, and return the WebSocket."""
    link, result = None, b""
    step = next(steps)
    while True:
        if isinstance(step, Page):
            page = get(port, step.path)
            assert page.status == OK, page
            result = page.body
        elif isinstance(step, Upgrade):
            link = Link(port)
            link.upgrade(step.path, *step.protocols)
        else:
            assert link is not None
            if isinstance(step, Send):
                link.send(step.frames)
            else:
                link.skip(step.count)
        try:
            step = steps.send(result)
        except StopIteration:
            assert link is not None
            return link
