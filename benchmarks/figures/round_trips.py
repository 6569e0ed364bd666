"""Closed loops: a field is set, a callback answers."""

import itertools
from collections.abc import Sequence
from statistics import median
from typing import Any, NamedTuple

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.figures.calibration import exchange, still
from benchmarks.load.loop import Exchange, Outcome, closed_loop
from benchmarks.systems.base import System


_CLIENTS = 50
_WARM = 0.3


class _Ask(NamedTuple):
    """What is set, what a callback sets in answer, and values to set in turn."""

    app: str
    edited: tuple[str, str]
    answered: tuple[str, str]
    values: Sequence[Any]


_SLIDER = _Ask(
    "sliders",
    ("offset", "value"),
    ("source", "data"),
    [
        round(tenths / 10, 1)
        for tenths in itertools.chain(range(1, 50), range(50, 1, -1))
    ],
)
_ECHO = _Ask(
    "echo",
    ("question", "value"),
    ("answer", "value"),
    [f"hello {number:02}" for number in range(100)],
)


def _outcomes(system: System, ask: _Ask, quick: bool) -> tuple[Outcome, Outcome]:
    """Return what one client reaches, and what many do, each in its own session."""
    seconds = 0.6 if quick else 3.0
    with system.serving(ask.app) as server:
        visitors = [system.visit(server, ask.app) for _ in range(_CLIENTS)]
        first = exchange(system, visitors[0], ask.edited, ask.answered, ask.values)
        items = [first]
        for visitor in visitors[1:]:
            edits = system.edits(visitor, *ask.edited, ask.values)
            items.append(Exchange(visitor.link, edits, first.frames, first.answer))
        closed_loop([first], _WARM)
        alone = closed_loop([first], seconds)
        closed_loop(items, _WARM)
        together = closed_loop(items, seconds)
        for item, visitor in zip(items[:3], visitors, strict=False):
            assert still(item, system, visitor, *ask.answered)
        for visitor in visitors:
            visitor.link.close()
    return alone, together


def _slider(system: System, quick: bool) -> Run:
    alone, together = _outcomes(system, _SLIDER, quick)
    return Run(
        {
            "p50": 1000 * median(alone.latencies),
            "rate": together.rate,
            "bytes": (alone.sent + alone.received) / alone.count,
        },
        together.load,
    )


def _echo(system: System, quick: bool) -> Run:
    alone, together = _outcomes(system, _ECHO, quick)
    return Run(
        {"rate": together.rate, "p50": 1000 * median(alone.latencies)}, together.load
    )


_SYSTEMS = ("syncd", "bokeh", "bokeh-nodelay")

FIGURES = (
    Figure(
        "slider",
        (
            Measure(
                "p50",
                "slider round trip (set, callback, new column back), 1 client, p50",
                "ms",
                Target(0.4, "lower"),
                peer="43.8 ms; 0.80 ms without Nagle",
                ceiling="echo_alone",
            ),
            Measure(
                "rate",
                "slider round trips, 50 clients",
                "/s",
                Target(9000, "higher"),
                peer="1,120/s; 1,220/s without Nagle",
                ceiling="slider",
            ),
            Measure(
                "bytes",
                "WebSocket bytes both ways per slider round trip",
                "B",
                Target(1900, "lower"),
                peer="3,678 B",
            ),
        ),
        _slider,
        systems=_SYSTEMS,
        quick=("syncd", "bokeh"),
        note=(
            "Each client has a session of its own and sets the offset again as soon as"
            " the frame with the new column has come; acknowledgements that come after"
            " it are read, and not waited for. Bytes include the framing."
        ),
    ),
    Figure(
        "echo",
        (
            Measure(
                "rate",
                "echo round trips (field, callback, other field), 50 clients",
                "/s",
                Target(15_000, "higher"),
                peer="1,120/s; 2,610/s without Nagle",
                ceiling="echo",
            ),
            Measure(
                "p50",
                "echo round trip, 1 client, p50",
                "ms",
                Target(0.25, "lower"),
                peer="43.8 ms; 0.36 ms without Nagle",
                ceiling="echo_alone",
            ),
        ),
        _echo,
        systems=_SYSTEMS,
        quick=("syncd", "bokeh"),
        note="The same with a text of eight characters that a callback copies.",
    ),
)
