"""How a visitor tells, by counting frames, that what it asked for is there."""

from collections.abc import Sequence
from typing import Any

from benchmarks.load.loop import Exchange
from benchmarks.systems.base import System, Visitor


def exchange(
    system: System,
    visitor: Visitor,
    edited: tuple[str, str],
    answered: tuple[str, str],
    values: Sequence[Any],
) -> Exchange:
    """Edit a field once, and return the closed loop of such edits.

    Args:
        system: Whose visitor it is.
        visitor: Who edits, and has nothing left to read.
        edited: Model and field that are set to the values, one after another.
        answered: Model and field that a callback sets in answer.
        values: At least two; consecutive ones differ.
    """
    edits = system.edits(visitor, *edited, values)
    visitor.link.send(edits())
    frames = visitor.link.frames_until_quiet()
    for answer in range(1, len(frames) + 1):
        try:
            system.confirm(visitor, frames[:answer], *answered)
        except AssertionError:
            continue
        return Exchange(visitor.link, edits, len(frames), answer)
    raise AssertionError(f"no answer in {len(frames)} frames")


def still(item: Exchange, system: System, visitor: Visitor, *answered: str) -> Any:
    """Edit once more after a loop, and return the answer by its content."""
    model, field = answered
    visitor.link.send(item.next())
    frames = [visitor.link.frame() for _ in range(item.frames)]
    assert not visitor.link.frames_until_quiet(0.05), "more than one answer came"
    return system.confirm(visitor, frames, model, field)
