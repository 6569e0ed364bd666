"""What is measured in a browser."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from benchmarks.browser.visit import MOVE_S, Visit
from benchmarks.figures.base import Measure, Target


Values = dict[str, float]

_REPEATS = 3
_STREAM_S = 4.0
_STREAM_EVERY_S = 0.05
_DRAG_S = 2.5
_HOVER_MOVES = 150
_STREAM_BYTES = 2 * 8 * 1_000
"""What an update brings at the least: the points of two columns."""
_LINKED = 4
_BIG = 1_000_000
_IMAGE = 100_000


@dataclass(frozen=True, slots=True)
class Figure:
    """Something to be measured on one page.

    Attributes:
        app: The application of the page, in ``apps/``.
        measures: What is told of it.
        run: Measures on a page that is complete.
        note: What has to be known to read it.
    """

    app: str
    measures: tuple[Measure, ...]
    run: Callable[[Visit], Awaitable[Values]]
    note: str = ""


async def _first(visit: Visit) -> Values:
    return {"first": await visit.drawn_after("bring", least=_BIG)}


async def _stream(visit: Visit) -> Values:
    async def idle() -> None:
        await asyncio.sleep(1)

    before = await visit.busy()
    await visit.frames(idle())
    idle_share = (await visit.busy() - before) / 1000
    await visit.press("start")
    await asyncio.sleep(0.5)

    async def watch() -> None:
        await asyncio.sleep(_STREAM_S)

    before = await visit.busy()
    frames = await visit.frames(watch())
    busy = await visit.busy() - before - idle_share * 1000 * _STREAM_S
    # A server that falls behind sends fewer, which does not make one any cheaper.
    updates = min(_STREAM_S / _STREAM_EVERY_S, frames.bytes / _STREAM_BYTES)
    return {
        "update": busy / updates,
        "fps": frames.per_second,
        "longest": frames.longest,
    }


async def _redraws(visit: Visit) -> Values:
    return {"redraw": await _repeated(visit, "redraw")}


async def _repeated(visit: Visit, button: str, *, least: int = 0) -> float:
    taken = [await visit.drawn_after(button, least=least) for _ in range(_REPEATS)]
    return sorted(taken)[len(taken) // 2]


async def _image(visit: Visit) -> Values:
    return {"redraw": await _repeated(visit, "redraw", least=_IMAGE)}


async def _scatter(visit: Visit) -> Values:
    values = {
        "redraw": await _repeated(visit, "redraw"),
        "patch": await _repeated(visit, "patch"),
    }
    center = await visit.center()

    def around(share: float) -> tuple[float, float]:
        turn = 2 * math.pi * share
        return center[0] + 120 * math.cos(turn), center[1] + 120 * math.sin(turn)

    path = [around(step / _HOVER_MOVES) for step in range(_HOVER_MOVES)]
    await visit.move(path[:10])
    before = await visit.busy()
    await visit.move(path)
    values["hover"] = (await visit.busy() - before) / _HOVER_MOVES
    box = [(center[0] + 15 * step, center[1] + 10 * step) for step in range(-10, 11)]
    await visit.mouse("mouseMoved", box[0])
    await visit.still()
    before = await visit.busy()
    await visit.mouse("mousePressed", box[0], held=True)
    await visit.move(box, held=True)
    await visit.mouse("mouseReleased", box[-1], held=True)
    await visit.still()
    values["select"] = await visit.busy() - before
    return values


async def _linked(visit: Visit) -> Values:
    x, y = await visit.center()
    steps = int(_DRAG_S / MOVE_S)
    path = [
        (x + 100 * math.sin(step / 25), y + 40 * math.sin(step / 40))
        for step in range(steps)
    ]
    await visit.mouse("mouseMoved", path[0])
    await visit.mouse("mousePressed", path[0], held=True)
    await visit.move(path[:20], held=True)
    before = await visit.busy()
    frames = await visit.frames(visit.move(path, held=True))
    busy = await visit.busy() - before
    await visit.mouse("mouseReleased", path[-1], held=True)
    if frames.figures != _LINKED:
        raise RuntimeError(f"{frames.figures} figures are there, not {_LINKED}")
    return {
        "fps": frames.drawn_per_second,
        "longest": frames.longest,
        "frame": busy / max(frames.drawn, 1),
    }


FIGURES: tuple[Figure, ...] = (
    Figure(
        "first",
        (
            Measure(
                "first",
                "first drawing of a line of 1,000,000 points",
                "ms",
                Target(80, "lower"),
            ),
        ),
        _first,
        "From the message with the data to the frame after the drawing.",
    ),
    Figure(
        "stream",
        (
            Measure(
                "update",
                "1,000 points more every 50 ms, 100,000 stay: main thread for one",
                "ms",
                Target(5, "lower"),
            ),
            Measure("fps", "frames meanwhile", "/s", Target(59, "higher")),
            Measure("longest", "longest time between two", "ms"),
        ),
        _stream,
        "All that the main thread does counts, less what counting the frames of a page at rest takes.",
    ),
    Figure(
        "scatter",
        (
            Measure(
                "redraw",
                "100,000 markers with size, colour and opacity of their own, drawn again",
                "ms",
                Target(150, "lower"),
            ),
            Measure("patch", "the same after a patch of one row", "ms"),
            Measure(
                "hover", "moving the pointer over them: main thread for one move", "ms"
            ),
            Measure("select", "a box around half of them: main thread in all", "ms"),
        ),
        _scatter,
    ),
    Figure(
        "linked",
        (
            Measure(
                "fps",
                "four linked figures of 1,000,000 points, panned: frames drawn",
                "/s",
                Target(50, "higher"),
            ),
            Measure("longest", "longest time between two", "ms"),
            Measure("frame", "main thread for one", "ms"),
        ),
        _linked,
        "A frame counts if all four were drawn in it.",
    ),
    Figure(
        "image",
        (Measure("redraw", "image of 1000 by 1000 float32, replaced", "ms"),),
        _image,
    ),
    Figure(
        "patches", (Measure("redraw", "2,000 patches, drawn again", "ms"),), _redraws
    ),
    Figure(
        "dates",
        (Measure("redraw", "line of 100,000 dates, another part", "ms"),),
        _redraws,
    ),
)
