"""One session and a hundred who watch it."""

import itertools
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any, NamedTuple

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.fan import Fan
from benchmarks.load.loop import Outcome
from benchmarks.systems.base import Server, System, Visitor


_WATCHERS = 100
_DRIVERS = 4
_EVERY = 0.05
_WARM = 0.3


class _Change(NamedTuple):
    """What is changed, and what a watcher looks at to see that it has come.

    Drivers take turns with the fields, since a server may merge edits of one
    field by one client that wait behind each other; and no value is set twice
    in a row, since that would change nothing.
    """

    app: str
    edited: tuple[tuple[str, str], tuple[str, str]]
    seen: tuple[str, str]
    value: Callable[[int], Any]


_SMALL = _Change(
    "echo",
    (("answer", "value"), ("answer", "title")),
    ("answer", "value"),
    lambda number: f"change {number % 1000:03}",
)
_COLUMN = _Change(
    "sliders",
    (("offset", "value"), ("amplitude", "value")),
    ("source", "data"),
    lambda number: round(number % 100 / 10 - 5, 1),
)


def _edits(
    system: System, driver: Visitor, change: _Change, numbers: Iterator[int]
) -> Callable[[], bytes]:
    fields = itertools.cycle(change.edited)
    return lambda: system.edit(driver, *next(fields), change.value(next(numbers)))


def _fan(system: System, server: Server, change: _Change) -> Fan:
    """Let everybody come, and find out how many frames bring a change."""
    drivers = [system.visit(server, change.app)]
    while len(drivers) < _DRIVERS:
        drivers.append(system.watch(server, change.app, drivers[0]))
    watchers = [system.watch(server, change.app, drivers[0]) for _ in range(_WATCHERS)]
    numbers = itertools.count()
    edits = [_edits(system, driver, change, numbers) for driver in drivers]
    drivers[0].link.send(edits[0]())
    frames = watchers[0].link.frames_until_quiet()
    assert system.confirm(watchers[0], frames, *change.seen)
    for watcher in watchers[1:]:
        watcher.link.skip(len(frames))
    for driver in drivers:
        driver.link.frames_until_quiet(0.1)
    links = [watcher.link for watcher in watchers]
    return Fan(links, [driver.link for driver in drivers], edits, len(frames))


def _saturated(fan: Fan, quick: bool) -> Outcome:
    fan.saturate(_WARM, _DRIVERS)
    return fan.saturate(0.7 if quick else 4.0, _DRIVERS)


def _small(system: System, quick: bool) -> Run:
    with system.serving(_SMALL.app) as server:
        fan = _fan(system, server, _SMALL)
        many = _saturated(fan, quick)
        few = fan.trickle(0.7 if quick else 4.0, _EVERY)
    return Run(
        {"rate": _WATCHERS * many.rate, "p50": 1000 * median(few.latencies)},
        many.load,
    )


def _column(system: System, quick: bool) -> Run:
    with system.serving(_COLUMN.app) as server:
        many = _saturated(_fan(system, server, _COLUMN), quick)
    return Run({"rate": _WATCHERS * many.rate}, many.load)


_SYSTEMS = ("syncd", "bokeh", "bokeh-nodelay")

FIGURES = (
    Figure(
        "fan-out",
        (
            Measure(
                "rate",
                "fan-out of a small change to 100 watchers, patches at saturation",
                "/s",
                Target(60_000, "higher"),
                peer="7,100/s; 8,600/s without Nagle",
                ceiling="send",
            ),
            Measure(
                "p50",
                "slowest of 100 watchers at 20 changes/s, p50",
                "ms",
                Target(2, "lower"),
                peer="13 ms; 12 ms without Nagle",
            ),
        ),
        _small,
        systems=_SYSTEMS,
        quick=("syncd", "bokeh"),
        note=(
            "Four further tabs of the session edit text fields without callbacks in"
            " turn, at most four changes are under way, and a change is done when"
            " each of the 100 watchers has its frame: merged changes would not be"
            " counted. Patches are changes times 100."
        ),
    ),
    Figure(
        "fan-out-column",
        (
            Measure(
                "rate",
                "fan-out of a 200-point column to 100 watchers, patches",
                "/s",
                Target(50_000, "higher"),
                peer="4,700/s; 4,400/s without Nagle",
                ceiling="send",
            ),
        ),
        _column,
        systems=_SYSTEMS,
        note=(
            "The same with two sliders, each edit of which makes the callback compute"
            " the column anew; the slider's own value is a part of the patch (Bokeh"
            " sends it as a message of its own, and both together count once)."
        ),
    ),
)
